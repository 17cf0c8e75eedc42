import { coverageDecision, type CoverageVerdict } from '../../rulebooks/coverage-judge.ts';
import type { RuleFacts } from '../../rulebooks/fact-type.ts';
import { RuleMemory } from '../../rulebooks/rule-memory.ts';
import type { CoverageRulebook } from '../../rulebooks/rulebook.ts';
import { inTurns } from '../judging-turns-service.ts';

/** Judges cells by one coverage rulebook, in their order; `null` where none of its rules applies. */
export type JudgeCells = (
  rulebook: CoverageRulebook,
  cells: readonly RuleFacts[],
  signal?: AbortSignal,
) => Promise<readonly (CoverageVerdict | null)[]>;

const CELLS_AT_ONCE = 250;

/**
 * A judge that remembers what the engine said of conditions, so that a draft that is being written is judged anew only
 * where it changed. Lets others have their turn in between.
 */
export function rememberingCellJudge(): JudgeCells {
  const memory = new RuleMemory();
  return async (rulebook, cells, signal) =>
    inTurns(cells, CELLS_AT_ONCE, coverageDecision(rulebook, memory.engine), signal);
}
