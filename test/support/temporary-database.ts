import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database } from '../../src/platform/database.ts';
import { migrate } from '../../src/platform/migrate.ts';

export interface TemporaryDatabase {
  readonly database: Database;
  /** Closes and removes it. */
  readonly end: () => Promise<void>;
}

/** A real, migrated SQLite file that only this test knows. */
export async function temporaryDatabase(): Promise<TemporaryDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'qinglian-test-'));
  const database = openDatabase(join(folder, 'test.sqlite'));
  await migrate(database);
  return {
    database,
    end: async () => {
      await database.close();
      rmSync(folder, { recursive: true });
    },
  };
}
