import type { Knex } from 'knex';

/**
 * SQLite's `BEGIN` takes no lock until the first statement, and a transaction that reads before it writes
 * fails when another process wrote in between. A write that touches no row takes the lock at once, waiting
 * its turn.
 */
export async function takeWriteLock(transaction: Knex.Transaction): Promise<void> {
  await transaction.raw('delete from write_turn where 0 = 1');
}

/** SQL that makes the database itself refuse to change or delete a table's rows. */
export function refuseChange(table: string, operations: readonly ('update' | 'delete')[]): readonly string[] {
  return operations.map(
    (operation) => `create trigger ${table}_no_${operation} before ${operation} on ${table}
      begin select raise(abort, '${table} keeps what happened: no ${operation}'); end`,
  );
}

/** SQLite takes a bounded number of values in a statement, so rows are inserted in pieces of this many. */
const ROWS_PER_INSERT = 100;

/** Inserts any number of rows; none is fine. */
export async function insertRows(
  transaction: Knex.Transaction,
  table: string,
  rows: readonly object[],
): Promise<void> {
  for (const some of inPieces(rows)) await transaction(table).insert(some);
}

/** As many items at a time as a statement takes. */
export function inPieces<Item>(items: readonly Item[]): readonly Item[][] {
  const pieces = Math.ceil(items.length / ROWS_PER_INSERT);
  return Array.from({ length: pieces }, (_, piece) =>
    items.slice(piece * ROWS_PER_INSERT, (piece + 1) * ROWS_PER_INSERT),
  );
}

/** Inserts one row and returns its id. */
export async function insertRow(transaction: Knex.Transaction, table: string, row: object): Promise<number> {
  const [first] = await transaction<{ id: number }>(table).insert<{ id: number }[]>(row).returning('id');
  if (first === undefined) throw new Error(`no row was inserted into ${table}`);
  return first.id;
}

/** Deletes rows unless something refers to them. Returns whether they are gone. */
export async function deleteUnlessReferenced(
  transaction: Knex.Transaction,
  table: string,
  where: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  try {
    // A savepoint: a refused statement must not end the transaction around it.
    await transaction.transaction((savepoint) => savepoint(table).where(where).delete());
    return true;
  } catch (error) {
    if (error instanceof Error && error.message.includes('FOREIGN KEY')) return false;
    throw error;
  }
}
