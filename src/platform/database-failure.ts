import type { Texts } from '../language/texts.ts';
import { OperationalError, type ErrorKind, type ErrorWords } from './errors.ts';
import { placeOf } from './database-location.ts';

type Say = (text: Texts) => ErrorWords;

/** What PostgreSQL, its driver or SQLite call a failure that whoever runs the program can do something about. */
const FAILURES: Readonly<Record<string, (place: string) => readonly [ErrorKind, code: string, Say]>> = {
  SQLITE_NOTADB: (file) => ['invalid', 'not-a-database', (text) => text.commands.notADatabase(file)],
  '28P01': (at) => ['invalid', 'database-refused', (text) => text.commands.databaseRefused(at)],
  '28000': (at) => ['invalid', 'database-refused', (text) => text.commands.databaseRefused(at)],
  '3D000': (at) => ['not-found', 'database-missing', (text) => text.commands.databaseMissing(at)],
  '42501': (at) => ['invalid', 'database-closed', (text) => text.commands.databaseClosed(at)],
  ...Object.fromEntries(
    [
      'ECONNREFUSED',
      'ENOTFOUND',
      'EAI_AGAIN',
      'ETIMEDOUT',
      'EHOSTUNREACH',
      'ECONNRESET',
      '57P03',
      '53300',
    ].map((code) => [
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
