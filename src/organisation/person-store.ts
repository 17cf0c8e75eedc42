import type { Queryable, Transaction } from '../platform/database.ts';
import type { OfficePerson, PersonHolding } from './person.ts';
import { unitIdsWithin } from './reach-store.ts';

type PersonRow = Omit<OfficePerson, 'holdings'>;

/** A person with all they hold and held; `null` when there is none of that number. */
export async function personById(from: Queryable, id: number): Promise<OfficePerson | null> {
  const row = (await people(from).where('person.id', id).first()) as PersonRow | undefined;
  if (row === undefined) return null;
  const holdings = (await from('holding')
    .join('post', 'post.id', 'holding.post_id')
    .join('org_unit', 'org_unit.id', 'post.unit_id')
    .where('holding.person_id', id)
    .orderBy('holding.id')
    .select({
      id: 'holding.id',
      postId: 'post.id',
      postName: 'post.name',
      unitName: 'org_unit.name',
      from: 'holding.from_date',
      to: 'holding.to_date',
    })) as PersonHolding[];
  return { ...row, holdings };
}

/** Everybody of a unit's subtree, without what they hold. */
export async function peopleBelow(from: Queryable, unitPath: string): Promise<readonly PersonRow[]> {
  const query = people(from)
    .whereIn('person.unit_id', unitIdsWithin(from, { unitPaths: [unitPath] }))
    .orderBy('person.id');
  return (await query) as PersonRow[];
}

function people(from: Queryable): ReturnType<Queryable> {
  return from('person').join('org_unit', 'org_unit.id', 'person.unit_id').select({
    id: 'person.id',
    name: 'person.name',
    unitId: 'person.unit_id',
    unitName: 'org_unit.name',
    unitPath: 'org_unit.path',
  });
}

export async function renamePerson(transaction: Transaction, id: number, name: string): Promise<void> {
  await transaction('person').where({ id }).update({ name });
}

/** Gives one person's holdings to another; forms follow their holdings. */
export async function moveHoldings(transaction: Transaction, from: number, to: number): Promise<void> {
  await transaction('holding').where({ person_id: from }).update({ person_id: to });
}

/** Removes a person nobody refers to any more; the database refuses any other. */
export async function deletePerson(transaction: Transaction, id: number): Promise<void> {
  await transaction('person').where({ id }).delete();
}
