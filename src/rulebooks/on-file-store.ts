import type { Queryable } from '../platform/database.ts';
import { definitionsAt } from './fact-definition-store.ts';
import type { OnFile } from './rulebook-check.ts';
import { scalesOnFile } from './rulebook-store.ts';

/** What a unit has values of already: its scales, and the facts that it, or a unit above it, added. */
export async function onFileAt(from: Queryable, unitPath: string): Promise<OnFile> {
  const added = await definitionsAt(from, unitPath);
  return { scales: await scalesOnFile(from), facts: added.map(({ fact }) => fact) };
}
