import type { Texts } from '../language/texts.ts';
import { factName, factValue } from './fact-words-page.ts';
import type { PointDetail, ValueSource } from './point-detail.ts';

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
    const value = fact.value === null ? null : factValue(fact.fact, fact.value, rulebook.body, text);
    return {
      fact: factName(fact.fact, rulebook.body, text),
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
