import type { Texts } from '../language/texts.ts';
import type { JudgedCheck } from '../rulebooks/judged-check.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import { Budget, BudgetExceeded, MOST_STEPS } from '../rulebooks/verification/budget.ts';
import { cellProblems } from './cell-problem.ts';
import { factJudge } from './fact-judge.ts';
import { gradingExampleProblems } from './grading-example.ts';
import { Confirmation } from './verification/confirmation.ts';
import { gradeSuspicions, type Suspicions } from './verification/grade-suspicions.ts';
import { MOST_INVERSIONS, type InversionsLeft } from './verification/inversion-findings.ts';
import { sampledSuspicions } from './verification/sampled-suspicions.ts';

/**
 * What judging finds wrong with a grading rulebook: examples that do not hold, cells that rest on a rule which does
 * not apply in them, and what its whole fact space shows (required facts known, others also unknown). A space too
 * large is sampled.
 * @throws Error when the rule engine does not confirm what the search found: that is a bug
 */
export async function gradingCheck(
  rulebook: GradingRulebook,
  { mostSteps = MOST_STEPS }: { readonly mostSteps?: number } = {},
): Promise<JudgedCheck> {
  const judge = factJudge(rulebook);
  const found = [...(await gradingExampleProblems(rulebook, judge)), ...(await cellProblems(rulebook))];
  const { sampled, cases, suspicions, inversionsLeft } = verified(rulebook, mostSteps);
  const confirmation = new Confirmation(rulebook);
  for (const suspicion of suspicions) found.push(await confirmation.problemOf(suspicion));
  return {
    ...{ cases, problems: found, sampled },
    warnings: [
      ...(sampled ? [(texts: Texts) => texts.rulebooks.check.sampled()] : []),
      ...leftWarning(inversionsLeft),
    ],
  };
}

function leftWarning({ count, isAll }: InversionsLeft): JudgedCheck['warnings'] {
  const kind = isAll ? 'inversions-left' : 'more-inversions';
  return count === 0 ? [] : [({ rulebooks }: Texts) => rulebooks.check[kind](MOST_INVERSIONS, count)];
}

function verified(rulebook: GradingRulebook, mostSteps: number): Suspicions & { readonly sampled: boolean } {
  try {
    return { ...gradeSuspicions(rulebook, new Budget(mostSteps)), sampled: false };
  } catch (error) {
    if (!(error instanceof BudgetExceeded)) throw error;
    return { ...sampledSuspicions(rulebook), sampled: true };
  }
}
