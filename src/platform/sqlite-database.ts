import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import knex, { type Knex } from 'knex';
import type { Database } from './database.ts';
import { pairedDatabase } from './paired-database.ts';

const READ_CONNECTIONS = 3;
const BUSY_MILLISECONDS = 15_000;

/**
 * What is committed is copied from the log into the file once it is so long: a page that many steps of a job change is
 * copied once, and not by every step. 32 MB.
 */
const PAGES_OF_LOG = 8000;

/** Opens (and if need be makes) an SQLite file. Throws when a connection does not take our settings. */
export function openSqlite(filename: string): Database {
  mkdirSync(dirname(filename), { recursive: true });
  const write = connect(filename, 1, []);
  const read = connect(filename, READ_CONNECTIONS, ['query_only = ON']);
  return pairedDatabase({ kind: 'sqlite', write, read });
}

interface RawConnection {
  run(sql: string, done: (error: Error | null) => void): void;
  get(sql: string, done: (error: Error | null, row: Record<string, unknown>) => void): void;
}

function connect(filename: string, connections: number, extraPragmas: readonly string[]): Knex {
  const pragmas = [
    `busy_timeout = ${String(BUSY_MILLISECONDS)}`,
    'journal_mode = WAL',
    'synchronous = FULL',
    'foreign_keys = ON',
    // Deleted texts are overwritten, also those long enough for pages of their own, which FAST leaves as they were.
    'secure_delete = ON',
    `wal_autocheckpoint = ${String(PAGES_OF_LOG)}`,
    ...extraPragmas,
  ];
  return knex({
    client: 'sqlite3',
    connection: { filename },
    useNullAsDefault: true,
    // Otherwise an error's message carries the values of its statement: names and texts, into the log.
    compileSqlOnError: false,
    pool: {
      min: 0,
      max: connections,
      afterCreate: (connection: RawConnection, done: (error: Error | null) => void) => {
        void configure(connection, pragmas).then(() => {
          done(null);
        }, done);
      },
    },
  });
}

async function configure(connection: RawConnection, pragmas: readonly string[]): Promise<void> {
  for (const pragma of pragmas) await run(connection, `PRAGMA ${pragma}`);
  await assertPragma(connection, 'foreign_keys', 1);
  await assertPragma(connection, 'synchronous', 2);
  await assertPragma(connection, 'journal_mode', 'wal');
  await assertPragma(connection, 'secure_delete', 1);
}

/** SQLite ignores a pragma that it does not know or that came too late, without an error. */
async function assertPragma(connection: RawConnection, name: string, wanted: unknown): Promise<void> {
  const row = await new Promise<Record<string, unknown>>((resolve, reject) => {
    connection.get(`PRAGMA ${name}`, (error, found) => {
      if (error) reject(error);
      else resolve(found);
    });
  });
  if (row[name] !== wanted) throw new Error(`SQLite did not take ${name} = ${String(wanted)}`);
}

function run(connection: RawConnection, sql: string): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.run(sql, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}
