import type { Database, Queryable, Transaction } from './database.ts';
import { continueIdsFrom, pauseTriggers } from './move-dialect.ts';
import { PARTS } from './job-part-store.ts';
import { insertList } from './json-dialect.ts';
import { OperationalError } from './errors.ts';
import { migrate, migrationsOf } from './migrate.ts';
import { digestOf, pieceAfter } from './move-pieces.ts';
import { beginMove, originOf, progressOfTable, writeTableProgress } from './move-progress.ts';
import { tablesToMove, type MovedTable } from './move-tables.ts';

/** Told what is under way. */
export interface MoveListener {
  copied(table: string, rows: number, of: number): void;
  compared(table: string, isEqual: boolean): void;
}

/** What was moved, and what does not say the same on both sides. */
export interface Moved {
  /** Rows of each table on the target. */
  readonly tables: Readonly<Record<string, number>>;
  /** Tables whose rows are not the same, or not as many. */
  readonly differing: readonly string[];
}

/**
 * Copies every row of an SQLite file into an empty PostgreSQL, or goes on where an earlier call was cut off, and then
 * reads both from end to end. Nobody writes to the file meanwhile: this holds its turn of writing.
 * @throws OperationalError `conflict` when the target holds other data, somebody works on a job of the source, or the
 *   source's schema is another version's.
 */
export async function moveRows(
  source: Database,
  target: Database,
  { place, now, listener }: { readonly place: string; readonly now: string; readonly listener: MoveListener },
): Promise<Moved> {
  return source.transaction(async (from) => {
    await mustBeAtRest(from, now);
    await beginMove(target, await originOf(from), place);
    await migrate(target);
    await mustBeOfOneVersion(from, target);
    const tables = await tablesToMove(from);
    for (const table of tables) await copyTable(from, target, table, listener);
    await continueIds(from, target, tables);
    return compare(from, target, tables, listener);
  });
}

/** A job that somebody works on goes on writing as soon as the file may be written again. */
async function mustBeAtRest(from: Queryable, now: string): Promise<void> {
  const running = await from<{ id: number; lease_until: string | null }>('job')
    .whereRaw(`state in ('waiting', 'running') and state = 'running'`)
    .where('lease_until', '>', now)
    .whereNot('lease_owner', PARTS)
    .first('id');
  if (running === undefined) return;
  throw new OperationalError('conflict', 'move-job-running', (text) => text.commands.moveJobRunning);
}

async function mustBeOfOneVersion(from: Queryable, target: Database): Promise<void> {
  const [here, there] = [await migrationsOf(from), await migrationsOf(target.read)];
  if (here.join() === there.join()) return;
  throw new OperationalError('conflict', 'move-versions', (text) => text.commands.moveVersions);
}

async function copyTable(
  from: Queryable,
  target: Database,
  table: MovedTable,
  listener: MoveListener,
): Promise<void> {
  const all = await rowsIn(from, table);
  let rows = await rowsIn(target.read, table);
  for (;;) {
    const piece = await target.transaction((to) => copyPiece(from, to, table));
    if (piece === null) return;
    rows += piece;
    listener.copied(table.name, rows, all);
  }
}

async function rowsIn(from: Queryable, { name }: MovedTable): Promise<number> {
  const [counted] = await from(name).count<{ count: number }[]>({ count: '*' });
  return counted?.count ?? 0;
}

/** Copies the next piece; returns its number of rows, `null` when none was left. */
async function copyPiece(from: Queryable, to: Transaction, table: MovedTable): Promise<number | null> {
  const progress = await progressOfTable(to, table.name);
  if (progress.isDone) return null;
  const { rows, cursor } = await pieceAfter(from, table, progress.cursor);
  // What triggers noted when these rows were first written is among the rows.
  await pauseTriggers(to, table.name, () => insertList(to, table.name, table.columns, rows));
  await writeTableProgress(to, table.name, cursor);
  return rows.length;
}

/** Ids that were given once are not given again, not even those of rows that are gone. */
async function continueIds(from: Queryable, target: Database, tables: readonly MovedTable[]): Promise<void> {
  const counters = await from<{ name: string; seq: number }>('sqlite_sequence').select('name', 'seq');
  await target.transaction(async (to) => {
    for (const { name, seq } of counters) {
      if (tables.some((table) => table.name === name)) await continueIdsFrom(to, name, seq);
    }
  });
}

async function compare(
  from: Queryable,
  target: Database,
  tables: readonly MovedTable[],
  listener: MoveListener,
): Promise<Moved> {
  const rows: Record<string, number> = {};
  const differing: string[] = [];
  await target.snapshot(async (to) => {
    for (const table of tables) {
      const [here, there] = [await digestOf(from, table), await digestOf(to, table)];
      const isEqual = here.rows === there.rows && here.digest === there.digest;
      rows[table.name] = there.rows;
      if (!isEqual) differing.push(table.name);
      listener.compared(table.name, isEqual);
    }
  });
  return { tables: rows, differing };
}
