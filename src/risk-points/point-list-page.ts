import { sentence, wordsOf, type SentencePart } from '../language/sentence.ts';
import type { Texts } from '../language/texts.ts';
import type { PageModel } from '../web/page.ts';
import { pagerOf, type Pager } from '../web/pager.ts';
import type { IgnoredCondition } from '../web/query-fields.ts';
import type { SelectField } from '../web/select-field.ts';
import { pointPaths, pointsPath, POINT_QUERY } from './paths.ts';
import { activeFilters, filterFields, type ActiveFilter, type FilterChoices } from './point-filter-page.ts';
import { pointRow, type PointRow } from './point-row-page.ts';
import { POINTS_PER_PAGE, type PointFilter, type PointList } from './risk-point.ts';

export interface PointListPage extends PageModel {
  readonly finding: readonly SentencePart[];
  readonly range: string | null;
  readonly action: string;
  readonly resetHref: string;
  /** Conditions that the form keeps without asking, by their names in the address. */
  readonly kept: readonly { readonly name: string; readonly value: string }[];
  readonly fields: readonly SelectField[];
  readonly active: readonly ActiveFilter[];
  readonly ignored: readonly string[];
  readonly rows: readonly PointRow[];
  readonly empty: EmptyList | null;
  readonly pager: Pager | null;
}

/** What to do about a list with nothing in it. */
export interface EmptyList {
  readonly what: string;
  readonly fix: string;
  readonly href: string | null;
  readonly link: string | null;
}

/** A page of the list of risk points. `ignored` are conditions of the address that mean nothing. */
export function pointListPage(
  list: PointList,
  asked: { readonly filter: Partial<PointFilter>; readonly ignored: readonly IgnoredCondition[] },
  choices: FilterChoices,
  text: Texts,
): PointListPage {
  const { filter } = asked;
  const active = activeFilters(filter, choices, text);
  const finding = findingOf(list.total, active.length > 0, text);
  return {
    title: wordsOf(finding),
    finding,
    range: rangeOf(list, text),
    action: pointPaths.list,
    resetHref: pointsPath(),
    kept: filter.year === undefined ? [] : [{ name: POINT_QUERY.year.name, value: String(filter.year) }],
    fields: filterFields(filter, choices, text),
    active,
    ignored: asked.ignored.map((condition) => ignoredNotice(condition, text)),
    rows: list.points.map((point) => pointRow(point, choices.rulebook, text)),
    empty: emptyOf(list, filter, active.length > 0, text),
    pager: pagerOf(list.page, list.pages, (page) => pointsPath({ ...filter, page }), text),
  };
}

function findingOf(total: number, isNarrowed: boolean, text: Texts): readonly SentencePart[] {
  const { all, found, none, nothingYet } = text.riskPoints.list;
  const empty = isNarrowed ? none : nothingYet;
  const some = isNarrowed ? found : all;
  const figure = { text: text.formats.count(total), isStrong: true };
  return sentence(total === 0 ? empty : some, { total: figure });
}

function rangeOf({ total, page, points }: PointList, text: Texts): string | null {
  if (points.length === 0) return null;
  const { count } = text.formats;
  const first = (page - 1) * POINTS_PER_PAGE + 1;
  return text.lists.range(count(first), count(first + points.length - 1), count(total));
}

function emptyOf(
  { total, pages, points }: PointList,
  filter: Partial<PointFilter>,
  isNarrowed: boolean,
  text: Texts,
): EmptyList | null {
  if (points.length > 0) return null;
  const { lists, formats, riskPoints } = text;
  const { none, nothingYet, emptyFix, nothingYetFix } = riskPoints.list;
  if (total > 0) {
    const href = pointsPath({ ...filter, page: 1 });
    return { what: lists.beyond(formats.count(pages)), fix: '', href, link: lists.toFirst };
  }
  if (isNarrowed) return { what: none, fix: emptyFix, href: pointsPath(), link: lists.reset };
  return { what: nothingYet, fix: nothingYetFix, href: null, link: null };
}

function ignoredNotice({ name, value }: IgnoredCondition, text: Texts): string {
  const { filters } = text.riskPoints.list;
  const labels = new Map<string, string>(Object.entries(filters));
  return text.lists.ignored(labels.get(name) ?? name, value);
}
