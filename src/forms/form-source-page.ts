import type { Texts } from '../language/texts.ts';
import type { ValueSource } from '../risk-points/point-detail.ts';
import type { FormDetail } from './form-detail.ts';

export interface FormSource {
  readonly field: string;
  readonly file: string;
  readonly place: string;
  readonly at: string;
}

/** Of every value the place it came from last: the form's own, then each risk's words and measure. */
export function sourcesOf(
  { sources, standings, versions: [current] }: FormDetail,
  text: Texts,
): FormSource[] {
  const { sources: words } = text.riskPoints.point;
  const row = ({ file, place, at }: ValueSource, field: string): FormSource => ({
    field,
    file,
    place: text.formats.place(place) || text.forms.list.missing,
    at: text.formats.instant(at),
  });
  const own = latestOf(sources).map((source) => row(source, words.fieldName(source.field)));
  const ofRisks = current.risks.flatMap(({ pointId, ordinal }) => {
    const known = standings.find((one) => one.pointId === pointId)?.sources ?? [];
    const number = text.formats.count(ordinal);
    return latestOf(known.filter(({ field }) => field === 'text' || field === 'measure')).map((source) =>
      row(source, text.forms.form.ofRisk(words.fieldName(source.field), number)),
    );
  });
  return [...own, ...ofRisks];
}

/** The first of each field, in the order of the paper. */
function latestOf(sources: readonly ValueSource[]): readonly ValueSource[] {
  const latest = sources.filter(
    ({ field }, index) => sources.findIndex((source) => source.field === field) === index,
  );
  return [...latest].reverse();
}
