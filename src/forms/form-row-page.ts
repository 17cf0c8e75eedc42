import type { Texts } from '../language/texts.ts';
import { pointsPath } from '../risk-points/paths.ts';
import { excerptOf, markedText, wordsIn, type MarkedPart } from '../web/marked-text.ts';
import { numberLink, type NumberLink } from '../web/number-link.ts';
import type { FormSummary } from './form.ts';
import { formPath } from './paths.ts';

export interface FormRow {
  readonly unit: string;
  readonly person: string;
  readonly href: string;
  readonly label: string;
  readonly posts: string;
  readonly version: string;
  readonly state: string;
  readonly filledOn: string;
  readonly points: NumberLink;
  readonly withMeasure: NumberLink;
  readonly file: string;
  /** The names again, with what was searched for marked. */
  readonly marked: {
    readonly unit: readonly MarkedPart[];
    readonly person: readonly MarkedPart[];
    readonly posts: readonly MarkedPart[];
  };
  /** Where what was searched for stands in the duties and in no name; empty elsewhere. */
  readonly dutiesExcerpt: readonly MarkedPart[];
  /** Known from a summary or a register alone. */
  readonly missesAnnex1: boolean;
}

/** A form as one line of a list. Takes the words that are searched for. */
export function formRow(
  form: FormSummary,
  year: number | undefined,
  text: Texts,
  words: readonly string[] = [],
): FormRow {
  const { list, states } = text.forms;
  const { count, date } = text.formats;
  const person = form.personName ?? list.unitsOwn;
  const posts = form.postNames.length === 0 ? list.missing : text.formats.list(form.postNames);
  const ofForm = { ...(year === undefined ? {} : { year }), formId: form.id };
  const [points, withMeasure] = [count(form.points), count(form.withMeasure)];
  return {
    unit: form.unitName,
    person,
    href: formPath(form.id),
    label: list.openLabel(person, form.unitName),
    posts,
    marked: {
      unit: markedText(form.unitName, words),
      person: markedText(person, words),
      posts: markedText(posts, words),
    },
    dutiesExcerpt: dutiesExcerpt(form, words),
    version: list.version(count(form.version)),
    state: states[form.state],
    filledOn: form.filledOn === null ? list.missing : date(form.filledOn),
    points: numberLink(points, pointsPath(ofForm), list.pointsLabel(person, points)),
    withMeasure: numberLink(
      withMeasure,
      pointsPath({ ...ofForm, measures: 'some' }),
      list.withMeasureLabel(person, withMeasure),
    ),
    file: form.file ?? list.missing,
    missesAnnex1: !form.hasAnnex1 && form.personName !== null,
  };
}

function dutiesExcerpt(form: FormSummary, words: readonly string[]): readonly MarkedPart[] {
  const names = wordsIn([form.unitName, form.personName, ...form.postNames].join('\n'), words);
  const unseen = words.filter((word) => !names.includes(word));
  const duties = form.duties ?? '';
  return wordsIn(duties, unseen).length === 0 ? [] : excerptOf(duties, words);
}
