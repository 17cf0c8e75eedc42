import type { Verdict } from '../grading/verdict.ts';
import type { Texts } from '../language/texts.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import type { Refusal } from './assessment.ts';
import { gradeName } from './grade-look.ts';
import { stepName } from './fact-words-page.ts';
import { factTitle } from './point-grading-page.ts';
import type { AssessedFact } from './suggested-step.ts';

/** Why a choice was refused: what stands there now, who set it when, and what was chosen. */
export function refusalWords(
  refusal: Refusal,
  chosen: string | null,
  rulebook: GradingRulebook,
  text: Texts,
): string {
  const { refused } = text.assessment;
  if (refusal.kind !== 'changed') return refused[refusal.kind];
  const { fact, now, last } = refusal;
  const nameOf = (step: string | null): string =>
    step === null ? text.assessment.unknown : stepName(fact, step, rulebook, text);
  const title = factTitle(fact, text);
  const at = last === null ? '' : text.formats.instant(last.setAt);
  const who = last === null ? text.assessment.somebody : text.audit.actorName(last.setBy);
  return refused.changed({ fact: title, who, at, now: nameOf(now?.step ?? null), chosen: nameOf(chosen) });
}

/** What was saved of one point, for the notice on the next page. */
export function savedWords(
  steps: Readonly<Record<AssessedFact, string | null>>,
  verdict: Verdict,
  rulebook: GradingRulebook,
  text: Texts,
): string {
  const nameOf = (fact: AssessedFact): string => {
    const step = steps[fact];
    return step === null ? text.assessment.unknown : stepName(fact, step, rulebook, text);
  };
  const grade = gradeName(verdict.grade ?? 'unassessed', text);
  return text.assessment.saved.one({ probability: nameOf('probability'), harm: nameOf('harm'), grade });
}
