import { createHash } from 'node:crypto';
import { instantAfter, millisecondsBetween } from '../platform/instant.ts';

const MINUTE = 60_000;
const WINDOW = 15 * MINUTE;

/** Something of which only so many sign-ins may fail in a quarter of an hour: an account, a network address. */
export interface ThrottleKey {
  readonly key: string;
  readonly limit: number;
}

/** The account's limit is a person's patience; the address's is higher, for offices behind one address. */
export function throttleKeys(username: string, address: string): readonly [ThrottleKey, ThrottleKey] {
  return [
    // Only a digest: people type passwords into the wrong field.
    { key: `account:${digest(username)}`, limit: 5 },
    { key: `address:${digest(address)}`, limit: 30 },
  ];
}

/** Of who is signed in already and says their password again. */
export function passwordKey(accountId: number): ThrottleKey {
  return { key: `password:${String(accountId)}`, limit: 5 };
}

/** Of who guesses at the code on a fresh installation's terminal. */
export function setupKey(address: string): ThrottleKey {
  return { key: `setup:${digest(address)}`, limit: 10 };
}

/** Attempts before this instant no longer count. */
export function windowStart(now: string): string {
  return instantAfter(now, -WINDOW);
}

/** Whole minutes to wait before the next attempt, 0 when none. Takes the instants of the attempts that count. */
export function minutesToWait(attempts: readonly string[], limit: number, now: string): number {
  const newestFirst = attempts.toSorted().reverse();
  const lastToCount = newestFirst[limit - 1];
  if (lastToCount === undefined) return 0;
  return Math.max(0, Math.ceil((WINDOW - millisecondsBetween(lastToCount, now)) / MINUTE));
}

function digest(value: string): string {
  return createHash('sha256').update(value).digest('hex');
}
