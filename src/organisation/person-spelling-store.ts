import type { Queryable, Transaction } from '../platform/database.ts';
import { insertRow } from '../platform/dialect.ts';

/** A name that is no longer kept, and the person whom it means in its unit. */
export interface DroppedSpelling {
  readonly id: number;
  readonly personId: number;
  readonly name: string;
}

/** The dropped spellings of a unit's papers. */
export async function spellingsIn(from: Queryable, unitId: number): Promise<readonly DroppedSpelling[]> {
  return (await from('person_spelling')
    .where({ unit_id: unitId })
    .orderBy('id')
    .select({ id: 'id', personId: 'person_id', name: 'name' })) as DroppedSpelling[];
}

/** Other names under which papers may name a person. */
export async function spellingsOf(from: Queryable, personId: number): Promise<readonly string[]> {
  return (await from('person_spelling')
    .where({ person_id: personId })
    .orderBy('id')
    .pluck('name')) as string[];
}

export async function insertSpelling(
  transaction: Transaction,
  spelling: { readonly unitId: number; readonly personId: number; readonly name: string },
): Promise<void> {
  const { unitId, personId, name } = spelling;
  await insertRow(transaction, 'person_spelling', { unit_id: unitId, person_id: personId, name });
}

/** Gives one person's dropped spellings to another. */
export async function moveSpellings(transaction: Transaction, from: number, to: number): Promise<void> {
  await transaction('person_spelling').where({ person_id: from }).update({ person_id: to });
}

export async function deleteSpellings(transaction: Transaction, ids: readonly number[]): Promise<void> {
  await transaction('person_spelling')
    .whereIn('id', [...ids])
    .delete();
}
