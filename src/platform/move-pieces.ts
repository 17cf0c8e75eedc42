import { createHash } from 'node:crypto';
import type { Queryable } from './database.ts';
import type { ListedValue } from './json-dialect.ts';
import type { MovedTable } from './move-tables.ts';

/** Values in the order of the table's columns. */
export type MovedRow = readonly ListedValue[];

const ROWS_AT_ONCE = 5000;

/** Where a piece ends: the key of its last row. */
export type MoveCursor = readonly ListedValue[];

/**
 * The next rows of a table in the order of its key, after a cursor. A table without a key, such as what a job works
 * with for a moment, is one piece.
 */
export async function pieceAfter(
  from: Queryable,
  { name, columns, key }: MovedTable,
  after: MoveCursor | null,
): Promise<{ readonly rows: readonly MovedRow[]; readonly cursor: MoveCursor | null }> {
  const order = key.length > 0 ? key : columns;
  const query = from(name)
    .select([...columns])
    .orderBy(order.map((column) => ({ column })));
  if (key.length > 0) void query.limit(ROWS_AT_ONCE);
  if (after !== null) {
    const names = key.map(() => '??').join(', ');
    const values = key.map(() => '?').join(', ');
    void query.whereRaw(`(${names}) > (${values})`, [...key, ...after]);
  }
  // Whatever table it is, its values are texts, numbers or nothing.
  const rows = (await query) as Readonly<Record<string, ListedValue>>[];
  const last = rows.at(-1);
  const isWhole = key.length === 0 || rows.length < ROWS_AT_ONCE || last === undefined;
  return {
    rows: rows.map((row) => columns.map((column) => row[column] ?? null)),
    cursor: isWhole ? null : key.map((column) => last[column] ?? null),
  };
}

/** How many rows a table has, and a digest of all of them that is the same on both databases when all values are. */
export async function digestOf(
  from: Queryable,
  table: MovedTable,
): Promise<{ readonly rows: number; readonly digest: string }> {
  const hash = createHash('sha256');
  let rows = 0;
  let cursor: MoveCursor | null = null;
  do {
    const piece: Awaited<ReturnType<typeof pieceAfter>> = await pieceAfter(from, table, cursor);
    for (const row of piece.rows) hash.update(`${JSON.stringify(row)}\n`);
    rows += piece.rows.length;
    cursor = piece.cursor;
  } while (cursor !== null);
  return { rows, digest: hash.digest('hex') };
}
