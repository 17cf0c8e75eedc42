import { wordsOf } from '../language/sentence.ts';
import type { Texts } from '../language/texts.ts';
import type { OrgUnit } from '../organisation/org-unit.ts';
import { pointsPath } from '../risk-points/paths.ts';
import { unitOptions } from '../risk-points/point-filter-page.ts';
import {
  emptyOf,
  ignoredNotices,
  listFinding,
  rangeOf,
  type ActiveFilter,
  type ListPage,
} from '../web/list-parts.ts';
import { numberLink, type NumberLink } from '../web/number-link.ts';
import { pagerOf } from '../web/pager.ts';
import { ignoredCondition, without, type ReadQuery } from '../web/query-fields.ts';
import { selectField, type SelectField } from '../web/select-field.ts';
import { FORMS_PER_PAGE, type FormFilter, type FormList, type FormSummary } from './form.ts';
import { FORM_QUERY, formPaths, formsPath } from './paths.ts';

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
  const active = activeFilters(filter, units, text);
  const isNarrowed = active.length > 0;
  const finding = listFinding(list.total, isNarrowed, words, text);
  const part = { ...list, shown: list.forms.length, perPage: FORMS_PER_PAGE };
  const hrefs = { first: formsPath({ ...filter, page: 1 }), reset: formsPath() };
  return {
    title: wordsOf(finding),
    finding,
    range: rangeOf(part, text),
    filters: {
      action: formPaths.list,
      resetHref: hrefs.reset,
      kept: filter.year === undefined ? [] : [{ name: FORM_QUERY.year.name, value: String(filter.year) }],
      fields: filterFields(filter, units, text),
      active,
      ignored: ignoredNotices(asked.ignored, words.filters, text),
    },
    rows: list.forms.map((form) => formRow(form, filter.year, text)),
    empty: emptyOf(part, isNarrowed, hrefs, words, text),
    pager: pagerOf(list.page, list.pages, (page) => formsPath({ ...filter, page }), text),
  };
}

function filterFields(
  filter: Partial<FormFilter>,
  units: readonly OrgUnit[],
  text: Texts,
): readonly SelectField[] {
  const { filters, annex1Missing } = text.forms.list;
  const { any } = text.lists;
  const { unitId, annex1 } = filter;
  return [
    selectField(FORM_QUERY.unitId.name, { label: filters.unit, any }, unitOptions(units), unitId?.toString()),
    selectField(FORM_QUERY.annex1.name, { label: filters.annex1, any }, [['missing', annex1Missing]], annex1),
  ];
}

function activeFilters(
  filter: Partial<FormFilter>,
  units: readonly OrgUnit[],
  text: Texts,
): readonly ActiveFilter[] {
  const { filters, annex1Missing } = text.forms.list;
  const { year, unitId, annex1 } = filter;
  const drop = (key: keyof FormFilter): string => formsPath(without(filter, [key, 'page']));
  const said = (label: string, value: string, key: keyof FormFilter): ActiveFilter => ({
    text: text.lists.filter(label, value),
    dropHref: drop(key),
  });
  const unit = units.find(({ id }) => id === unitId)?.name;
  return [
    ...(year === undefined ? [] : [said(filters.year, String(year), 'year')]),
    ...(unit === undefined ? [] : [said(filters.unit, unit, 'unitId')]),
    ...(annex1 === undefined ? [] : [said(filters.annex1, annex1Missing, 'annex1')]),
  ];
}

function formRow(form: FormSummary, year: number | undefined, text: Texts): FormRow {
  const { list, states } = text.forms;
  const { count, date } = text.formats;
  const person = form.personName ?? list.unitsOwn;
  const ofForm = { ...(year === undefined ? {} : { year }), formId: form.id };
  const [points, withMeasure] = [count(form.points), count(form.withMeasure)];
  return {
    unit: form.unitName,
    person,
    posts: form.postNames.length === 0 ? list.missing : text.formats.list(form.postNames),
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
