import type { CaseFacts } from '../grading/case.ts';
import { gradingJudge } from '../grading/grading-judge.ts';
import type { Verdict } from '../grading/verdict.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';

/** Judges cases by one rulebook, in their order. */
export type JudgeCases = (
  rulebook: GradingRulebook,
  cases: readonly CaseFacts[],
) => Promise<readonly Verdict[]>;

/** Judges in this thread. */
export const judgeHere: JudgeCases = (rulebook, cases) => {
  const judge = gradingJudge(rulebook);
  return Promise.all(cases.map((facts) => judge.judge(facts)));
};
