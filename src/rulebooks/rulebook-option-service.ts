import { existsSync, readFileSync } from 'node:fs';
import { OperationalError } from '../platform/errors.ts';
import { digestOf } from './digest.ts';
import type { GradingRulebook, Rulebook } from './rulebook.ts';
import { parseRulebook } from './rulebook-schema.ts';
import type { RulebookService } from './rulebook-service.ts';

interface KindOf {
  readonly grading: GradingRulebook;
}

export interface NamedRulebook<Body extends Rulebook> {
  readonly rulebook: Body;
  /** `file` for a rulebook that is in no database. */
  readonly version: string;
  readonly digest: string;
}

/**
 * The rulebook that a command line names: a file's path, or `name@version` in the database.
 * @throws OperationalError `not-found` when there is neither, `invalid` when it is not sound or of another kind.
 */
export async function readRulebook<Kind extends keyof KindOf>(
  named: string,
  kind: Kind,
  open: () => Promise<{ readonly rulebooks: RulebookService; close(): Promise<void> }>,
): Promise<NamedRulebook<KindOf[Kind]>> {
  const found = existsSync(named) ? fromFile(named) : await fromDatabase(named, open);
  if (found.rulebook.kind !== kind) {
    throw new OperationalError(
      'invalid',
      'rulebook-kind',
      `${named} 不是这一类评定标准。`,
      '请指定定级标准，例如 rules/grading/notice-2021.json。',
    );
  }
  // The kind was compared just above.
  return { ...found, rulebook: found.rulebook as KindOf[Kind] };
}

function fromFile(path: string): NamedRulebook<Rulebook> {
  const parsed = parseRulebook(readFileSync(path, 'utf8'));
  if ('rulebook' in parsed) {
    return { rulebook: parsed.rulebook, version: 'file', digest: digestOf(parsed.rulebook) };
  }
  const problems = parsed.findings.map(({ message }) => message).join('；');
  throw new OperationalError(
    'invalid',
    'rulebook',
    `${path} 不能使用：${problems}`,
    '请用 rules check 逐条核对。',
  );
}

async function fromDatabase(
  named: string,
  open: () => Promise<{ readonly rulebooks: RulebookService; close(): Promise<void> }>,
): Promise<NamedRulebook<Rulebook>> {
  const missing = new OperationalError(
    'not-found',
    'no-rulebook',
    `没有评定标准 ${named}。`,
    '请写文件路径，或数据库中的 名称@版本。',
  );
  if (!named.includes('@')) throw missing;
  const services = await open();
  const version = await services.rulebooks.find(named).finally(() => services.close());
  if (version === null) throw missing;
  return { rulebook: version.body, version: version.version, digest: version.digest };
}
