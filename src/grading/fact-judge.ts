import { factTypes, type RuleFacts } from '../rulebooks/fact-type.ts';
import { ruleEngine } from '../rulebooks/rule-engine.ts';
import type { EngineMaker } from '../rulebooks/rule-memory.ts';
import type { Grade, GradingRulebook } from '../rulebooks/rulebook.ts';
import { completedFacts } from './completed-facts.ts';
import { decide } from './decision.ts';
import { engineRules } from './engine-rules.ts';
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
export function factJudge(rulebook: GradingRulebook, engineOf: EngineMaker = ruleEngine): FactJudge {
  const types = factTypes(rulebook);
  const engine = engineOf(engineRules(rulebook), types);
  const completed = completedFacts(rulebook);

  async function decided(facts: RuleFacts) {
    return decide(rulebook, new Set(await engine.applying(facts)));
  }

  return {
    async judge(facts) {
      const missing = rulebook.requires.filter((name) => facts[name] === null);
      if (missing.length === 0) return (await decided(facts)) ?? WITHOUT_ANSWER;
      const grades: Grade[] = [];
      for (const completion of completed(facts, missing)) {
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
