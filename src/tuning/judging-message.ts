import type { CaseFacts } from '../grading/case.ts';
import type { Verdict } from '../grading/verdict.ts';
import type { Language } from '../language/languages.ts';

import type { OnFile, RulebookCheck } from '../rulebooks/rulebook-check.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';

/** What the judging worker asks of its thread, and what each kind of work answers. */
export type JudgingWork =
  | { readonly kind: 'judge'; readonly rulebook: GradingRulebook; readonly cases: readonly CaseFacts[] }
  | {
      readonly kind: 'check';
      readonly text: string;
      readonly language: Language;
      readonly onFile: OnFile;
    };

export interface JudgingOutcomes {
  readonly judge: readonly Verdict[];
  readonly check: RulebookCheck;
}

export type JudgingOutcome = JudgingOutcomes[keyof JudgingOutcomes];

/** Work for the thread, or word that the answer to an earlier task is not wanted any more. */
export type JudgingOrder =
  { readonly task: number; readonly work: JudgingWork } | { readonly dropped: number };

/** Without an outcome the work failed, and whoever asked finds out why by doing it. */
export interface JudgingAnswer {
  readonly task: number;
  readonly outcome: JudgingOutcome | null;
}
