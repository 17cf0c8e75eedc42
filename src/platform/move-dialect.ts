import type { Transaction } from './database.ts';

/**
 * Runs `work` while a table's triggers do nothing; its keys and checks hold. All of it is undone when the transaction
 * is cut off.
 */
export async function pauseTriggers(
  to: Transaction,
  table: string,
  work: () => Promise<void>,
): Promise<void> {
  await to.raw('alter table ?? disable trigger user', [table]);
  await work();
  await to.raw('alter table ?? enable trigger user', [table]);
}

/** Lets the next id of a table follow the last one that was ever given. */
export async function continueIdsFrom(to: Transaction, table: string, last: number): Promise<void> {
  await to.raw(
    `select setval(pg_get_serial_sequence(?, 'id'), greatest(?::bigint, coalesce(max(id), 0)) + 1, false) from ??`,
    [table, last, table],
  );
}

/** Lets the server look at what it now holds, so that it plans well from the first question on. */
export async function takeStock(to: Transaction): Promise<void> {
  await to.raw('analyze');
}
