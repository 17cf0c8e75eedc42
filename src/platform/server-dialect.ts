import type { Knex } from 'knex';
import { isPostgres } from './dialect.ts';

/** What a database calls itself, such as `SQLite 3.45.1`. */
export async function serverVersion(connection: Knex): Promise<string> {
  if (!isPostgres(connection)) return `SQLite ${await wordOf(connection, 'select sqlite_version() as word')}`;
  return `PostgreSQL ${await wordOf(connection, `select current_setting('server_version') as word`)}`;
}

/** How a database keeps characters. */
export function encodingOf(connection: Knex): Promise<string> {
  const onServer = `select current_setting('server_encoding') as word`;
  return wordOf(
    connection,
    isPostgres(connection) ? onServer : 'select encoding as word from pragma_encoding',
  );
}

/** Whether the pages of an SQLite file fit together. */
export async function isWhole(connection: Knex): Promise<boolean> {
  return (await wordOf(connection, 'select quick_check as word from pragma_quick_check limit 1')) === 'ok';
}

/** How many rows of an SQLite file refer to nothing. */
export async function brokenReferences(connection: Knex): Promise<number> {
  return Number(await wordOf(connection, 'select count(*) as word from pragma_foreign_key_check'));
}

async function wordOf(connection: Knex, question: string): Promise<string> {
  const [row] = await connection.raw<readonly { readonly word: string | number }[]>(question);
  return String(row?.word ?? '');
}
