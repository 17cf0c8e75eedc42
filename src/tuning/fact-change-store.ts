import type { Queryable, Transaction } from '../platform/database.ts';
import type { DeclaredFact } from '../rulebooks/declared-fact.ts';
import type { FactUse } from './fact-obstacle.ts';

/** What of a unit, or beneath it, speaks of a fact: rulebooks, facts that count it, values. */
export async function factUse(
  from: Queryable,
  name: string,
  unitPath: string,
  others: readonly DeclaredFact[],
): Promise<FactUse> {
  const units = (): ReturnType<typeof from> =>
    from('org_unit').whereLike('path', `${unitPath}%`).select('id');
  const quoted = `%"${name}"%`;
  const versions = (await from('rulebook_version')
    .join('rulebook', 'rulebook.id', 'rulebook_version.rulebook_id')
    .whereIn('rulebook_version.unit_id', units())
    .whereLike('rulebook_version.body', quoted)
    .orderBy('rulebook_version.id')
    .select('rulebook.name', 'rulebook_version.version')) as { name: string; version: string }[];
  const drafts = (await from('rulebook_draft')
    .whereIn('unit_id', units())
    .whereLike('text', quoted)
    .orderBy('id')
    .select('name')) as { name: string }[];
  const values = await valuesOf(from, name, units);
  return {
    rulebooks: [...versions, ...drafts.map((draft) => ({ ...draft, version: null }))],
    countedBy: others
      .filter(
        ({ derived }) => derived !== undefined && 'countTrue' in derived && derived.countTrue.includes(name),
      )
      .map(({ title }) => title),
    values: values.length,
    options: [...new Set(values.flatMap(({ text }) => text ?? []))],
    largest: values.reduce<number | null>(
      (most, { kind, number }) => (kind !== 'number' || number === null ? most : Math.max(most ?? 0, number)),
      null,
    ),
  };
}

interface Value {
  readonly kind: string;
  readonly number: number | null;
  readonly text: string | null;
}

async function valuesOf(
  from: Queryable,
  name: string,
  units: () => ReturnType<Queryable>,
): Promise<readonly Value[]> {
  const points = from('risk_point_state').whereIn('unit_id', units()).select('risk_point_id');
  const posts = from('post').whereIn('unit_id', units()).select('id');
  const columns = ['kind', 'number', 'text'];
  const ofPoints = (await from('risk_point_fact')
    .where({ fact: name })
    .whereIn('risk_point_id', points)
    .select(columns)) as Value[];
  const ofPosts = (await from('post_fact')
    .where({ fact: name })
    .whereIn('post_id', posts)
    .select(columns)) as Value[];
  return [...ofPoints, ...ofPosts];
}

/** Puts what is now said of a fact in the place of what was. Returns whether it still was so. */
export async function updateDefinition(
  transaction: Transaction,
  unitId: number,
  known: DeclaredFact,
  changed: DeclaredFact,
): Promise<boolean> {
  const row = { unit_id: unitId, name: known.name, body: JSON.stringify(known) };
  return (
    (await transaction('fact_definition')
      .where(row)
      .update({ body: JSON.stringify(changed) })) > 0
  );
}
