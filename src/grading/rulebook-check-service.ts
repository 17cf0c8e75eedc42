import { existsSync } from 'node:fs';
import { checkRulebook, type RulebookCheck } from '../rulebooks/rulebook-check.ts';
import { readRulebookFile } from '../rulebooks/rulebook-file-reader.ts';
import type { RulebookService } from '../rulebooks/rulebook-service.ts';
import { gradingCheck } from './grading-check.ts';

type OpenRulebooks = () => Promise<{ readonly rulebooks: RulebookService; close(): Promise<void> }>;

/**
 * Checks the rulebook that a command line names: a file's path, or `name@version` in the database, which is opened
 * only for such a name.
 * @throws OperationalError `not-found` when there is neither
 */
export async function checkNamedRulebook(named: string, open: OpenRulebooks): Promise<RulebookCheck> {
  const stored = existsSync(named) || !named.includes('@') ? null : await storedText(named, open);
  return checkRulebook(stored ?? readRulebookFile(named), gradingCheck);
}

async function storedText(named: string, open: OpenRulebooks): Promise<string | null> {
  const services = await open();
  const version = await services.rulebooks.find(named).finally(() => services.close());
  return version === null ? null : JSON.stringify(version.body, null, 2);
}
