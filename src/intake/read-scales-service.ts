import type { Queryable } from '../platform/database.ts';
import { factsInUse } from '../rulebooks/facts-in-use-store.ts';
import type { RulebookService } from '../rulebooks/rulebook-service.ts';
import type { ReadScales } from './read-form.ts';

/** The scales by which files of a unit are understood, and the facts that it added, whose columns they may have. */
export async function readScalesAt(
  rulebooks: RulebookService,
  from: Queryable,
  unitPath: string,
): Promise<ReadScales> {
  const { body } = await rulebooks.inForce('grading', unitPath, from);
  return { ...body.scales, facts: await factsInUse(from, unitPath, body) };
}
