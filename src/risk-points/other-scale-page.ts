import type { ScaleValue } from '../grading/case.ts';
import type { Texts } from '../language/texts.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import { stepName } from './fact-words-page.ts';
import { isElsewhere, type RulebooksByScale } from './other-scale.ts';
import type { PointDetail } from './point-detail.ts';
import type { AssessedFact } from './suggested-step.ts';

/** Which value of another scale is on file and has to be set anew; `null` where the scale is the one in force. */
export function elsewhereWords(
  fact: AssessedFact,
  value: ScaleValue | null,
  { scales }: GradingRulebook,
  others: RulebooksByScale,
  text: Texts,
): string | null {
  if (!isElsewhere(value, fact, scales)) return null;
  const { inThisLanguage } = text.formats;
  const other = others.get(value.scale);
  const step = other?.scales[fact].steps.find(({ code }) => code === value.step);
  if (other === undefined || step === undefined) return text.assessment.unknownScale;
  return text.assessment.otherScale(inThisLanguage(step), inThisLanguage(other.title));
}

/** A step in words, with the title of its rulebook where that is not the one in force. */
export function stepNameOn(
  fact: AssessedFact,
  value: ScaleValue,
  { rulebook: { body }, otherRulebooks }: Pick<PointDetail, 'rulebook' | 'otherRulebooks'>,
  text: Texts,
): string {
  if (value.scale === body.scales[fact].code) return stepName(fact, value.step, body, text);
  const other = otherRulebooks.get(value.scale);
  const step = other?.scales[fact].steps.find(({ code }) => code === value.step);
  if (other === undefined || step === undefined) return stepName(fact, value.step, body, text);
  const { inThisLanguage } = text.formats;
  return text.riskPoints.point.facts.otherScale(inThisLanguage(step), inThisLanguage(other.title));
}
