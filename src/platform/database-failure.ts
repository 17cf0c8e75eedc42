import type { Texts } from '../language/texts.ts';
import { OperationalError, type ErrorKind, type ErrorWords } from './errors.ts';
import { placeOf } from './database-location.ts';

type Say = (text: Texts) => ErrorWords;

/** Nobody answers there, or not now: not started yet, shutting down, restarting, too many connections. */
const AWAY: readonly string[] = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ECONNRESET',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '53300',
];

/** A full disk, as PostgreSQL and SQLite call it. */
const FULL: readonly string[] = ['53100', 'SQLITE_FULL'];

/** The driver gives no code to a connection that is lost while it is asked. */
const LOST = /^(?:Connection terminated|Client has encountered a connection error)/u;

/** What PostgreSQL, its driver or SQLite call a failure that whoever runs the program can do something about. */
const FAILURES: Readonly<Record<string, (place: string) => readonly [ErrorKind, code: string, Say]>> = {
  SQLITE_NOTADB: (file) => ['invalid', 'not-a-database', (text) => text.commands.notADatabase(file)],
  '28P01': (at) => ['invalid', 'database-refused', (text) => text.commands.databaseRefused(at)],
  '28000': (at) => ['invalid', 'database-refused', (text) => text.commands.databaseRefused(at)],
  '3D000': (at) => ['not-found', 'database-missing', (text) => text.commands.databaseMissing(at)],
  '42501': (at) => ['invalid', 'database-closed', (text) => text.commands.databaseClosed(at)],
  ...Object.fromEntries(
    AWAY.map((code) => [
      code,
      (at: string) =>
        ['unavailable', 'database-away', (text: Texts) => text.commands.databaseAway(at)] as const,
    ]),
  ),
};

/** The failure of a database in words that say what to do; what is no such failure is given back as it is. */
export function databaseFailure(location: string, failure: unknown): unknown {
  const found = failure instanceof Error && 'code' in failure ? FAILURES[String(failure.code)] : undefined;
  if (found === undefined) return failure;
  const [kind, code, say] = found(placeOf(location));
  return new OperationalError(kind, code, say);
}

/** What keeps a database that has been in use from answering, or null where the failure is another one. */
export function passingFailure(failure: unknown): 'away' | 'full' | null {
  if (!(failure instanceof Error)) return null;
  const code = 'code' in failure ? String(failure.code) : '';
  if (FULL.includes(code)) return 'full';
  return AWAY.includes(code) || LOST.test(failure.message) ? 'away' : null;
}
