import type { GradingRulebook } from './rulebook.ts';
import type { Problem } from './rulebook-finding.ts';

/** What judging a sound rulebook finds. */
export interface JudgedCheck {
  /** How many combinations of facts were judged. */
  readonly cases: number;
  readonly problems: readonly Problem[];
}

/** The check that the grading slice makes; it is passed in, because grading stands after rulebooks. */
export type GradingCheck = (rulebook: GradingRulebook) => Promise<JudgedCheck>;
