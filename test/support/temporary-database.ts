import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database } from '../../src/platform/database.ts';
import { migrate } from '../../src/platform/migrate.ts';
import { copyOfTemplate } from './template-database.ts';

export interface TemporaryDatabase {
  readonly database: Database;
  readonly file: string;
  /** The same database as another process opens it, which is closed at the end, too. */
  readonly openAgain: () => Database;
  /** Closes and removes it. */
  readonly end: () => Promise<void>;
}

/** A real, migrated SQLite file that only this test knows. */
export function temporaryDatabase(): Promise<TemporaryDatabase> {
  return temporaryCopy('migrated', async (database) => {
    await migrate(database);
  });
}

/** An SQLite file that only this test knows, filled like every other that is asked for by that name. */
export async function temporaryCopy(
  name: string,
  fill: (database: Database) => Promise<void>,
): Promise<TemporaryDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'qinglian-test-'));
  const file = await copyOfTemplate(name, fill, folder);
  const database = openDatabase(file);
  const others: Database[] = [];
  return {
    database,
    file,
    openAgain: () => {
      const other = openDatabase(file);
      others.push(other);
      return other;
    },
    end: async () => {
      for (const opened of [database, ...others]) await opened.close();
      rmSync(folder, { recursive: true });
    },
  };
}
