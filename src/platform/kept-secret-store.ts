import { randomBytes } from 'node:crypto';
import type { Database } from './database.ts';

const BYTES = 32;
const NAME = 'session';

/** The secret that all processes on one PostgreSQL sign with; made by the first one that asks. */
export function secretInDatabase(database: Database): Promise<string> {
  return database.transaction(async (transaction) => {
    const kept = (await transaction('kept_secret').where({ name: NAME }).first('value')) as
      { readonly value: string } | undefined;
    if (kept !== undefined) return kept.value;
    const value = randomBytes(BYTES).toString('hex');
    await transaction('kept_secret').insert({ name: NAME, value });
    return value;
  });
}
