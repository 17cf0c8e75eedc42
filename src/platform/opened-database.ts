import { existsSync } from 'node:fs';
import { openDatabase, type Database } from './database.ts';
import { databaseFailure } from './database-failure.ts';
import { checkLocation, isPostgresUrl, placeOf } from './database-location.ts';
import { OperationalError } from './errors.ts';
import { isMigrated, lacksMigrations, migrate } from './migrate.ts';
import { isHalfMoved } from './move-progress.ts';

/**
 * Whether opening a database may change its schema: `asked` when somebody asked for just that, `alone` when nobody else
 * can be at work there, as on a file or in an empty PostgreSQL.
 */
export type Upgrade = 'asked' | 'alone';

/** @throws OperationalError `invalid` when a location is none. */
export function openedAt(location: string): Database {
  checkLocation(location);
  return openDatabase(location);
}

/** What was asked of a database first; when that fails, the database is closed and the failure put into words. */
export async function usable<Answer>(
  database: Database,
  location: string,
  asked: Promise<Answer>,
): Promise<Answer> {
  try {
    return await asked;
  } catch (error) {
    await database.close();
    throw databaseFailure(location, error);
  }
}

/**
 * Brings a database up to date where it may, and returns the names of the migrations it ran.
 * @throws OperationalError `conflict` when `move` has not ended yet, or when other machines may be at work on a
 *   PostgreSQL that is older than this program.
 */
export async function upToDate(
  database: Database,
  location: string,
  upgrade: Upgrade,
): Promise<readonly string[]> {
  if (database.kind === 'postgres') {
    const place = placeOf(location);
    if (await isHalfMoved(database)) {
      throw new OperationalError('conflict', 'half-moved', (text) => text.commands.halfMoved(place));
    }
    const isBehind = (await isMigrated(database)) && (await lacksMigrations(database.read));
    if (isBehind && upgrade === 'alone') {
      throw new OperationalError('conflict', 'database-behind', (text) =>
        text.commands.databaseBehind(place),
      );
    }
  }
  return migrate(database);
}

/** @throws OperationalError `not-found` when there is no such file, or nothing of ours in the PostgreSQL. */
export async function mustBeThere(location: string): Promise<void> {
  if (!isServerAt(location)) {
    if (existsSync(location)) return;
    throw new OperationalError('not-found', 'no-database', (text) => text.commands.noDatabase(location));
  }
  const database = openedAt(location);
  const isThere = await usable(database, location, isMigrated(database));
  await database.close();
  if (isThere) return;
  const place = placeOf(location);
  throw new OperationalError('not-found', 'database-empty', (text) => text.commands.databaseEmpty(place));
}

/** Whatever looks like an address is none of a file. */
export function isServerAt(location: string): boolean {
  checkLocation(location);
  return isPostgresUrl(location);
}
