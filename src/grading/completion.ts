import { comparisonsByFact } from '../rulebooks/fact-space.ts';
import { factTypes, type FactValue } from '../rulebooks/fact-type.ts';
import type { Grade, GradingRulebook } from '../rulebooks/rulebook.ts';
import { declaredFacts } from '../rulebooks/rulebook-facts.ts';
import { valuesToldApart } from '../rulebooks/told-apart.ts';
import { caseOf, type PointFacts } from './case.ts';
import { cutsOf } from './case-scheme.ts';
import { conditionsOf } from './engine-rules.ts';
import { withChanges } from './fact-change.ts';
import type { GradingJudge } from './verdict.ts';

/** One way in which the missing facts of an unassessed point could turn out. */
export interface Completion {
  readonly steps: readonly { readonly fact: string; readonly to: FactValue }[];
  /** `null` where something besides these facts is missing, too. */
  readonly grade: Grade | null;
}

const ASSESSED: readonly string[] = ['probability', 'harm'];

/** A crosstab has two sides. */
const MOST_FACTS = 2;

/**
 * What each possible value of the missing facts would give, severest steps first; none for a point with a grade, and
 * none where more than two facts that people set are missing.
 */
export async function completions(
  rulebook: GradingRulebook,
  judge: GradingJudge,
  facts: PointFacts,
): Promise<readonly Completion[]> {
  const scheme = cutsOf(rulebook);
  const verdict = await judge.judge(caseOf(facts, scheme));
  if (verdict.grade !== null) return [];
  const settable = new Set([...ASSESSED, ...factsThatPeopleSet(rulebook)]);
  const open = verdict.missing.filter((fact) => settable.has(fact));
  if (open.length === 0 || open.length > MOST_FACTS) return [];
  const valuesOf = severestFirst(rulebook);
  const choices = open.reduce<readonly Completion['steps'][]>(
    (soFar, fact) => soFar.flatMap((steps) => valuesOf(fact).map((to) => [...steps, { fact, to }])),
    [[]],
  );
  return Promise.all(
    choices.map(async (steps) => {
      const { grade } = await judge.judge(caseOf(withChanges(rulebook, facts, steps), scheme));
      return { steps, grade };
    }),
  );
}

function factsThatPeopleSet(rulebook: GradingRulebook): readonly string[] {
  return declaredFacts(rulebook)
    .filter(({ derived }) => derived === undefined)
    .map(({ name }) => name);
}

/** The values of a fact that the rulebook tells apart; of a fact that gets worse upwards, the worst first. */
function severestFirst(rulebook: GradingRulebook): (fact: string) => readonly FactValue[] {
  const types = factTypes(rulebook);
  const comparisons = comparisonsByFact(conditionsOf(rulebook));
  return (fact) => {
    const type = types.get(fact);
    const values = type === undefined ? [] : valuesToldApart(type, comparisons.get(fact) ?? []);
    return type?.type === 'choice' ? values : values.toReversed();
  };
}
