import { comparisonsByFact } from '../rulebooks/fact-space.ts';
import { factTypes, type FactTypes, type RuleFacts } from '../rulebooks/fact-type.ts';
import { ruleEngine } from '../rulebooks/rule-engine.ts';
import type { Comparison, Grade, GradingRulebook } from '../rulebooks/rulebook.ts';
import { valuesToldApart } from '../rulebooks/told-apart.ts';
import { decide } from './decision.ts';
import { conditionsOf, engineRules } from './engine-rules.ts';
import { mildestOf, severestOf } from './severity.ts';
import type { Verdict } from './verdict.ts';

/** Judges facts that are already on the rulebook's own scales, one run of the rule engine for each. */
export interface FactJudge {
  judge(facts: RuleFacts): Promise<Verdict>;
}

/**
 * A judge by one rulebook, which must be one that `parseRulebook` took. Where a fact that the rulebook requires is
 * unknown, the point is unassessed; its range comes from judging every value the unknown facts could still take.
 */
export function factJudge(rulebook: GradingRulebook): FactJudge {
  const types = factTypes(rulebook);
  const engine = ruleEngine(engineRules(rulebook), types);
  const comparisons = comparisonsByFact(conditionsOf(rulebook));

  async function decided(facts: RuleFacts) {
    return decide(rulebook, new Set(await engine.applying(facts)));
  }

  return {
    async judge(facts) {
      const missing = rulebook.requires.filter((name) => facts[name] === null);
      if (missing.length === 0) return (await decided(facts)) ?? WITHOUT_ANSWER;
      const grades: Grade[] = [];
      for (const completion of completions(facts, missing, types, comparisons)) {
        const decision = await decided(completion);
        if (decision !== null) grades.push(decision.grade);
      }
      return {
        grade: null,
        missing,
        range: { severest: severestOf(grades), mildest: mildestOf(grades) },
      };
    },
  };
}

/** A rulebook with a hole cannot come into force; one that is being written may have some. */
const WITHOUT_ANSWER: Verdict = { grade: null, missing: [], range: { severest: 1, mildest: 3 } };

function completions(
  facts: RuleFacts,
  missing: readonly string[],
  types: FactTypes,
  comparisons: ReadonlyMap<string, readonly Comparison[]>,
): readonly RuleFacts[] {
  return missing.reduce<readonly RuleFacts[]>(
    (soFar, name) => {
      const type = types.get(name);
      if (type === undefined) throw new TypeError(`unknown fact ${name}`);
      const values = valuesToldApart(type, comparisons.get(name) ?? []);
      return soFar.flatMap((known) => values.map((value) => ({ ...known, [name]: value })));
    },
    [facts],
  );
}
