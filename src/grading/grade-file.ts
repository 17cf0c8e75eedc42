import type { BothLanguages, Grade, GradingRulebook } from '../rulebooks/rulebook.ts';
import { caseOf, type PointFacts } from './case.ts';
import { cutsOf } from './case-scheme.ts';
import { gradingJudge } from './grading-judge.ts';

export interface GradedPoint {
  readonly grade: Grade | null;
  readonly because: readonly {
    readonly rule: string;
    readonly clause: string;
    readonly reference: BothLanguages;
  }[];
}

/** Grades points that are in no database, by one rulebook. */
export function fileGrader(rulebook: GradingRulebook): (facts: PointFacts) => Promise<GradedPoint> {
  const judge = gradingJudge(rulebook);
  const scheme = cutsOf(rulebook);
  const references = new Map(rulebook.clauses.map(({ code, reference }) => [code, reference]));
  return async (facts) => {
    const verdict = await judge.judge(caseOf(facts, scheme));
    const because = verdict.grade === null ? [] : verdict.because;
    return {
      grade: verdict.grade,
      because: because.map((reason) => ({
        ...reason,
        reference: references.get(reason.clause) ?? { zh: reason.clause, en: reason.clause },
      })),
    };
  };
}

/** Points by grade, as `grade` prints them. */
export function countsOf(
  points: readonly { readonly grade: Grade | null }[],
): Readonly<Record<string, number>> {
  const of = (grade: Grade | null): number => points.filter((point) => point.grade === grade).length;
  return { '1': of(1), '2': of(2), '3': of(3), unassessed: of(null) };
}
