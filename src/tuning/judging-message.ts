import type { CaseFacts } from '../grading/case.ts';
import type { Verdict } from '../grading/verdict.ts';
import type { Language } from '../language/languages.ts';
import type { CoverageVerdict } from '../rulebooks/coverage-judge.ts';
import type { DomainSuggestion } from '../rulebooks/domain-judge.ts';
import type { RuleFacts } from '../rulebooks/fact-type.ts';
import type { OnFile, RulebookCheck } from '../rulebooks/rulebook-check.ts';
import type { CoverageRulebook, DomainRulebook, GradingRulebook } from '../rulebooks/rulebook.ts';
import type { SuggestedText } from './effect/suggested-text.ts';

/** What the judging worker asks of its thread, and what each kind of work answers. */
export type JudgingWork =
  | { readonly kind: 'judge'; readonly rulebook: GradingRulebook; readonly cases: readonly CaseFacts[] }
  | { readonly kind: 'cells'; readonly rulebook: CoverageRulebook; readonly cells: readonly RuleFacts[] }
  | { readonly kind: 'suggest'; readonly rulebook: DomainRulebook; readonly texts: readonly SuggestedText[] }
  | {
      readonly kind: 'check';
      readonly text: string;
      readonly language: Language;
      readonly onFile: OnFile;
    };

export interface JudgingOutcomes {
  readonly judge: readonly Verdict[];
  readonly cells: readonly (CoverageVerdict | null)[];
  readonly suggest: readonly (readonly DomainSuggestion[])[];
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
