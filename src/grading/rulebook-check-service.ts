import { existsSync } from 'node:fs';
import { checkRulebook, type RulebookCheck } from '../rulebooks/rulebook-check.ts';
import { readRulebookFile } from '../rulebooks/rulebook-file-reader.ts';
import type { Rulebook } from '../rulebooks/rulebook.ts';
import type { RulebookService } from '../rulebooks/rulebook-service.ts';
import { gradingCheck } from './grading-check.ts';

type OpenRulebooks = () => Promise<{ readonly rulebooks: RulebookService; close(): Promise<void> }>;

/**
 * Checks the rulebook that a command line names: a file's path, or `name@version` in the database, which is opened
 * only for such a name.
 * @throws OperationalError `not-found` when there is neither
 */
export async function checkNamedRulebook(named: string, open: OpenRulebooks): Promise<RulebookCheck> {
  const stored = await storedRulebook(named, open);
  const text = stored === null ? readRulebookFile(named) : JSON.stringify(stored, null, 2);
  return checkRulebook(text, gradingCheck);
}

/** The rulebook of that `name@version`; `null` for a file's path, or where the database has none. */
export async function storedRulebook(named: string, open: OpenRulebooks): Promise<Rulebook | null> {
  if (existsSync(named) || !named.includes('@')) return null;
  const services = await open();
  const version = await services.rulebooks.find(named).finally(() => services.close());
  return version?.body ?? null;
}
