import type { Texts } from '../language/texts.ts';
import { wordsOf } from '../language/sentence.ts';
import type { OrgUnit } from '../organisation/org-unit.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import type { FormFault } from '../web/form-fault.ts';
import { emptyOf, ignoredNotices, listFinding, rangeOf, type ListPage } from '../web/list-parts.ts';
import { pagerOf } from '../web/pager.ts';
import type { ReadQuery } from '../web/query-fields.ts';
import { assessRows, type AssessRow } from './assess-row-page.ts';
import { ASSESSED_PER_PAGE, ASSESSED_FACTS, type AssessFilter, type Choice } from './assessment.ts';
import type { AssessmentList, AssessmentSheet } from './assessment-service.ts';
import { gradeTag } from './grade-look.ts';
import { ASSESS_QUERY, assessListPath, pointPaths } from './paths.ts';
import { factTitle } from './point-grading-page.ts';
import { stepField } from './typed-choice.ts';
import { activeAssessFilters, assessFilterFields } from './assess-filter-page.ts';

export interface AssessListPage extends ListPage<AssessRow> {
  /** Where the changes are posted: the list as it is narrowed, so that one comes back to it. */
  readonly action: string;
  /** Names account and campaign: what is chosen and not saved is kept in the browser for them alone. */
  readonly keptUnder: string;
  readonly isRefused: boolean;
  /** What the number of points counts, where that is not plain. */
  readonly sub: string | null;
  readonly faults: readonly FormFault[];
  readonly columns: readonly string[];
  readonly legend: readonly { readonly fact: string; readonly keys: readonly string[] }[];
  /** For the page's script: the grade of every choice by kind of row, and how each grade looks. */
  readonly gradesByCase: string;
  readonly gradeTags: string;
}

/** What somebody chose and could not save. */
export interface RefusedChoices {
  readonly choices: readonly Choice[];
  readonly faults: readonly FormFault[];
}

/** Whose list it is, and the units to narrow it by. */
export interface AssessListOf {
  readonly units: readonly OrgUnit[];
  readonly accountId: number;
}

/** A page of the points to assess, as it was asked for. */
export function assessListPage(
  list: AssessmentList,
  asked: ReadQuery<AssessFilter>,
  { units, accountId }: AssessListOf,
  text: Texts,
): AssessListPage {
  const { filter } = asked;
  const words = text.assessment.list;
  const active = activeAssessFilters(filter, units, text);
  const isNarrowed = active.length > 0;
  const finding = listFinding(list, isNarrowed, words, text);
  const part = { ...list, shown: list.points.length, perPage: ASSESSED_PER_PAGE };
  const hrefs = { first: assessListPath({ ...filter, page: 1 }), reset: assessListPath() };
  return {
    ...sheetParts(list, filter, { choices: [], faults: [] }, text),
    keptUnder: keptUnder(list, accountId),
    isRefused: false,
    sub: filter.show === 'unassessed' || list.total === 0 ? null : words.sub,
    title: `${words.title} · ${wordsOf(finding)}`,
    finding,
    range: rangeOf(part, text),
    filters: {
      action: pointPaths.assessList,
      resetHref: hrefs.reset,
      kept: filter.year === undefined ? [] : [{ name: ASSESS_QUERY.year.name, value: String(filter.year) }],
      fields: assessFilterFields(filter, units, text),
      active,
      ignored: ignoredNotices(asked.ignored, words.filters, text),
    },
    empty: emptyOf(part, isNarrowed, hrefs, words, text),
    pager: pagerOf(list.page, list.pages, (page) => assessListPath({ ...filter, page }), text),
  };
}

/** The rows that were posted, with everything that was chosen, and why nothing was saved. */
export function refusedListPage(
  sheet: AssessmentSheet,
  filter: Partial<AssessFilter>,
  refused: RefusedChoices,
  of: AssessListOf,
  text: Texts,
): AssessListPage {
  const { faultsHeading } = text.assessment.point;
  const list = assessListPage(
    { ...sheet, total: sheet.points.length, page: 1, pages: 1 },
    { filter, ignored: [] },
    of,
    text,
  );
  return {
    ...list,
    ...sheetParts(sheet, filter, refused, text),
    isRefused: true,
    sub: null,
    title: `${faultsHeading} – ${text.assessment.list.title}`,
    finding: [{ text: faultsHeading, href: null, isStrong: false }],
    range: text.assessment.list.refusedHint,
  };
}

function keptUnder({ points: [first] }: AssessmentSheet, accountId: number): string {
  return `${String(accountId)}-${String(first?.campaignId ?? 0)}`;
}

function sheetParts(
  sheet: AssessmentSheet,
  filter: Partial<AssessFilter>,
  refused: RefusedChoices,
  text: Texts,
): Pick<AssessListPage, 'action' | 'faults' | 'columns' | 'legend' | 'gradesByCase' | 'gradeTags' | 'rows'> {
  const { rows, gradesByCase } = assessRows(sheet, refused, text);
  return {
    action: assessListPath(filter),
    faults: refused.faults.map((fault) => namedFault(fault, sheet, text)),
    columns: ASSESSED_FACTS.map((fact) => factTitle(fact, text)),
    legend: legendOf(sheet.rulebook.body, text),
    gradesByCase: JSON.stringify(gradesByCase),
    gradeTags: JSON.stringify(([null, 1, 2, 3] as const).map((grade) => gradeTag(grade, text))),
    rows,
  };
}

/** In the summary a fault says of which point it is; beside the field that is seen. */
function namedFault(fault: FormFault, { points }: AssessmentSheet, text: Texts): FormFault {
  const point = points.find(({ id }) => ASSESSED_FACTS.some((fact) => stepField(fact, id) === fault.field));
  if (point === undefined) return fault;
  return { ...fault, message: text.assessment.list.faultOf(point.text, fault.message) };
}

/** Digits count from the severest step: 1 is what one must not overlook. */
function legendOf({ scales }: GradingRulebook, text: Texts): AssessListPage['legend'] {
  const { key } = text.assessment.list;
  return ASSESSED_FACTS.map((fact) => ({
    fact: factTitle(fact, text),
    keys: [
      ...scales[fact].steps
        .toReversed()
        .map((step, index) => key(String(index + 1), text.formats.inThisLanguage(step))),
      key('0', text.assessment.unknown),
    ],
  }));
}
