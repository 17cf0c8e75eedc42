import type { Database } from '../../src/platform/database.ts';

/** More than two pieces of a move. */
export const ATTEMPTS = 12_000;

/** Gives a database so many rows that one of its tables is moved in pieces. */
export async function addAttempts(database: Database): Promise<void> {
  await database.schema.raw(
    `insert into sign_in_attempt (key, at) with recursive n (i) as (select 1 union all select i + 1 from n where i < ?)
     select 'nobody', i from n`,
    [ATTEMPTS],
  );
}

/** The code of what went wrong. */
export function failureOf(doing: Promise<unknown>): Promise<string> {
  return doing.then(
    () => 'done',
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)),
  );
}
