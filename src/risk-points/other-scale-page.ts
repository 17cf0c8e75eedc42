import type { ScaleValue } from '../grading/case.ts';
import { stepOn } from '../grading/class.ts';
import type { Texts } from '../language/texts.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import { stepName } from './fact-words-page.ts';
import { isElsewhere, type RulebooksByScale } from './other-scale.ts';
import type { PointDetail } from './point-detail.ts';
import type { AssessedFact } from './suggested-step.ts';

/**
 * A value of another scale as the form says it: as what it counts by the mapping, or that it has to be set anew; `null`
 * where the scale is the one in force.
 */
export function elsewhereWords(
  fact: AssessedFact,
  value: ScaleValue | null,
  rulebook: GradingRulebook,
  others: RulebooksByScale,
  text: Texts,
): string | null {
  if (!isElsewhere(value, fact, rulebook.scales)) return null;
  const { inThisLanguage } = text.formats;
  const counts = stepOn(rulebook.scales[fact], value);
  const other = others.get(value.scale);
  const step = other?.scales[fact].steps.find(({ code }) => code === value.step);
  if (other === undefined || step === undefined) {
    const { unknownScale, unknownScaleCounts } = text.assessment;
    return counts === null ? unknownScale : unknownScaleCounts(stepName(fact, counts, rulebook, text));
  }
  const [set, title] = [inThisLanguage(step), inThisLanguage(other.title)];
  if (counts === null) return text.assessment.otherScale(set, title);
  return text.assessment.otherScaleCounts(
    set,
    other.scales[fact].steps.length,
    stepName(fact, counts, rulebook, text),
  );
}

/** A step in words; of another scale with the title of its rulebook, and as what it counts now. */
export function stepNameOn(
  fact: AssessedFact,
  value: ScaleValue,
  { rulebook: { body }, otherRulebooks }: Pick<PointDetail, 'rulebook' | 'otherRulebooks'>,
  text: Texts,
): string {
  if (value.scale === body.scales[fact].code) return stepName(fact, value.step, body, text);
  const other = otherRulebooks.get(value.scale);
  const step = other?.scales[fact].steps.find(({ code }) => code === value.step);
  const counts = stepOn(body.scales[fact], value);
  if (other === undefined || step === undefined) return stepName(fact, counts ?? value.step, body, text);
  const { inThisLanguage } = text.formats;
  const { otherScale, otherScaleCounts } = text.riskPoints.point.facts;
  const [set, title] = [inThisLanguage(step), inThisLanguage(other.title)];
  if (counts === null) return otherScale(set, title);
  return otherScaleCounts(set, other.scales[fact].steps.length, stepName(fact, counts, body, text));
}
