import type { Knex } from 'knex';
import { searchKey } from '../language/normalise.ts';
import { bigramQuery, bigramsOf, piecesOf } from './bigrams.ts';
import { inPieces, insertRows, isPostgres } from './dialect.ts';

/**
 * Makes an index of the words of texts, each text under the id of what it is about. SQLite's trigram tokenizer finds
 * no word of one or two characters, and so does PostgreSQL's: both keep pairs of characters (`bigrams.ts`). PostgreSQL
 * needs no extension for it: an inverted index finds the rows that have all pairs, the folded text says which are meant.
 */
export async function createWordIndex(connection: Knex, table: string): Promise<void> {
  if (!isPostgres(connection)) {
    await connection.raw(`create virtual table ${table} using fts5 (
      pairs, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '1'
    )`);
    return;
  }
  await connection.raw(
    `create table ${table} (rowid bigint primary key, pairs text[] not null, folded text collate "C" not null)`,
  );
  await connection.raw(`create index ${table}_pairs on ${table} using gin (pairs)`);
}

/** Puts texts into a word index, in place of what stood there under the same ids; no texts take an id out. */
export async function indexWords(
  transaction: Knex.Transaction,
  table: string,
  entries: readonly { readonly id: number; readonly texts: readonly string[] }[],
): Promise<void> {
  const ids = entries.map(({ id }) => id);
  for (const some of inPieces(ids)) await transaction(table).whereIn('rowid', some).delete();
  const wordsOf = isPostgres(transaction) ? inPostgres : inSqlite;
  const rows = entries
    .filter(({ texts }) => texts.length > 0)
    .map(({ id, texts }) => ({ rowid: id, ...wordsOf(texts) }));
  await insertRows(transaction, table, rows);
}

function inSqlite(texts: readonly string[]): object {
  return { pairs: bigramsOf(texts) };
}

function inPostgres(texts: readonly string[]): object {
  return { pairs: [...new Set(texts.flatMap(piecesOf))], folded: texts.map(searchKey).join('\n') };
}

/** The ids under which a word index has all of these words. */
export function idsWithWords(from: Knex, table: string, words: readonly string[]): Knex.QueryBuilder {
  const rows = from(table).select('rowid');
  if (!isPostgres(from)) return rows.whereRaw('?? match ?', [table, bigramQuery(words)]);
  void rows.whereRaw('pairs @> ?::text[]', [words.flatMap(wantedOf)]);
  for (const word of words) void rows.whereRaw('strpos(folded, ?) > 0', [searchKey(word)]);
  return rows;
}

/** The pairs of a longer word; a character alone stands in the index, too. */
function wantedOf(word: string): readonly string[] {
  const characters = [...searchKey(word)];
  return characters.length === 1 ? characters : piecesOf(word).filter((piece) => [...piece].length === 2);
}
