import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database } from '../../src/platform/database.ts';
import { migrate } from '../../src/platform/migrate.ts';
import { dropPostgres, emptyPostgres, postgresCopy, TEST_SERVER } from './postgres-copies.ts';
import { copyOfTemplate } from './template-database.ts';

interface Place {
  /** As `--database` takes it: an SQLite file, or the address of a PostgreSQL. */
  readonly location: string;
  /** Removes it. */
  readonly end: () => Promise<void>;
}

export interface TemporaryDatabase extends Place {
  readonly database: Database;
  /** The same database as another process opens it, which is closed at the end, too. */
  readonly openAgain: () => Database;
  /** Closes and removes it. */
  readonly end: () => Promise<void>;
}

const KIND_OF_THIS_RUN = TEST_SERVER === undefined ? 'sqlite' : 'postgres';

/** A real, migrated database that only this test knows, of the kind that this run of the tests is about. */
export function temporaryDatabase(): Promise<TemporaryDatabase> {
  return temporaryCopy('migrated', async (database) => {
    await migrate(database);
  });
}

/** A database that only this test knows, filled like every other that is asked for by that name. */
export async function temporaryCopy(
  name: string,
  fill: (database: Database) => Promise<void>,
  kind: Database['kind'] = KIND_OF_THIS_RUN,
): Promise<TemporaryDatabase> {
  if (kind === 'sqlite') return opened(await fileOf(name, fill));
  if (TEST_SERVER === undefined) throw new Error('this run of the tests has no PostgreSQL');
  return opened(await onServer(TEST_SERVER, name, fill));
}

/** One without any table. */
export async function emptyDatabase(): Promise<TemporaryDatabase> {
  if (TEST_SERVER === undefined) {
    const { folder, end } = folderOfOurs();
    return opened({ location: join(folder, 'empty.sqlite'), end });
  }
  const server = TEST_SERVER;
  const location = await emptyPostgres(server);
  return opened({ location, end: () => dropPostgres(server, location) });
}

function opened({ location, end }: Place): TemporaryDatabase {
  const database = openDatabase(location);
  const others: Database[] = [];
  return {
    database,
    location,
    openAgain: () => {
      const other = openDatabase(location);
      others.push(other);
      return other;
    },
    end: async () => {
      for (const each of [database, ...others]) await each.close();
      await end();
    },
  };
}

async function onServer(
  server: string,
  name: string,
  fill: (database: Database) => Promise<void>,
): Promise<Place> {
  const location = await postgresCopy(server, name, fill);
  return { location, end: () => dropPostgres(server, location) };
}

async function fileOf(name: string, fill: (database: Database) => Promise<void>): Promise<Place> {
  const { folder, end } = folderOfOurs();
  return { location: await copyOfTemplate(name, fill, folder), end };
}

function folderOfOurs(): { readonly folder: string; readonly end: () => Promise<void> } {
  const folder = mkdtempSync(join(tmpdir(), 'qinglian-test-'));
  return {
    folder,
    end: () => {
      rmSync(folder, { recursive: true });
      return Promise.resolve();
    },
  };
}
