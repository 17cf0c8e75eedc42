import { LastUsed } from '../platform/last-used.ts';
import type { EngineMaker } from '../rulebooks/rule-memory.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import { caseClasses } from './class.ts';
import { factJudge } from './fact-judge.ts';
import type { GradingJudge, Verdict } from './verdict.ts';

const MOST_CLASSES = 50_000;

/**
 * A judge of cases by one grading rulebook, which must be one that `parseRulebook` took. The rule engine runs once
 * for each class of cases, however many cases there are.
 */
export function gradingJudge(rulebook: GradingRulebook, engineOf?: EngineMaker): GradingJudge {
  const classOf = caseClasses(rulebook);
  const judge = factJudge(rulebook, engineOf);
  const verdicts = new LastUsed<string, Promise<Verdict>>(MOST_CLASSES);
  return {
    async judge(caseFacts) {
      const { key, facts } = classOf(caseFacts);
      return verdicts.of(key, () => judge.judge(facts));
    },
  };
}
