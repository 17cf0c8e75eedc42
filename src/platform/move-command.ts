import type { Command } from 'commander';
import { commandLine } from '../language/zh/command-line.ts';
import type { Clock } from './clock.ts';
import { commandOf, type CommandContext, type CommonOptions, type Opened } from './command-context.ts';
import { openDatabase, type Database } from './database.ts';
import { databaseFailure } from './database-failure.ts';
import { checkLocation, isPostgresUrl, placeOf } from './database-location.ts';
import { OperationalError } from './errors.ts';
import { EXIT } from './exit-status.ts';
import { moveRows, type Moved } from './move.ts';
import { takeStock } from './move-dialect.ts';
import { endMove } from './move-progress.ts';
import type { Output } from './output.ts';

interface Movable {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: { verify(): Promise<{ readonly ok: boolean; readonly entries: number }> };
  readonly searchLearning: { learnAll(): Promise<void> };
  /** What the boards of all bureaus say. */
  figures(): Promise<unknown>;
}

interface MoveOptions extends CommonOptions {
  readonly to: string;
}

/** What `move --json` says. */
interface MoveReport extends Pick<Moved, 'tables'> {
  readonly digestsEqual: boolean;
  readonly differing: readonly string[];
  readonly audit: { readonly ok: boolean; readonly entries: number };
  readonly auditEqual: boolean;
  readonly figuresEqual: boolean;
  readonly seconds: number;
}

const words = commandLine.move;

/** `move --to postgres://…`: from an SQLite file to an empty PostgreSQL, which may be used once all is compared. */
export function moveCommand(context: CommandContext<Movable>): Command {
  return commandOf('move', words.description)
    .requiredOption('--to <address>', words.to)
    .action(async (options: MoveOptions) => {
      checkLocation(options.to);
      if (!isPostgresUrl(options.to)) throw wrongDirection();
      const source = await context.inspect(options.database);
      const report = await moved(context, source, options.to).finally(() => source.close());
      const isWhole = report.digestsEqual && report.auditEqual && report.figuresEqual;
      if (options.json) context.output.json(report);
      else sayReport(context.output, report, isWhole);
      if (!isWhole) context.exitWith(EXIT.refused);
    });
}

async function moved(
  context: CommandContext<Movable>,
  source: Opened<Movable>,
  to: string,
): Promise<MoveReport> {
  if (source.database.kind !== 'sqlite') throw wrongDirection();
  const began = source.clock.elapsed();
  const target = openDatabase(to);
  try {
    const { tables, differing } = await rowsMoved(context.output, source, target, placeOf(to));
    context.output.error(words.learning);
    const looks = await lookedAt(context, source, to);
    const digestsEqual = differing.length === 0;
    if (digestsEqual && looks.auditEqual && looks.figuresEqual) await endMove(target);
    const seconds = (source.clock.elapsed() - began) / 1000;
    return { tables, digestsEqual, differing, ...looks, seconds };
  } catch (error) {
    throw databaseFailure(to, isBusy(error) ? busy() : error);
  } finally {
    await target.close();
  }
}

function rowsMoved(
  output: Output,
  { database, clock }: Movable,
  target: Database,
  place: string,
): Promise<Moved> {
  let isComparing = false;
  const listener = {
    copied: (table: string, rows: number, of: number) => {
      if (of > 0) output.error(words.copied(table, rows, of));
    },
    compared: (table: string, isEqual: boolean) => {
      if (!isComparing) output.error(words.comparing);
      isComparing = true;
      if (!isEqual) output.error(words.differs(table));
    },
  };
  return moveRows(database, target, { place, now: clock.now(), listener });
}

/** Both installations as the program sees them; the new one learns to search first. */
async function lookedAt(
  context: CommandContext<Movable>,
  source: Movable,
  to: string,
): Promise<Pick<MoveReport, 'audit' | 'auditEqual' | 'figuresEqual'>> {
  const target = await context.inspect(to);
  try {
    await target.searchLearning.learnAll();
    await target.database.schema.transaction(takeStock);
    const [before, audit] = [await source.audit.verify(), await target.audit.verify()];
    const [shown, shows] = [await source.figures(), await target.figures()];
    return {
      audit: { ok: audit.ok, entries: audit.entries },
      auditEqual: JSON.stringify(before) === JSON.stringify(audit),
      figuresEqual: JSON.stringify(shown) === JSON.stringify(shows),
    };
  } finally {
    await target.close();
  }
}

function sayReport(output: Output, report: MoveReport, isWhole: boolean): void {
  if (!report.auditEqual) output.error(words.auditDiffers);
  if (!report.figuresEqual) output.error(words.figuresDiffer);
  const counts = Object.values(report.tables);
  const rows = counts.reduce((sum, count) => sum + count, 0);
  output.text(isWhole ? words.done(rows, counts.length, report.audit.entries) : words.failed);
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY';
}

function busy(): OperationalError {
  return new OperationalError('conflict', 'move-busy', (text) => text.commands.moveBusy);
}

function wrongDirection(): OperationalError {
  return new OperationalError('invalid', 'move-direction', (text) => text.commands.moveDirection);
}
