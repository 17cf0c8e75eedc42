import type { Knex } from 'knex';
import { bigramsOf, bigramQuery } from './bigrams.ts';

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

/**
 * SQL that makes an index of the words of texts, each text under the id of what it is about. SQLite's trigram
 * tokenizer finds no word of one or two characters, so the index holds pairs of characters (`bigrams.ts`); PostgreSQL
 * would keep the folded text in a column under a pg_trgm index.
 */
export function createWordIndex(table: string): string {
  return `create virtual table ${table} using fts5 (
    pairs, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '1'
  )`;
}

/** Puts texts into a word index, in place of what stood there under the same ids; no texts take an id out. */
export async function indexWords(
  transaction: Knex.Transaction,
  table: string,
  entries: readonly { readonly id: number; readonly texts: readonly string[] }[],
): Promise<void> {
  const ids = entries.map(({ id }) => id);
  for (const some of inPieces(ids)) await transaction(table).whereIn('rowid', some).delete();
  const rows = entries
    .filter(({ texts }) => texts.length > 0)
    .map(({ id, texts }) => ({ rowid: id, pairs: bigramsOf(texts) }));
  await insertRows(transaction, table, rows);
}

/** The ids under which a word index has all of these words. */
export function idsWithWords(from: Knex, table: string, words: readonly string[]): Knex.QueryBuilder {
  return from(table)
    .whereRaw('?? match ?', [table, bigramQuery(words)])
    .select('rowid');
}

/** SQL of a trigger that runs a statement for every row that an operation touched. */
export function afterEach(name: string, operation: string, table: string, statement: string): string {
  return `create trigger ${name} after ${operation} on ${table} begin ${statement}; end`;
}

/** SQL of a JSON array, as text, of what these pieces of SQL give. */
export function jsonArrayOf(expressions: readonly string[]): string {
  return `json_array(${expressions.join(', ')})`;
}

/** SQL of a table of what a JSON object holds, with the columns `key` and `value`. */
export function jsonEntries(expression: string): string {
  return `json_each(${expression})`;
}

/** SQL of an item of a JSON array. */
export function jsonItem(expression: string, index: number): string {
  return `json_extract(${expression}, '$[${String(index)}]')`;
}

/** A value of a row that is handed to the database as a whole list. */
export type ListedValue = string | number | null;

/**
 * SQL of a table of any number of rows with these columns, which takes one binding, `listBinding(rows)`: a statement
 * takes a bounded number of values.
 */
export function listAsTable(columns: readonly string[]): string {
  const values = columns.map((column, index) => `${jsonItem('value', index)} as ${column}`);
  return `(select ${values.join(', ')} from json_each(?))`;
}

/** The binding of `listAsTable`. */
export function listBinding(rows: readonly (readonly ListedValue[])[]): string {
  return JSON.stringify(rows);
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
  const names = columns.join(', ');
  const insert = `insert into ${table} (${names}) select ${names} from ${listAsTable(columns)}`;
  for (let start = 0; start < rows.length; start += ROWS_PER_LIST) {
    await transaction.raw(insert, [listBinding(rows.slice(start, start + ROWS_PER_LIST))]);
  }
}
