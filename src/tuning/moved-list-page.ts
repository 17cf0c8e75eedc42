import type { Texts } from '../language/texts.ts';
import type { OrgUnit } from '../organisation/org-unit.ts';
import { KEY_DOMAINS } from '../organisation/key-domain.ts';
import {
  gradeName,
  gradeNameBefore,
  GRADES_IN_ORDER,
  gradeTag,
  gradeTagBefore,
  type GradeTag,
} from '../risk-points/grade-look.ts';
import { unitOptions } from '../risk-points/point-filter-page.ts';
import { factTitle } from '../risk-points/point-grading-page.ts';
import { becauseOf, pointRow } from '../risk-points/point-row-page.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import { exportForm, type ExportForm } from '../web/export-form.ts';
import { filterForm, type ListCondition } from '../web/list-condition.ts';
import {
  emptyOf,
  ignoredNotices,
  listFinding,
  rangeOf,
  type FilterForm,
  type ListPage,
} from '../web/list-parts.ts';
import { DEFAULT_PAGE_SIZE, pagerOf, pageSizes } from '../web/pager.ts';
import type { ReadQuery } from '../web/query-fields.ts';
import { backwardsPath } from './backwards-paths.ts';
import { impactExportAddress, listAddress, MOVE_QUERY, type ImpactPlace } from './impact-address.ts';
import type { MovedList, MovedPoint, MoveFilter, Reasoned } from './rule-change.ts';

/** A point that would move, with both grades and their reasons. */
export interface MovedRow {
  readonly href: string;
  readonly text: string;
  readonly from: GradeTag;
  readonly to: GradeTag;
  readonly home: string;
  readonly person: string | null;
  readonly before: string;
  readonly after: string;
}

/** Where a change that keeps, or gives, a point its grade is looked for; `null` where no draft is tried. */
export interface SearchedRow extends MovedRow {
  readonly backwardsHref: string | null;
}

export interface MovedListPart extends Omit<ListPage<SearchedRow>, 'title'> {
  readonly takeAway: ExportForm | null;
}

/** The rulebooks of both sides, for the titles of their rules. */
export interface Sides {
  readonly before: GradingRulebook;
  readonly after: GradingRulebook;
}

export interface MovedListScope {
  readonly place: ImpactPlace;
  readonly asked: ReadQuery<MoveFilter>;
  readonly units: readonly OrgUnit[];
  readonly sides: Sides;
  /** The draft that is tried; `null` where versions are compared. */
  readonly draftId: number | null;
}

/** The list of points that a change of rules would move, on the page of its impact. */
export function movedListPart(list: MovedList, scope: MovedListScope, text: Texts): MovedListPart {
  const { place, asked, sides, draftId } = scope;
  const { filter } = asked;
  const words = text.whatIf.list;
  const form = moveFilterForm(scope, text);
  const isNarrowed = form.active.length > 0;
  const part = { ...list, shown: list.points.length, perPage: filter.size ?? DEFAULT_PAGE_SIZE };
  const hrefs = { first: listAddress(place, { ...filter, page: 1 }), reset: listAddress(place, {}) };
  return {
    finding: listFinding(list, isNarrowed, words, text),
    range: rangeOf(part, text),
    filters: { ...form, ignored: ignoredNotices(asked.ignored, labelsByName(text), text) },
    takeAway: exportForm(list, (format) => impactExportAddress(place, filter, format), text),
    rows: list.points.map((moved) => ({
      ...movedRow(moved, sides, text),
      backwardsHref: draftId === null ? null : backwardsPath(draftId, [moved.point.id], filter.year),
    })),
    empty: emptyOf(part, isNarrowed, hrefs, words, text),
    pager: pagerOf(list.page, list.pages, (page) => listAddress(place, { ...filter, page }), text),
    sizes: pageSizes(
      list.total,
      filter.size,
      (size) => listAddress(place, { ...filter, size, page: 1 }),
      text,
    ),
  };
}

/** One line of the list, on the page and in a file. */
export function movedRow({ point, before, after }: MovedPoint, sides: Sides, text: Texts): MovedRow {
  const { href, home, person } = pointRow(point, sides.before, text);
  return {
    href,
    text: point.text,
    from: gradeTagBefore(before.grade, text),
    to: gradeTag(after.grade, text),
    home,
    person,
    before: reasonOf(before, sides.before, text),
    after: reasonOf(after, sides.after, text),
  };
}

/** The form of conditions, with each of them in words. */
export function moveFilterForm(
  { place, asked, units }: Pick<MovedListScope, 'place' | 'asked' | 'units'>,
  text: Texts,
): Omit<FilterForm, 'ignored'> {
  const { filters } = text.whatIf.list;
  const was = GRADES_IN_ORDER.map((grade) => [String(grade), gradeNameBefore(grade, text)] as const);
  const becomes = GRADES_IN_ORDER.map((grade) => [String(grade), gradeName(grade, text)] as const);
  const domains = KEY_DOMAINS.map((domain) => [domain, text.terms.keyDomains[domain]] as const);
  const conditions: readonly ListCondition<MoveFilter>[] = [
    { key: 'year', label: filters.year, asked: 'link', options: [] },
    { key: 'from', label: filters.was, asked: 'common', options: was },
    { key: 'to', label: filters.becomes, asked: 'common', options: becomes },
    { key: 'unitId', label: filters.unit, asked: 'common', options: unitOptions(units) },
    { key: 'domain', label: filters.domain, asked: 'common', options: domains },
  ];
  const addressOf = (filter: Partial<MoveFilter>): string => listAddress(place, filter);
  const addresses = { action: `${place.path}#list`, fields: MOVE_QUERY, addressOf, kept: ['size'] as const };
  const form = filterForm(conditions, asked.filter, addresses, text);
  return { ...form, kept: [...place.fixed, ...form.kept] };
}

function reasonOf({ grade, rules, missing }: Reasoned, rulebook: GradingRulebook, text: Texts): string {
  if (grade !== null) return becauseOf(rules, rulebook, text);
  if (missing.length === 0) return text.riskPoints.row.notGraded;
  return text.whatIf.list.missing(text.formats.list(missing.map((fact) => factTitle(fact, text))));
}

function labelsByName(text: Texts): Readonly<Record<string, string>> {
  return { ...text.whatIf.list.filters };
}
