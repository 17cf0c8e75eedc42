import type { Texts } from '../language/texts.ts';
import { coverageExampleProblems } from './coverage-example.ts';
import type { JudgedCheck } from './judged-check.ts';
import type { CoverageRulebook } from './rulebook.ts';
import { coverageProblems } from './verification/coverage-confirmation.ts';
import {
  coverageSuspicions,
  MOST_INVERSIONS,
  type CoverageSuspicions,
} from './verification/coverage-suspicions.ts';
import { Budget, BudgetExceeded, MOST_STEPS } from './verification/budget.ts';
import { sampledCoverage } from './verification/sampled-coverage.ts';

/**
 * A coverage rulebook's examples, and what its whole fact space shows over the combinations that can occur. A space
 * too large is sampled.
 * @throws Error when the rule engine does not confirm what the search found: that is a bug
 */
export async function coverageCheck(
  rulebook: CoverageRulebook,
  { mostSteps = MOST_STEPS }: { readonly mostSteps?: number } = {},
): Promise<JudgedCheck> {
  const examples = await coverageExampleProblems(rulebook);
  const { sampled, cases, inversionsLeft, ...suspicions } = verified(rulebook, mostSteps);
  const found = await coverageProblems(rulebook, suspicions);
  return {
    ...{ cases, problems: [...examples, ...found], sampled },
    warnings: [
      ...(sampled ? [({ rulebooks }: Texts) => rulebooks.check.sampled()] : []),
      ...(inversionsLeft === 0
        ? []
        : [({ rulebooks }: Texts) => rulebooks.check['inversions-left'](MOST_INVERSIONS, inversionsLeft)]),
    ],
  };
}

function verified(
  rulebook: CoverageRulebook,
  mostSteps: number,
): CoverageSuspicions & { readonly sampled: boolean } {
  try {
    return { ...coverageSuspicions(rulebook, new Budget(mostSteps)), sampled: false };
  } catch (error) {
    if (!(error instanceof BudgetExceeded)) throw error;
    return { ...sampledCoverage(rulebook), sampled: true };
  }
}
