import type { Database } from '../../src/platform/database.ts';

/** What either database says when a row is there already, breaks a check, or refers to nothing. */
export const IS_THERE = /unique constraint/iu;
export const IS_NOT_ALLOWED = /check constraint/iu;
export const REFERS_TO_NOTHING = /foreign key/iu;

/** The tables of a database. */
export async function tablesOf({ kind, read }: Database): Promise<readonly string[]> {
  const names =
    kind === 'postgres'
      ? read('pg_tables').where({ schemaname: 'public' }).pluck('tablename')
      : read('sqlite_master').where({ type: 'table' }).whereNot('name', 'like', 'sqlite_%').pluck('name');
  // Both are names.
  return (await names) as string[];
}

/** The words that a check of a column lets in, in its order. */
export async function acceptedWords(
  { kind, read }: Database,
  table: string,
  column: string,
): Promise<readonly string[]> {
  const sql = `pg_get_constraintdef(oid) as sql from pg_constraint where conrelid = '${table}'::regclass`;
  const rows =
    kind === 'postgres'
      ? await read.raw<{ sql: string }[]>(`select ${sql}`)
      : await read('sqlite_master').where({ name: table }).select<{ sql: string }[]>('sql');
  const lists = rows.map((row) =>
    new RegExp(`\\b${column}\\W? (?:in \\(|= ANY \\(\\(?ARRAY\\[)([^)\\]]*)`, 'u').exec(row.sql),
  );
  const list = lists.find((found) => found !== null)?.[1] ?? '';
  return list.split(',').map((word) => word.trim().replaceAll(/'|::text/gu, ''));
}

/** Takes triggers away, as an administrator could who has the database. */
export async function dropTriggers(
  { kind, schema }: Database,
  table: string,
  names: readonly string[],
): Promise<void> {
  for (const name of names) {
    await schema.raw(kind === 'postgres' ? `drop trigger ${name} on ${table}` : `drop trigger ${name}`);
  }
}
