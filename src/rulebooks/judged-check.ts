import type { GradingRulebook } from './rulebook.ts';
import type { Problem, WordsIn } from './rulebook-finding.ts';

/** What judging a sound rulebook finds. */
export interface JudgedCheck {
  /** How many combinations of facts can occur and were looked at. */
  readonly cases: number;
  readonly problems: readonly Problem[];
  /** Whether the space was too large to look at as a whole, so that only samples of it were judged. */
  readonly sampled: boolean;
  /** What whoever reads the findings should know about them. */
  readonly warnings: readonly WordsIn[];
}

/** The check that the grading slice makes; it is passed in, because grading stands after rulebooks. */
export type GradingCheck = (rulebook: GradingRulebook) => Promise<JudgedCheck>;
