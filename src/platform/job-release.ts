import { codeOf, OperationalError } from './errors.ts';
import { instantAfter } from './instant.ts';

const MOST_ATTEMPTS = 5;
const RETRY_MILLISECONDS = 5_000;

/** How a job is given back by whoever does not end it. */
export interface JobRelease {
  readonly state: 'waiting' | 'failed';
  /** The code of what stopped it. */
  readonly error: string | null;
  readonly attempts: number;
  readonly retryAt: string | null;
  readonly endedAt: string | null;
}

/**
 * What becomes of a job after a failure, or of one that is only handed back (`null`): what the program refuses will be
 * refused again; anything else is tried some times more, each time later.
 */
export function leftAfter(failure: unknown, attempts: number, now: string): JobRelease {
  if (failure === null) return { state: 'waiting', error: null, attempts, retryAt: null, endedAt: null };
  const error = codeOf(failure);
  const isFinal = failure instanceof OperationalError || attempts >= MOST_ATTEMPTS;
  if (isFinal) return { state: 'failed', error, attempts, retryAt: null, endedAt: now };
  const retryAt = instantAfter(now, RETRY_MILLISECONDS * attempts);
  return { state: 'waiting', error, attempts, retryAt, endedAt: null };
}
