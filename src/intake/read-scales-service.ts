import { bureaus } from '../organisation/organisation-store.ts';
import type { Database, Queryable } from '../platform/database.ts';
import { factsInUse } from '../rulebooks/facts-in-use-store.ts';
import type { RulebookService } from '../rulebooks/rulebook-service.ts';
import type { ReadScales } from './read-form.ts';

/** Where it is written how a bureau's files are understood. */
export interface ScaleSource {
  readonly database: Database;
  readonly rulebooks: RulebookService;
}

/** The scales by which files of a unit are understood, and the facts that it added, whose columns they may have. */
export async function readScalesAt(
  rulebooks: RulebookService,
  from: Queryable,
  unitPath: string,
): Promise<ReadScales> {
  const { body } = await rulebooks.inForce('grading', unitPath, from);
  return { ...body.scales, facts: await factsInUse(from, unitPath, body) };
}

/** The same for the bureau of that name, or the only one; one that is still to be made has added no facts. */
export async function readScalesOf(
  { database, rulebooks }: ScaleSource,
  named: string | null,
): Promise<ReadScales> {
  const known = await bureaus(database.read);
  const [bureau, ...others] = named === null ? known : known.filter(({ name }) => name === named);
  const path = bureau === undefined || others.length > 0 ? '/' : bureau.path;
  return readScalesAt(rulebooks, database.read, path);
}
