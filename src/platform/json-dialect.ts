import type { Knex } from 'knex';
import { isPostgres } from './dialect.ts';

/** Types of what a JSON array holds, as SQL names them. */
export type ListedType = 'integer' | 'text';

/** A value of a row that is handed to the database as a whole list. */
export type ListedValue = string | number | null;

/** SQL of a JSON array, as text, of what these pieces of SQL give. */
export function jsonArrayOf(connection: Knex, expressions: readonly string[]): string {
  const items = expressions.join(', ');
  return isPostgres(connection) ? `json_build_array(${items})::text collate "C"` : `json_array(${items})`;
}

/** The text that `jsonArrayOf` makes of these values. */
export function jsonArrayText(connection: Knex, values: readonly ListedValue[]): string {
  const items = values.map((value) => JSON.stringify(value));
  return `[${items.join(isPostgres(connection) ? ', ' : ',')}]`;
}

/** SQL of a table of what a JSON object, as text, holds, with the columns `key` and `value`. */
export function jsonEntries(connection: Knex, expression: string): string {
  return isPostgres(connection) ? `jsonb_each((${expression})::jsonb)` : `json_each(${expression})`;
}

/** SQL of an item of a JSON array that is the value of `jsonEntries`. */
export function jsonItem(connection: Knex, value: string, index: number, type: ListedType): string {
  if (!isPostgres(connection)) return `json_extract(${value}, '$[${String(index)}]')`;
  const item = `(${value} ->> ${String(index)})`;
  return type === 'integer' ? `${item}::bigint` : `${item} collate "C"`;
}

/**
 * SQL of a table of any number of rows with these columns, which takes one binding, `listBinding(rows)`: a statement
 * takes a bounded number of values.
 */
export function listAsTable(connection: Knex, columns: Readonly<Record<string, ListedType>>): string {
  const values = Object.entries(columns).map(
    ([column, type], index) => `${jsonItem(connection, 'value', index, type)} as ${column}`,
  );
  // Merged into the query around it, what takes JSON apart would keep that from finding guarded rows by an index.
  const rows = isPostgres(connection) ? 'jsonb_array_elements(?::jsonb) offset 0' : 'json_each(?)';
  return `(select ${values.join(', ')} from ${rows})`;
}

/** SQL that a column has one of any number of ids, with the one value that it binds. */
export function amongIds(connection: Knex, column: string, ids: readonly number[]): Knex.Raw {
  const listed = listAsTable(connection, { id: 'integer' });
  return connection.raw(`${column} in (select listed.id from ${listed} as listed)`, [
    listBinding(ids.map((id) => [id])),
  ]);
}

/** Halves of a character that stand alone: no database takes them. */
const HALF_CHARACTERS = /\p{Surrogate}/gu;

/** The binding of `listAsTable`. */
export function listBinding(rows: readonly (readonly ListedValue[])[]): string {
  return wellFormedJson(rows);
}

function wellFormedJson(rows: unknown): string {
  const text = JSON.stringify(rows);
  if (!text.includes('\\ud')) return text;
  return JSON.stringify(rows, (_, value: unknown) =>
    typeof value === 'string' ? value.replace(HALF_CHARACTERS, '\uFFFD') : value,
  );
}

/** Of rows that are handed over as a list, more than a statement takes values; a longer text gains nothing. */
const ROWS_PER_LIST = 5000;

/** Inserts any number of rows that the program itself made: faster than `insertRows` where they are thousands. */
export async function insertList(
  transaction: Knex.Transaction,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly ListedValue[])[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_PER_LIST) {
    const some = rows.slice(start, start + ROWS_PER_LIST);
    const listed = isPostgres(transaction) ? recordsOf(table, columns, some) : itemsOf(columns, some);
    const names = columns.map(quoted).join(', ');
    await transaction.raw(`insert into ${table} (${names}) select ${names} from ${listed.sql}`, [
      listed.json,
    ]);
  }
}

/** Some columns are called as words of SQL are. */
function quoted(column: string): string {
  return `"${column}"`;
}

interface Listed {
  readonly sql: string;
  readonly json: string;
}

function itemsOf(columns: readonly string[], rows: readonly (readonly ListedValue[])[]): Listed {
  const values = columns.map(
    (column, index) => `json_extract(value, '$[${String(index)}]') as ${quoted(column)}`,
  );
  return { sql: `(select ${values.join(', ')} from json_each(?))`, json: listBinding(rows) };
}

/** The types are those of the table. */
function recordsOf(
  table: string,
  columns: readonly string[],
  rows: readonly (readonly ListedValue[])[],
): Listed {
  const records = rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]])));
  return { sql: `jsonb_populate_recordset(null::${table}, ?::jsonb)`, json: wellFormedJson(records) };
}
