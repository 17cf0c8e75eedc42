import type { Texts } from '../language/texts.ts';
import { declaredFacts } from '../rulebooks/rulebook-facts.ts';
import { factName, factValue } from './fact-words-page.ts';
import { stepNameOn } from './other-scale-page.ts';
import type { PointDetail, PointFact, ValueSource } from './point-detail.ts';

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

export function factRows(point: PointDetail, text: Texts): readonly FactRow[] {
  const { none, unknown } = text.riskPoints.point.facts;
  return point.facts.map((fact) => {
    const value = valueOf(fact, point, text);
    return {
      fact: factName(fact.fact, point.rulebook.body, text),
      value: value ?? unknown,
      isKnown: value !== null,
      setBy: fact.setBy === null ? none : text.audit.actorName(fact.setBy),
      setAt: fact.setAt === null ? none : text.formats.instant(fact.setAt),
      source: fact.source === null ? none : placeIn(fact.source, text),
    };
  });
}

export function sourceRows(
  { sources, rulebook }: Pick<PointDetail, 'sources' | 'rulebook'>,
  text: Texts,
): readonly SourceRow[] {
  const own = new Map(declaredFacts(rulebook.body).map(({ name, title }) => [name, title]));
  const named = (field: string): string => {
    const title = own.get(field);
    return title === undefined
      ? text.riskPoints.point.sources.fieldName(field)
      : text.formats.inThisLanguage(title);
  };
  return sources.map(({ field, file, place, at }) => ({
    field: named(field),
    file,
    place: text.formats.place(place),
    at: text.formats.instant(at),
  }));
}

/** A source as one piece of text: the file, and the place in it where that is known. */
export function placeIn({ file, place }: ValueSource, text: Texts): string {
  return text.riskPoints.point.inFile(file, text.formats.place(place));
}

/** A fact's value in words; `null` is unknown. */
function valueOf({ fact, value, scale }: PointFact, point: PointDetail, text: Texts): string | null {
  if (value === null) return null;
  const isStep = fact === 'probability' || fact === 'harm';
  if (!isStep || scale === undefined) return factValue(fact, value, point.rulebook.body, text);
  return stepNameOn(fact, { scale, step: String(value) }, point, text);
}
