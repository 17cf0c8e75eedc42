import type { Clock } from '../../src/platform/clock.ts';
import { instantAfter } from '../../src/platform/instant.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** A clock that stands still until the test moves it. */
export interface TestClock extends Clock {
  pass(milliseconds: number): void;
}

export function testClock(instant = '2021-04-22T01:00:00.000Z'): TestClock {
  let present = instant;
  return {
    now: () => present,
    today: () => present.slice(0, 10),
    elapsed: () => Date.parse(present),
    pass: (milliseconds) => {
      present = instantAfter(present, milliseconds);
    },
  };
}
