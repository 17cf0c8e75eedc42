import { existsSync } from 'node:fs';
import { OperationalError } from '../platform/errors.ts';
import { digestOf } from './digest.ts';
import type { GradingRulebook, Rulebook } from './rulebook.ts';
import { readRulebookFile } from './rulebook-file-reader.ts';
import { parseRulebook } from './rulebook-schema.ts';
import type { RulebookService } from './rulebook-service.ts';

export interface NamedRulebook<Body extends Rulebook = Rulebook> {
  readonly rulebook: Body;
  /** `file` for a rulebook that is in no database. */
  readonly version: string;
  readonly digest: string;
}

type OpenRulebooks = () => Promise<{ readonly rulebooks: RulebookService; close(): Promise<void> }>;

/**
 * The rulebook that a command line names: a file's path, or `name@version` in the database.
 * @throws OperationalError `not-found` when there is neither, `invalid` when it is not sound.
 */
export async function readNamedRulebook(named: string, open: OpenRulebooks): Promise<NamedRulebook> {
  return existsSync(named) ? fromFile(named) : fromDatabase(named, open);
}

/** The same for a grading rulebook. @throws OperationalError `invalid` when it is of another kind, too */
export async function readGradingRulebook(
  named: string,
  open: OpenRulebooks,
): Promise<NamedRulebook<GradingRulebook>> {
  const found = await readNamedRulebook(named, open);
  const { rulebook } = found;
  if (rulebook.kind === 'grading') return { ...found, rulebook };
  throw new OperationalError('invalid', 'rulebook-kind', (text) => text.commands.notGrading(named));
}

function fromFile(path: string): NamedRulebook {
  const parsed = parseRulebook(readRulebookFile(path));
  if ('rulebook' in parsed) {
    return { rulebook: parsed.rulebook, version: 'file', digest: digestOf(parsed.rulebook) };
  }
  const problems = parsed.findings.map(({ message, fix }) => `${message}${fix}`);
  throw new OperationalError('invalid', 'rulebook', (text) => text.commands.unsoundRulebook(path, problems));
}

async function fromDatabase(named: string, open: OpenRulebooks): Promise<NamedRulebook> {
  const missing = new OperationalError('not-found', 'no-rulebook', (text) => text.commands.noRulebook(named));
  if (!named.includes('@')) throw missing;
  const services = await open();
  const version = await services.rulebooks.find(named).finally(() => services.close());
  if (version === null) throw missing;
  return { rulebook: version.body, version: version.version, digest: version.digest };
}
