import type { Grade, GradingRulebook } from '../rulebooks/rulebook.ts';
import { caseOf, type PointFacts } from './case.ts';
import { cutsOf } from './case-scheme.ts';
import { withChanges } from './fact-change.ts';
import type { GradingJudge } from './verdict.ts';

/** One way in which the missing steps of an unassessed point could turn out. */
export interface Completion {
  readonly steps: readonly { readonly fact: 'probability' | 'harm'; readonly to: string }[];
  /** `null` where something besides the steps is missing, too. */
  readonly grade: Grade | null;
}

const ASSESSED = ['probability', 'harm'] as const;

/** What each possible step of the missing facts would give, severest steps first; none for a point with a grade. */
export async function completions(
  rulebook: GradingRulebook,
  judge: GradingJudge,
  facts: PointFacts,
): Promise<readonly Completion[]> {
  const scheme = cutsOf(rulebook);
  const verdict = await judge.judge(caseOf(facts, scheme));
  if (verdict.grade !== null) return [];
  const open = ASSESSED.filter((fact) => verdict.missing.includes(fact));
  if (open.length === 0) return [];
  const choices = open.reduce<readonly Completion['steps'][]>(
    (soFar, fact) =>
      soFar.flatMap((steps) =>
        rulebook.scales[fact].steps.toReversed().map(({ code }) => [...steps, { fact, to: code }]),
      ),
    [[]],
  );
  return Promise.all(
    choices.map(async (steps) => {
      const { grade } = await judge.judge(caseOf(withChanges(rulebook, facts, steps), scheme));
      return { steps, grade };
    }),
  );
}
