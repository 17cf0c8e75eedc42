import { caseOf, type PointFacts } from '../grading/case.ts';
import { cutsOf } from '../grading/case-scheme.ts';
import type { Verdict } from '../grading/verdict.ts';
import type { Grade, GradingRulebook } from '../rulebooks/rulebook.ts';
import { edit } from './draft-edit.ts';
import { editOf, singleChanges, type SingleChange } from './single-change.ts';

/** Which points are to have which grade, by changing which rulebook. */
export interface BackwardsQuestion {
  readonly rulebook: GradingRulebook;
  readonly points: readonly PointFacts[];
  readonly grade: Grade;
}

/** What the search asks of others: the one judge, and what a changed rulebook would move in the whole campaign. */
export interface BackwardsMeans<Weight extends { readonly changed: number }> {
  readonly judge: (
    rulebook: GradingRulebook,
    cases: readonly ReturnType<typeof caseOf>[],
  ) => Promise<readonly Verdict[]>;
  readonly weigh: (changed: GradingRulebook) => Promise<Weight>;
  readonly bounds: { readonly judged: number; readonly weighed: number };
}

/** A single change that gives more of the points the wanted grade than have it now. */
export interface Way<Weight> {
  readonly change: SingleChange;
  readonly rulebook: GradingRulebook;
  /** How many of the points would have the wanted grade, those that have it already included. */
  readonly wanted: number;
  /** How many other points would move. */
  readonly others: number;
  readonly weight: Weight;
}

export interface Backwards<Weight> {
  /** The grades that the points have now, in their order. */
  readonly now: readonly (Grade | null)[];
  /** Most of the wanted points first, then the fewest others. */
  readonly ways: readonly Way<Weight>[];
  /** Whether there was more to try than the bounds allow. */
  readonly isCut: boolean;
}

/**
 * The smallest single changes of matrix, table, effect or threshold by which points would get a grade. Each is made
 * by the workbench's own reducer and judged by the one judge; nothing is written.
 */
export async function backwards<Weight extends { readonly changed: number }>(
  { rulebook, points, grade }: BackwardsQuestion,
  { judge, weigh, bounds }: BackwardsMeans<Weight>,
): Promise<Backwards<Weight>> {
  const gradesBy = async (by: GradingRulebook): Promise<readonly (Grade | null)[]> => {
    const scheme = cutsOf(by);
    const verdicts = await judge(
      by,
      points.map((facts) => caseOf(facts, scheme)),
    );
    return verdicts.map((verdict) => verdict.grade);
  };
  const countOf = (grades: readonly (Grade | null)[]): number => grades.filter((one) => one === grade).length;
  const now = await gradesBy(rulebook);
  const candidates = singleChanges(rulebook, points);
  const helping: (Omit<Way<Weight>, 'others' | 'weight'> & { readonly moved: number })[] = [];
  for (const change of candidates.slice(0, bounds.judged)) {
    const changed = changedBy(rulebook, change);
    if (changed === null) continue;
    const grades = await gradesBy(changed);
    const moved = grades.filter((one, index) => one !== now[index]).length;
    if (countOf(grades) > countOf(now))
      helping.push({ change, rulebook: changed, wanted: countOf(grades), moved });
  }
  const best = helping.sort((left, right) => right.wanted - left.wanted);
  const ways: Way<Weight>[] = [];
  for (const { moved, ...way } of best.slice(0, bounds.weighed)) {
    const weight = await weigh(way.rulebook);
    ways.push({ ...way, weight, others: Math.max(0, weight.changed - moved) });
  }
  return {
    now,
    ways: ways.sort((left, right) => right.wanted - left.wanted || left.others - right.others),
    isCut: candidates.length > bounds.judged || best.length > bounds.weighed,
  };
}

function changedBy(rulebook: GradingRulebook, change: SingleChange): GradingRulebook | null {
  const asked = editOf(rulebook, change);
  const result = asked === null ? null : edit(rulebook, asked);
  if (result === null || !('rulebook' in result) || result.rulebook.kind !== 'grading') return null;
  return result.rulebook;
}
