import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import { minutesToWait, windowStart, type ThrottleKey } from './throttle.ts';
import { attemptsSince, deleteAttemptsUntil, insertAttempts } from './throttle-store.ts';

/** Counts attempts at secrets, so that nobody guesses for long. */
export class ThrottleService {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /**
   * Counts an attempt before the secret is looked at: a thousand at once are counted like a thousand in a row.
   * Returns the minutes to wait, 0 when this one may go on.
   */
  count(keys: readonly ThrottleKey[]): Promise<number> {
    return this.#database.transaction(async (transaction) => {
      const now = this.#clock.now();
      const since = windowStart(now);
      await deleteAttemptsUntil(transaction, since);
      const waits = [];
      for (const { key, limit } of keys) {
        waits.push(minutesToWait(await attemptsSince(transaction, key, since), limit, now));
      }
      const minutes = Math.max(...waits);
      const counted = keys.map(({ key }) => key);
      if (minutes === 0) await insertAttempts(transaction, counted, now);
      return minutes;
    });
  }
}
