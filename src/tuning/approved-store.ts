import type { Queryable } from '../platform/database.ts';
import type { Rulebook } from '../rulebooks/rulebook.ts';

/** The rulebooks that are approved and not yet in force, of a unit, one above it or one beneath, but for one version. */
export async function approvedAround(
  from: Queryable,
  unitPath: string,
  but: number,
): Promise<readonly Rulebook[]> {
  const rows = (await from('rulebook_version')
    .join('org_unit', 'org_unit.id', 'rulebook_version.unit_id')
    .where('rulebook_version.state', 'approved')
    .whereNot('rulebook_version.id', but)
    .whereRaw(`(? like org_unit.path || '%' or org_unit.path like ? || '%')`, [unitPath, unitPath])
    .orderBy('rulebook_version.id')
    .select('rulebook_version.body')) as { body: string }[];
  // Only checked rulebooks are stored.
  return rows.map(({ body }) => JSON.parse(body) as Rulebook);
}
