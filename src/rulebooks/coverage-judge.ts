import { comparisonsByFact } from './fact-space.ts';
import { factTypes, type RuleFacts } from './fact-type.ts';
import { ruleEngine } from './rule-engine.ts';
import type { EngineMaker } from './rule-memory.ts';
import type { CoverageRulebook, CoverageStatus } from './rulebook.ts';

export interface CoverageVerdict {
  readonly status: CoverageStatus;
  /** The rule that decided, and the code of its clause. */
  readonly rule: string;
  readonly clause: string;
}

/** Judges (division, domain) cells by one coverage rulebook. */
export interface CoverageJudge {
  /**
   * @throws TypeError when a fact that a rule mentions is not given, Error when no rule applies: such a rulebook has
   * a gap, which `checkRulebook` finds.
   */
  judge(facts: RuleFacts): Promise<CoverageVerdict>;
}

/** A judge by one rulebook: the first rule that applies decides. Answers are remembered by combination of facts. */
export function coverageJudge(rulebook: CoverageRulebook): CoverageJudge {
  const decide = coverageDecision(rulebook);
  const mentioned = [...comparisonsByFact(rulebook.rules.map((rule) => rule.when)).keys()];
  const verdicts = new Map<string, Promise<CoverageVerdict | null>>();
  return {
    async judge(facts) {
      const key = JSON.stringify(mentioned.map((name) => facts[name]));
      const verdict = verdicts.get(key) ?? decide(facts);
      verdicts.set(key, verdict);
      const decided = await verdict;
      if (decided === null) throw new Error(`rulebook ${rulebook.name}: no rule applies`);
      return decided;
    },
  };
}

/** What the first rule that applies says, or `null` where none does; nothing but the engine remembers. */
export function coverageDecision(
  rulebook: CoverageRulebook,
  engineOf: EngineMaker = ruleEngine,
): (facts: RuleFacts) => Promise<CoverageVerdict | null> {
  const engine = engineOf(rulebook.rules, factTypes(rulebook));
  return async (facts) => {
    const [first] = await engine.applying(facts);
    const rule = rulebook.rules.find((candidate) => candidate.name === first);
    return rule === undefined ? null : { status: rule.status, rule: rule.name, clause: rule.clause };
  };
}
