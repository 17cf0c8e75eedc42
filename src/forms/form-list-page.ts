import { searchWords } from '../language/normalise.ts';
import { wordsOf } from '../language/sentence.ts';
import type { Texts } from '../language/texts.ts';
import type { OrgUnit } from '../organisation/org-unit.ts';
import { exportForm, type ExportForm } from '../web/export-form.ts';
import { emptyOf, ignoredNotices, listFinding, rangeOf, type ListPage } from '../web/list-parts.ts';
import { DEFAULT_PAGE_SIZE, pagerOf, pageSizes } from '../web/pager.ts';
import { ignoredCondition, without, type ReadQuery } from '../web/query-fields.ts';
import { formFilterForm } from './form-filter-page.ts';
import { formHeaders, type FormHeaders } from './form-headers-page.ts';
import { formRow, type FormRow } from './form-row-page.ts';
import type { FormFilter, FormList } from './form.ts';
import { FORM_QUERY, formsExportPath, formsPath } from './paths.ts';

export interface FormListPage extends ListPage<FormRow> {
  readonly takeAway: ExportForm | null;
  readonly order: FormHeaders;
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
  const finding = listFinding(list, isNarrowed, words, text);
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
    order: formHeaders(filter, text),
    takeAway: exportForm(list, (format) => formsExportPath(filter, format), text),
    rows: list.forms.map((row) => formRow(row, filter.year, text, searched)),
    empty: emptyOf(part, isNarrowed, hrefs, words, text),
    pager: pagerOf(list.page, list.pages, (page) => formsPath({ ...filter, page }), text),
    sizes: pageSizes(list.total, filter.size, (size) => formsPath({ ...filter, size, page: 1 }), text),
  };
}

/** The labels of the conditions by their names in the address. */
function labelsByName(text: Texts): Readonly<Record<string, string>> {
  const { unit, ...others } = text.forms.list.filters;
  const labels: Readonly<Record<string, string>> = { ...others, unitId: unit };
  return Object.fromEntries(Object.entries(FORM_QUERY).map(([key, { name }]) => [name, labels[key] ?? name]));
}
