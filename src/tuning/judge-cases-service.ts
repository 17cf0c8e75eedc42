import type { CaseFacts } from '../grading/case.ts';
import { gradingJudge } from '../grading/grading-judge.ts';
import type { Verdict } from '../grading/verdict.ts';
import { RuleMemory } from '../rulebooks/rule-memory.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import { inTurns } from './judging-turns-service.ts';
import { lastJudges } from './last-judges.ts';

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
  const judgeOf = lastJudges(MOST_RULEBOOKS, (rulebook: GradingRulebook) =>
    gradingJudge(rulebook, memory.engine),
  );
  return async (rulebook, cases, signal) => {
    const judge = judgeOf(rulebook);
    return inTurns(cases, CASES_AT_ONCE, (facts) => judge.judge(facts), signal);
  };
}
