import type { Texts } from '../language/texts.ts';
import { isKeyDomain } from '../organisation/key-domain.ts';
import type { FactDefinition } from '../rulebooks/fact-definition.ts';
import type { FactValue } from '../rulebooks/fact-type.ts';
import { definitionIn } from '../rulebooks/rulebook-facts.ts';
import type { RulebookService } from '../rulebooks/rulebook-service.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';

/** How a rulebook names facts and their values, for those who know no rulebook. */
export interface FactWords {
  readonly name: (fact: string, text: Texts) => string;
  readonly value: (fact: string, value: NonNullable<FactValue>, text: Texts) => string;
}

/** How the rulebook in force for a unit names them. */
export function factWordsInForce({
  rulebooks,
}: {
  readonly rulebooks: RulebookService;
}): (unitPath: string) => Promise<FactWords> {
  return async (unitPath) => factWords((await rulebooks.inForce('grading', unitPath)).body);
}

export function factWords(rulebook: GradingRulebook): FactWords {
  return {
    name: (fact, text) => factName(fact, rulebook, text),
    value: (fact, value, text) => factValue(fact, value, rulebook, text),
  };
}

/** A fact's title, also of one that the rulebook declares itself. */
export function factName(fact: string, rulebook: GradingRulebook, text: Texts): string {
  const definition = definitionIn(rulebook, fact);
  return definition === null ? fact : text.formats.inThisLanguage(definition.title);
}

/** A known value of a fact in words. */
export function factValue(
  fact: string,
  value: NonNullable<FactValue>,
  rulebook: GradingRulebook,
  text: Texts,
): string {
  if (fact === 'probability' || fact === 'harm') return stepName(fact, String(value), rulebook, text);
  const definition = definitionIn(rulebook, fact);
  return definition === null ? String(value) : valueWords(value, definition, text);
}

/** A known value of a fact that is on no scale. */
export function valueWords(value: NonNullable<FactValue>, definition: FactDefinition, text: Texts): string {
  const { truths, withUnit } = text.facts;
  if (typeof value === 'boolean') return truths[value ? 'true' : 'false'];
  if (typeof value === 'number') {
    const { unit } = definition;
    const number = text.formats.count(value);
    return unit === null ? number : withUnit(number, text.formats.inThisLanguage(unit));
  }
  if (isKeyDomain(value)) return text.terms.keyDomains[value];
  const words = definition.type === 'choice' ? definition.optionWords?.[value] : undefined;
  return words === undefined ? value : text.formats.inThisLanguage(words);
}

/** A step of a scale in words, also where the rulebook in force does not have it. */
export function stepName(
  fact: 'probability' | 'harm',
  code: string,
  rulebook: GradingRulebook,
  text: Texts,
): string {
  const step = rulebook.scales[fact].steps.find((candidate) => candidate.code === code);
  return step === undefined ? text.riskPoints.point.facts.offScale(code) : text.formats.inThisLanguage(step);
}
