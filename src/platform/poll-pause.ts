const SHORTEST_MILLISECONDS = 1_000;
const LONGEST_MILLISECONDS = 60_000;

/**
 * Milliseconds until the next look for work. Takes how many looks in a row have failed, and a random number from 0 to
 * below 1. One to two seconds while looks succeed; a database that does not answer is left in peace ever longer. The
 * chance in it keeps processes that were started together from asking together.
 */
export function pollPause(failures: number, random: number): number {
  const shortest = Math.min(SHORTEST_MILLISECONDS * 2 ** failures, LONGEST_MILLISECONDS / 2);
  return Math.round(shortest * (1 + random));
}
