import { comparisonsByFact } from './fact-space.ts';
import { factTypes, type RuleFacts } from './fact-type.ts';
import { standInFor } from './told-apart.ts';
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

/** As long as somebody holds a rulebook, its judge and what it answered are remembered. */
const judges = new WeakMap<CoverageRulebook, CoverageJudge>();

/**
 * The judge by one rulebook: the first rule that applies decides. Answers are remembered for all facts that the rules
 * do not tell apart, so that a province's cells, each with counts of its own, are judged a few dozen times in all.
 */
export function coverageJudge(rulebook: CoverageRulebook): CoverageJudge {
  const known = judges.get(rulebook);
  if (known !== undefined) return known;
  const judge = newJudge(rulebook);
  judges.set(rulebook, judge);
  return judge;
}

function newJudge(rulebook: CoverageRulebook): CoverageJudge {
  const decide = coverageDecision(rulebook);
  const types = factTypes(rulebook);
  const mentioned = [...comparisonsByFact(rulebook.rules.map((rule) => rule.when))];
  const verdicts = new Map<string, Promise<CoverageVerdict | null>>();
  return {
    async judge(facts) {
      const told = mentioned.map(([name, comparisons]) => {
        const [value, type] = [facts[name], types.get(name)];
        if (value === undefined || value === null || type === undefined) return value;
        const isFraction = type.type === 'number' && !type.integer;
        return isFraction ? value : standInFor(value, type, comparisons);
      });
      const key = JSON.stringify(told);
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
