import { createHash } from 'node:crypto';
import type { Database, Queryable, Transaction } from './database.ts';
import { OperationalError } from './errors.ts';
import type { MoveCursor } from './move-pieces.ts';

/** Where a move stands, in the database that it fills; it is gone once everything is there and has been compared. */
const TABLE = 'move_progress';

/** The row that says where the data come from. */
const SOURCE = '';

interface ProgressRow {
  readonly name: string;
  readonly cursor: string | null;
  readonly is_done: number;
}

/** How far a table is. */
export interface TableProgress {
  readonly cursor: MoveCursor | null;
  readonly isDone: boolean;
}

/** Whether a move into a database has begun and not ended. */
export function isHalfMoved(database: Database): Promise<boolean> {
  return database.read.schema.hasTable(TABLE);
}

/**
 * Begins a move, or takes one up again.
 * @throws OperationalError `conflict` when the database holds anything else, or was begun from another file.
 */
export async function beginMove(target: Database, source: string, place: string): Promise<void> {
  await target.schema.transaction(async (transaction) => {
    // knex types plucked values as any.
    const tables = (await transaction('pg_tables')
      .where({ schemaname: 'public' })
      .pluck('tablename')) as string[];
    if (tables.length === 0) {
      await transaction.schema.createTable(TABLE, (table) => {
        table.text('name').primary();
        table.text('cursor');
        table.integer('is_done').notNullable().defaultTo(0);
      });
      await transaction(TABLE).insert({ name: SOURCE, cursor: source });
      return;
    }
    if (!tables.includes(TABLE)) {
      throw new OperationalError('conflict', 'move-not-empty', (text) => text.commands.moveNotEmpty(place));
    }
    const begun = await transaction<ProgressRow>(TABLE).where({ name: SOURCE }).first();
    if (begun?.cursor === source) return;
    throw new OperationalError('conflict', 'move-other-source', (text) =>
      text.commands.moveOtherSource(place),
    );
  });
}

export async function progressOfTable(transaction: Transaction, name: string): Promise<TableProgress> {
  const row = await transaction<ProgressRow>(TABLE).where({ name }).first();
  if (row === undefined) return { cursor: null, isDone: false };
  // Written by `writeTableProgress`.
  const cursor = row.cursor === null ? null : (JSON.parse(row.cursor) as MoveCursor);
  return { cursor, isDone: row.is_done === 1 };
}

/** Writes how far a table is, in the transaction that wrote its rows. */
export async function writeTableProgress(
  transaction: Transaction,
  name: string,
  cursor: MoveCursor | null,
): Promise<void> {
  const row = { cursor: cursor === null ? null : JSON.stringify(cursor), is_done: cursor === null ? 1 : 0 };
  await transaction(TABLE)
    .insert({ name, ...row })
    .onConflict('name')
    .merge(row);
}

/** From now on the database may be used. */
export async function endMove(target: Database): Promise<void> {
  await target.schema.schema.dropTable(TABLE);
}

/** What tells a database from others, also from those of the same version: which migrations ran there, and when. */
export async function originOf(from: Queryable): Promise<string> {
  const rows: unknown = await from('schema_migration')
    .orderBy('name')
    .select({ name: 'name', at: 'migration_time' });
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
}
