import { searchWords } from '../language/normalise.ts';
import { wordsOf } from '../language/sentence.ts';
import type { Texts } from '../language/texts.ts';
import { exportForm, type ExportForm } from '../web/export-form.ts';
import { emptyOf, ignoredNotices, listFinding, rangeOf, type ListPage } from '../web/list-parts.ts';
import { DEFAULT_PAGE_SIZE, pagerOf, pageSizes } from '../web/pager.ts';
import type { ReadQuery } from '../web/query-fields.ts';
import { POINT_QUERY, pointsExportPath, pointsPath } from './paths.ts';
import type { FilterChoices } from './point-choices.ts';
import { pointFilterForm } from './point-filter-page.ts';
import { sortHeaders, type PointHeaders } from './point-headers-page.ts';
import { pointRow, type PointRow } from './point-row-page.ts';
import { leadersNamed } from './responsible-leader.ts';
import type { PointFilter, PointList } from './risk-point.ts';

export interface PointListPage extends ListPage<PointRow> {
  readonly order: PointHeaders;
  readonly takeAway: ExportForm | null;
  /** Whether the rulebook in force names leaders, who then have a column. */
  readonly hasLeaders: boolean;
}

/** A page of the list of risk points, as it was asked for. */
export function pointListPage(
  list: PointList,
  asked: ReadQuery<PointFilter>,
  choices: FilterChoices,
  text: Texts,
): PointListPage {
  const { filter } = asked;
  const words = text.riskPoints.list;
  const form = pointFilterForm(filter, choices, text);
  const isNarrowed = form.active.length > 0;
  const finding = listFinding(list, isNarrowed, words, text);
  const part = { ...list, shown: list.points.length, perPage: filter.size ?? DEFAULT_PAGE_SIZE };
  const hrefs = { first: pointsPath({ ...filter, page: 1 }), reset: pointsPath() };
  const searched = searchWords(filter.words ?? '');
  return {
    title: wordsOf(finding),
    finding,
    range: rangeOf(part, text),
    filters: { ...form, ignored: ignoredNotices(asked.ignored, labelsByName(text), text) },
    order: sortHeaders(filter, text),
    hasLeaders: leadersNamed(choices.rulebook.grades).length > 0,
    takeAway: exportForm(list, (format) => pointsExportPath(filter, format), text),
    rows: list.points.map((point) => pointRow(point, choices.rulebook, text, searched)),
    empty: emptyOf(part, isNarrowed, hrefs, words, text),
    pager: pagerOf(list.page, list.pages, (page) => pointsPath({ ...filter, page }), text),
    sizes: pageSizes(list.total, filter.size, (size) => pointsPath({ ...filter, size, page: 1 }), text),
  };
}

/** The labels of the conditions by their names in the address. */
function labelsByName(text: Texts): Readonly<Record<string, string>> {
  const { filters } = text.riskPoints.list;
  const { unit, post, holder, form, batch, file, ...others } = filters;
  const labels: Readonly<Record<string, string>> = {
    ...others,
    unitId: unit,
    postId: post,
    holderId: holder,
    formId: form,
    batchId: batch,
    fileId: file,
  };
  return Object.fromEntries(
    Object.entries(POINT_QUERY).map(([key, { name }]) => [name, labels[key] ?? name]),
  );
}
