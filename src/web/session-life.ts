import { instantAfter, millisecondsBetween } from '../platform/instant.ts';

const MINUTE = 60_000;
const IDLE = 30 * MINUTE;
const LONGEST = 10 * 60 * MINUTE;
/** Writing the new end on every click would make every page wait for a write. */
const RENEWAL_EVERY = MINUTE;

/** When a session used at this instant ends if nobody uses it again. */
export function idleEnd(now: string): string {
  return instantAfter(now, IDLE);
}

/** Whether the idle end on file is old enough to be written anew. */
export function isRenewalDue(idleEndOnFile: string, now: string): boolean {
  return millisecondsBetween(idleEndOnFile, idleEnd(now)) >= RENEWAL_EVERY;
}

/** Whether a session must end however busy it is: people leave office computers signed in. */
export function isOver(signedInAt: string, now: string): boolean {
  return millisecondsBetween(signedInAt, now) >= LONGEST;
}
