import type { Queryable, Transaction } from '../platform/database.ts';

/** Whether a rulebook, a draft, another fact or a value of a unit or beneath it speaks of a fact. */
export async function isFactUsed(from: Queryable, name: string, unitPath: string): Promise<boolean> {
  const units = (): ReturnType<typeof from> =>
    from('org_unit').whereLike('path', `${unitPath}%`).select('id');
  const quoted = `%"${name}"%`;
  const points = from('risk_point_state').whereIn('unit_id', units()).select('risk_point_id');
  const posts = from('post').whereIn('unit_id', units()).select('id');
  const uses = [
    from('rulebook_version').whereIn('unit_id', units()).whereLike('body', quoted),
    from('rulebook_draft').whereIn('unit_id', units()).whereLike('text', quoted),
    from('fact_definition').whereLike('body', quoted).whereNot('name', name),
    from('own_fact_change').where({ fact: name }).whereIn('risk_point_id', points),
    from('own_fact_change').where({ fact: name }).whereIn('post_id', posts),
  ];
  for (const use of uses) if ((await use.first()) !== undefined) return true;
  return false;
}

/** Takes a definition out of a unit's catalogue, with what was computed of it. Returns whether there was one. */
export async function deleteDefinition(
  transaction: Transaction,
  unit: { readonly id: number; readonly path: string },
  name: string,
): Promise<boolean> {
  const units = transaction('org_unit').whereLike('path', `${unit.path}%`).select('id');
  const points = transaction('risk_point_state').whereIn('unit_id', units).select('risk_point_id');
  await transaction('risk_point_fact').where({ fact: name }).whereIn('risk_point_id', points).delete();
  return (await transaction('fact_definition').where({ unit_id: unit.id, name }).delete()) > 0;
}
