import type { Texts } from '../language/texts.ts';
import { isKeyDomain } from '../organisation/key-domain.ts';
import { factDefinition } from '../rulebooks/fact-catalogue.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import type { PointDetail, PointFact, ValueSource } from './point-detail.ts';
import { factTitle } from './point-grading-page.ts';

/** A fact with who set it, when, and where it was read. */
export interface FactRow {
  readonly fact: string;
  readonly value: string;
  readonly isKnown: boolean;
  readonly setBy: string;
  readonly setAt: string;
  readonly source: string;
}

export interface SourceRow {
  readonly field: string;
  readonly file: string;
  readonly place: string;
  readonly at: string;
}

export function factRows({ facts, rulebook }: PointDetail, text: Texts): readonly FactRow[] {
  const { none, unknown } = text.riskPoints.point.facts;
  return facts.map((fact) => {
    const value = valueOf(fact, rulebook.body, text);
    return {
      fact: factTitle(fact.fact, text),
      value: value ?? unknown,
      isKnown: value !== null,
      setBy: fact.setBy === null ? none : text.audit.actorName(fact.setBy),
      setAt: fact.setAt === null ? none : text.formats.instant(fact.setAt),
      source: fact.source === null ? none : placeIn(fact.source, text),
    };
  });
}

export function sourceRows(sources: readonly ValueSource[], text: Texts): readonly SourceRow[] {
  return sources.map(({ field, file, place, at }) => ({
    field: text.riskPoints.point.sources.fieldName(field),
    file,
    place: text.formats.place(place),
    at: text.formats.instant(at),
  }));
}

/** A source as one piece of text: the file, and the place in it where that is known. */
export function placeIn({ file, place }: ValueSource, text: Texts): string {
  return text.riskPoints.point.inFile(file, text.formats.place(place));
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

/** A fact's value in words; `null` is unknown. */
function valueOf({ fact, value }: PointFact, rulebook: GradingRulebook, text: Texts): string | null {
  if (value === null) return null;
  const { facts } = text.riskPoints.point;
  const code = String(value);
  switch (fact) {
    case 'probability':
    case 'harm':
      return stepName(fact, code, rulebook, text);
    case 'domain':
      return isKeyDomain(code) ? text.terms.keyDomains[code] : code;
    case 'measureCount': {
      const unit = factDefinition('grading', fact)?.unit ?? null;
      return unit === null ? code : facts.withUnit(code, text.formats.inThisLanguage(unit));
    }
  }
}
