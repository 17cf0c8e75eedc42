import type { Transaction } from '../platform/database.ts';

/** What the search knows of, and where the ids of it are. */
const LEARNT = {
  point: { table: 'risk_point_state', id: 'risk_point_id' },
  form: { table: 'form', id: 'id' },
} as const;

export type SearchSubject = keyof typeof LEARNT;

const AT_ONCE = 2500;

/**
 * Notes that the next points or forms after an id are to be learnt anew, which happens before the transaction ends.
 * Returns the last id, `null` when there is none left.
 */
export async function markDue(
  transaction: Transaction,
  subject: SearchSubject,
  after: number,
): Promise<number | null> {
  const { table, id } = LEARNT[subject];
  const ids = (await transaction(table)
    .where(id, '>', after)
    .orderBy(id)
    .limit(AT_ONCE)
    .pluck(id)) as number[];
  const last = ids.at(-1);
  if (last === undefined) return null;
  await transaction.raw(
    `insert into search_due (subject, id) select ?, ?? from ?? where ?? > ? and ?? <= ? on conflict do nothing`,
    [subject, id, table, id, after, id, last],
  );
  return last;
}
