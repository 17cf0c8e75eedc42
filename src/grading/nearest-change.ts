import type { Grade, GradingRulebook } from '../rulebooks/rulebook.ts';
import { caseOf, type PointFacts } from './case.ts';
import { cutsOf } from './case-scheme.ts';
import { withChanges, factChanges, type FactChange } from './fact-change.ts';
import type { Because, GradingJudge } from './verdict.ts';

/** Facts as they might be otherwise, and the grade they would then get. */
export interface Neighbour {
  readonly changes: readonly FactChange[];
  readonly distance: number;
  readonly grade: Grade;
  readonly because: readonly Because[];
}

/** The nearest changes each way, several where they are equally near; none where no change of two facts leads there. */
export interface NearestChanges {
  readonly milder: readonly Neighbour[];
  readonly severer: readonly Neighbour[];
}

const NOWHERE: NearestChanges = { milder: [], severer: [] };

/**
 * The nearest changes of a point's facts that would alter its grade, milder and severer. A change of one fact is
 * nearer than any of two; among those, fewer steps are nearer. Every grade is the judge's.
 */
export async function nearestChanges(
  rulebook: GradingRulebook,
  judge: GradingJudge,
  facts: PointFacts,
): Promise<NearestChanges> {
  const scheme = cutsOf(rulebook);
  const { grade } = await judge.judge(caseOf(facts, scheme));
  if (grade === null) return NOWHERE;
  const singles = factChanges(rulebook, facts);

  const judged = async (changes: readonly FactChange[]): Promise<readonly Neighbour[]> => {
    const verdict = await judge.judge(caseOf(withChanges(rulebook, facts, changes), scheme));
    if (verdict.grade === null) return [];
    const distance = changes.reduce((sum, change) => sum + change.distance, 0);
    return [{ changes, distance, grade: verdict.grade, because: verdict.because }];
  };
  const all = async (sets: readonly (readonly FactChange[])[]): Promise<readonly Neighbour[]> =>
    (await Promise.all(sets.map(judged))).flat();

  const one = nearestOf(await all(singles.map((change) => [change])), grade);
  if (isSettled(one, grade)) return one;
  const two = nearestOf(await all(pairsOf(singles)), grade);
  return {
    milder: one.milder.length > 0 ? one.milder : two.milder,
    severer: one.severer.length > 0 ? one.severer : two.severer,
  };
}

function pairsOf(changes: readonly FactChange[]): readonly (readonly FactChange[])[] {
  return changes.flatMap((first, index) =>
    changes.slice(index + 1).flatMap((second) => (first.fact === second.fact ? [] : [[first, second]])),
  );
}

function nearestOf(neighbours: readonly Neighbour[], grade: Grade): NearestChanges {
  return {
    milder: closest(neighbours.filter((neighbour) => neighbour.grade > grade)),
    severer: closest(neighbours.filter((neighbour) => neighbour.grade < grade)),
  };
}

function closest(neighbours: readonly Neighbour[]): readonly Neighbour[] {
  const least = Math.min(...neighbours.map(({ distance }) => distance));
  return neighbours.filter(({ distance }) => distance === least);
}

function isSettled({ milder, severer }: NearestChanges, grade: Grade): boolean {
  return (milder.length > 0 || grade === 3) && (severer.length > 0 || grade === 1);
}
