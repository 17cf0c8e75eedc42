/** What a step of a job takes at most: so much is done well within a second. */
export interface Batch {
  readonly points: number;
  readonly cases: number;
}

interface Counted {
  readonly points: number;
}

/** The first of some cases that together have no more points than a step takes, and at least one. */
export function firstCases<Case extends Counted>(cases: readonly Case[], most: Batch): readonly Case[] {
  let points = 0;
  const tooMany = cases.findIndex((one) => (points += one.points) > most.points);
  return cases.slice(0, Math.min(most.cases, tooMany === -1 ? cases.length : Math.max(tooMany, 1)));
}

/** How many points cases have together. */
export function pointsIn(cases: readonly Counted[]): number {
  return cases.reduce((sum, { points }) => sum + points, 0);
}
