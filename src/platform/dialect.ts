import type { Knex } from 'knex';

/** Any number that no other program takes with the same database: one lock, whoever writes. */
const WRITE_LOCK = 7_106_110_721;
const MIGRATION_LOCK = WRITE_LOCK + 1;

/** Whether a connection speaks to PostgreSQL; only `platform/` asks. */
export function isPostgres(connection: Knex): boolean {
  // knex types it as any.
  return (connection.client as Knex.Client).dialect === 'postgresql';
}

/** SQL of a column that a query begins with no index of: SQLite is told so, PostgreSQL goes by what it counted. */
export function withoutIndex(connection: Knex, column: string): string {
  return isPostgres(connection) ? column : `+${column}`;
}

/**
 * SQLite's `BEGIN` takes no lock until the first statement, and a transaction that reads before it writes
 * fails when another process wrote in between. A write that touches no row takes the lock at once, waiting
 * its turn. PostgreSQL's transactions would write side by side; here they take turns as well.
 */
export async function takeWriteLock(transaction: Knex.Transaction): Promise<void> {
  if (isPostgres(transaction)) await transaction.raw('select pg_advisory_xact_lock(?)', [WRITE_LOCK]);
  else await transaction.raw('delete from write_turn where 0 = 1');
}

/**
 * As `takeWriteLock`, for work that others of its kind do at the same time: it waits for whoever holds the lock alone, and
 * he for all of it. SQLite has one writer, whatever he does.
 */
export async function takeSharedLock(transaction: Knex.Transaction): Promise<void> {
  if (isPostgres(transaction)) await transaction.raw('select pg_advisory_xact_lock_shared(?)', [WRITE_LOCK]);
  else await takeWriteLock(transaction);
}

/** Holds the rows of a query for this transaction, but for those that another one holds: of these it finds none. */
export function skippingTaken(connection: Knex, query: Knex.QueryBuilder): Knex.QueryBuilder {
  return isPostgres(connection) ? query.forUpdate().skipLocked() : query;
}

/** Lets one process at a time bring a PostgreSQL up to date; who comes later finds nothing left to do. */
export async function takeMigrationLock(transaction: Knex.Transaction): Promise<void> {
  await transaction.raw('select pg_advisory_xact_lock(?)', [MIGRATION_LOCK]);
}

/** A statement takes a bounded number of values, so rows are inserted in pieces of this many. */
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

/** So many ids are taken from a sequence of PostgreSQL at once; those that nobody uses are gaps. */
const IDS_AT_ONCE = 100;

/**
 * Ids, one after another, for rows of a table that are written later. Asked once in a transaction that holds the
 * write lock and in which nothing else inserts rows into the table: SQLite's counter only moves when a row is written.
 */
export async function* idsToGive(
  transaction: Knex.Transaction,
  table: string,
): AsyncGenerator<number, never> {
  while (isPostgres(transaction)) {
    const taken = await transaction.raw<readonly { id: number }[]>(
      `select nextval(pg_get_serial_sequence(?, 'id')) as id from generate_series(1, ?)`,
      [table, IDS_AT_ONCE],
    );
    for (const { id } of taken) yield id;
  }
  const counter = await transaction<{ name: string; seq: number }>('sqlite_sequence')
    .where({ name: table })
    .first('seq');
  for (let id = (counter?.seq ?? 0) + 1; ; id += 1) yield id;
}

/** What PostgreSQL calls a row that something still refers to, or that refers to nothing. */
const FOREIGN_KEY_VIOLATION = '23503';

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
    if (error instanceof Error && isReferenceError(error)) return false;
    throw error;
  }
}

function isReferenceError(error: Error & { readonly code?: unknown }): boolean {
  return error.code === FOREIGN_KEY_VIOLATION || error.message.includes('FOREIGN KEY');
}

/** SQL of the texts of a group in one, in this order, each parted from the next by what its one binding says. */
export function joinedTexts(connection: Knex, expression: string, order: string): string {
  return `${isPostgres(connection) ? 'string_agg' : 'group_concat'}(${expression}, ? order by ${order})`;
}
