import { fileURLToPath } from 'node:url';
import type { Database } from './database.ts';

const MIGRATIONS = {
  directory: fileURLToPath(new URL('../migrations', import.meta.url)),
  loadExtensions: ['.ts'],
  tableName: 'schema_migration',
};

/** Brings the schema up to date. Returns the names of the migrations it ran, in order. */
export async function migrate(database: Database): Promise<readonly string[]> {
  // knex types its answer as any: the batch's number and the names of what ran.
  const [, ran] = (await database.schema.migrate.latest(MIGRATIONS)) as [number, readonly string[]];
  return ran;
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
