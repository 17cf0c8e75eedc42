import type { EngineMaker } from '../rulebooks/rule-memory.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import { caseClasses } from './class.ts';
import { factJudge } from './fact-judge.ts';
import type { GradingJudge, Verdict } from './verdict.ts';

/**
 * A judge of cases by one grading rulebook, which must be one that `parseRulebook` took. The rule engine runs once
 * for each class of cases, however many cases there are.
 */
export function gradingJudge(rulebook: GradingRulebook, engineOf?: EngineMaker): GradingJudge {
  const classOf = caseClasses(rulebook);
  const judge = factJudge(rulebook, engineOf);
  const verdicts = new Map<string, Promise<Verdict>>();
  return {
    async judge(caseFacts) {
      const { key, facts } = classOf(caseFacts);
      const known = verdicts.get(key);
      if (known !== undefined) return known;
      const verdict = judge.judge(facts);
      verdicts.set(key, verdict);
      return verdict;
    },
  };
}
