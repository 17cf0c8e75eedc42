import type { Texts } from '../language/texts.ts';
import { wordsOf } from '../language/sentence.ts';
import { emptyOf, ignoredNotices, listFinding, rangeOf, type ListPage } from '../web/list-parts.ts';
import { pagerOf } from '../web/pager.ts';
import type { ReadQuery } from '../web/query-fields.ts';
import { pointPaths, pointsPath } from './paths.ts';
import { activeFilters, filterFields, keptConditions, type FilterChoices } from './point-filter-page.ts';
import { pointRow, type PointRow } from './point-row-page.ts';
import { POINTS_PER_PAGE, type PointFilter, type PointList } from './risk-point.ts';

export type PointListPage = ListPage<PointRow>;

/** A page of the list of risk points, as it was asked for. */
export function pointListPage(
  list: PointList,
  asked: ReadQuery<PointFilter>,
  choices: FilterChoices,
  text: Texts,
): PointListPage {
  const { filter } = asked;
  const words = text.riskPoints.list;
  const active = activeFilters(filter, choices, text);
  const isNarrowed = active.length > 0;
  const finding = listFinding(list.total, isNarrowed, words, text);
  const part = { ...list, shown: list.points.length, perPage: POINTS_PER_PAGE };
  const hrefs = { first: pointsPath({ ...filter, page: 1 }), reset: pointsPath() };
  return {
    title: wordsOf(finding),
    finding,
    range: rangeOf(part, text),
    filters: {
      action: pointPaths.list,
      resetHref: hrefs.reset,
      kept: keptConditions(filter),
      fields: filterFields(filter, choices, text),
      active,
      ignored: ignoredNotices(asked.ignored, words.filters, text),
    },
    rows: list.points.map((point) => pointRow(point, choices.rulebook, text)),
    empty: emptyOf(part, isNarrowed, hrefs, words, text),
    pager: pagerOf(list.page, list.pages, (page) => pointsPath({ ...filter, page }), text),
  };
}
