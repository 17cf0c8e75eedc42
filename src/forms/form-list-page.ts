import { searchWords } from '../language/normalise.ts';
import { wordsOf } from '../language/sentence.ts';
import type { Texts } from '../language/texts.ts';
import type { OrgUnit } from '../organisation/org-unit.ts';
import { pointsPath } from '../risk-points/paths.ts';
import { emptyOf, ignoredNotices, listFinding, rangeOf, type ListPage } from '../web/list-parts.ts';
import { numberLink, type NumberLink } from '../web/number-link.ts';
import { excerptOf, markedText, wordsIn, type MarkedPart } from '../web/marked-text.ts';
import { DEFAULT_PAGE_SIZE, pagerOf, pageSizes } from '../web/pager.ts';
import { ignoredCondition, without, type ReadQuery } from '../web/query-fields.ts';
import { formFilterForm } from './form-filter-page.ts';
import { type FormFilter, type FormList, type FormSummary } from './form.ts';
import { FORM_QUERY, formsPath } from './paths.ts';

export type FormListPage = ListPage<FormRow>;

export interface FormRow {
  readonly unit: string;
  readonly person: string;
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

/** Splits off a unit that is out of reach. */
export function withinUnits(
  { filter, ignored }: ReadQuery<FormFilter>,
  units: readonly OrgUnit[],
): ReadQuery<FormFilter> {
  const { unitId } = filter;
  if (unitId === undefined || units.some(({ id }) => id === unitId)) return { filter, ignored };
  const unit = ignoredCondition(FORM_QUERY.unitId.name, String(unitId));
  return { filter: without(filter, ['unitId']), ignored: [...ignored, unit] };
}

/** A page of the list of forms on file, as it was asked for. */
export function formListPage(
  list: FormList,
  asked: ReadQuery<FormFilter>,
  units: readonly OrgUnit[],
  text: Texts,
): FormListPage {
  const { filter } = asked;
  const words = text.forms.list;
  const form = formFilterForm(filter, units, text);
  const isNarrowed = form.active.length > 0;
  const searched = searchWords(filter.words ?? '');
  const finding = listFinding(list.total, isNarrowed, words, text);
  const part = { ...list, shown: list.forms.length, perPage: filter.size ?? DEFAULT_PAGE_SIZE };
  const hrefs = { first: formsPath({ ...filter, page: 1 }), reset: formsPath() };
  return {
    title: wordsOf(finding),
    finding,
    range: rangeOf(part, text),
    filters: {
      ...form,
      ignored: ignoredNotices(asked.ignored, labelsByName(text), text),
    },
    rows: list.forms.map((row) => formRow(row, filter.year, text, searched)),
    empty: emptyOf(part, isNarrowed, hrefs, words, text),
    pager: pagerOf(list.page, list.pages, (page) => formsPath({ ...filter, page }), text),
    sizes: pageSizes(list.total, filter.size, (size) => formsPath({ ...filter, size, page: 1 }), text),
  };
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

/** The labels of the conditions by their names in the address. */
function labelsByName(text: Texts): Readonly<Record<string, string>> {
  const { unit, ...others } = text.forms.list.filters;
  const labels: Readonly<Record<string, string>> = { ...others, unitId: unit };
  return Object.fromEntries(Object.entries(FORM_QUERY).map(([key, { name }]) => [name, labels[key] ?? name]));
}
