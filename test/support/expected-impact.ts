import type { GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import type { Counts, GradeOrNone, Impact, Move } from '../../src/tuning/impact.ts';
import type { PlacedPoint } from './graded-campaign.ts';
import { oracleGrade } from './grading-oracle.ts';

/** What an impact must say of points: each of them is judged by itself. */
export function expectedImpact(
  points: readonly PlacedPoint[],
  from: GradingRulebook,
  to: GradingRulebook,
): Pick<Impact, 'points' | 'changed' | 'moves' | 'before' | 'after'> {
  const standing = points.filter(({ isWithdrawn }) => !isWithdrawn);
  const pairs = standing.map((point): [GradeOrNone, GradeOrNone] => [
    effective(point, from),
    effective(point, to),
  ]);
  const moves = movesOf(pairs);
  return {
    points: standing.length,
    changed: moves.reduce((sum, { count }) => sum + count, 0),
    moves,
    before: countsOf(pairs.map(([grade]) => grade)),
    after: countsOf(pairs.map(([, grade]) => grade)),
  };
}

function effective({ facts, override, approved }: PlacedPoint, rulebook: GradingRulebook): GradeOrNone {
  return approved ?? override ?? oracleGrade(rulebook, facts);
}

function movesOf(pairs: readonly (readonly [GradeOrNone, GradeOrNone])[]): readonly Move[] {
  const grades = [1, 2, 3, null] as const;
  return grades.flatMap((from) =>
    grades
      .filter((to) => to !== from)
      .map((to) => ({ from, to, count: pairs.filter((pair) => pair[0] === from && pair[1] === to).length }))
      .filter(({ count }) => count > 0),
  );
}

function countsOf(grades: readonly GradeOrNone[]): Counts {
  const of = (grade: GradeOrNone): number => grades.filter((other) => other === grade).length;
  return { 1: of(1), 2: of(2), 3: of(3), unassessed: of(null) };
}
