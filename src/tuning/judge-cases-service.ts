import { setImmediate } from 'node:timers/promises';
import type { CaseFacts } from '../grading/case.ts';
import { gradingJudge } from '../grading/grading-judge.ts';
import type { GradingJudge, Verdict } from '../grading/verdict.ts';
import { digestOf } from '../rulebooks/digest.ts';
import { RuleMemory } from '../rulebooks/rule-memory.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';

/** Judges cases by one rulebook, in their order; throws the signal's reason once nobody wants the answer. */
export type JudgeCases = (
  rulebook: GradingRulebook,
  cases: readonly CaseFacts[],
  signal?: AbortSignal,
) => Promise<readonly Verdict[]>;

const MOST_RULEBOOKS = 12;
const CASES_AT_ONCE = 250;

/**
 * A judge that remembers: the verdicts of the rulebooks that it was asked about last, by class of cases, and of all
 * others what the engine said of their conditions. A draft that is being written is judged anew only where it changed.
 * Lets others have their turn in between.
 */
export function rememberingJudge(): JudgeCases {
  const memory = new RuleMemory();
  const judges = new Map<string, GradingJudge>();
  const judgeOf = (rulebook: GradingRulebook): GradingJudge => {
    const digest = digestOf(rulebook);
    const judge = judges.get(digest) ?? gradingJudge(rulebook, memory.engine);
    judges.delete(digest);
    judges.set(digest, judge);
    const [oldest] = judges.keys();
    if (judges.size > MOST_RULEBOOKS && oldest !== undefined) judges.delete(oldest);
    return judge;
  };
  return async (rulebook, cases, signal) => {
    const judge = judgeOf(rulebook);
    const verdicts: Verdict[] = [];
    for (const [index, facts] of cases.entries()) {
      if (index > 0 && index % CASES_AT_ONCE === 0) await setImmediate();
      signal?.throwIfAborted();
      verdicts.push(await judge.judge(facts));
    }
    return verdicts;
  };
}
