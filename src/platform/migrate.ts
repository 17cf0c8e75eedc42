import { readdirSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Knex } from 'knex';
import type { Database, Queryable } from './database.ts';
import { takeMigrationLock } from './dialect.ts';
import { letOlderVersionsWork } from './older-versions.ts';

const MIGRATIONS = {
  directory: fileURLToPath(new URL('../migrations', import.meta.url)),
  loadExtensions: ['.ts'],
  tableName: 'schema_migration',
  // While an upgrade is under way, an old version finds names of a newer one in the table.
  disableMigrationsListValidation: true,
};

const KNOWN = readdirSync(MIGRATIONS.directory).filter((name) =>
  MIGRATIONS.loadExtensions.some((extension) => name.endsWith(extension)),
);
const MOST_COLLISIONS = 20;
const PAUSE_MILLISECONDS = 250;

/**
 * Brings the schema up to date. Returns the names of the migrations it ran, in order: none when another process that
 * began at the same time ran them.
 */
export async function migrate(database: Database): Promise<readonly string[]> {
  if (database.kind === 'postgres') {
    return database.schema.transaction(async (transaction) => {
      await takeMigrationLock(transaction);
      const mayBeAtWork = await tellNoReach(transaction);
      const ran = await latest(transaction);
      if (mayBeAtWork) await letOlderVersionsWork(transaction);
      return ran;
    });
  }
  for (let collisions = 0; ; collisions += 1) {
    try {
      return await latest(database.schema);
    } catch (failure) {
      if (collisions === MOST_COLLISIONS || !isCollision(failure)) throw failure;
      await setTimeout(PAUSE_MILLISECONDS);
      await dropSecondLocks(database.schema);
    }
  }
}

/** Versions before it do not tell the database what may be shown. */
const TOLD_SINCE = '0034-rows-within-reach.ts';

/** Whether processes that tell no reach may be at work on a database that is about to be upgraded. */
async function tellNoReach(transaction: Knex.Transaction): Promise<boolean> {
  if (!(await transaction.schema.hasTable(MIGRATIONS.tableName))) return false;
  const ran = await migrationsOf(transaction);
  return ran.length > 0 && !ran.includes(TOLD_SINCE);
}

async function latest(schema: Knex): Promise<readonly string[]> {
  // knex types its answer as any: the batch's number and the names of what ran.
  const [, ran] = (await schema.migrate.latest(MIGRATIONS)) as [number, readonly string[]];
  return ran;
}

/**
 * Two processes that find knex's table of its lock empty at the same moment both write the row of the lock, and then
 * nobody ever gets it: knex wants to have locked exactly one.
 */
async function dropSecondLocks(schema: Knex): Promise<void> {
  const table = `${MIGRATIONS.tableName}_lock`;
  if (!(await schema.schema.hasTable(table))) return;
  await schema(table).where('index', '>', schema(table).min('index')).delete();
}

/** What a process is told when another one makes the same tables in SQLite, or holds or has just released the lock. */
function isCollision(failure: unknown): boolean {
  return failure instanceof Error && /SQLITE_BUSY|already exists|already locked/u.test(failure.message);
}

/** Whether any migration ever ran on a database. */
export function isMigrated(database: Database): Promise<boolean> {
  return database.read.schema.hasTable(MIGRATIONS.tableName);
}

/** Names of the migrations that a database still lacks. */
export async function pendingMigrations(database: Database): Promise<readonly string[]> {
  // knex types its answer as any: what ran before and what is still to run.
  const [, pending] = (await database.schema.migrate.list(MIGRATIONS)) as [
    unknown,
    readonly { file: string }[],
  ];
  return pending.map(({ file }) => file);
}

/**
 * Whether a database lacks a migration that this version of the program knows. Writes nothing, unlike knex's own
 * question; what a newer version has added meanwhile does not count. Rejects when the database does not answer.
 */
export async function lacksMigrations(from: Queryable): Promise<boolean> {
  const names = new Set(await migrationsOf(from));
  return KNOWN.some((name) => !names.has(name));
}

/** Names of the migrations that ran on a database, in order. Rejects when none ever did. */
export async function migrationsOf(from: Queryable): Promise<readonly string[]> {
  // knex types plucked values as any.
  return (await from(MIGRATIONS.tableName).orderBy('name').pluck('name')) as string[];
}
