import { KEY_DOMAINS } from '../organisation/key-domain.ts';
import type { Grade } from '../rulebooks/rulebook.ts';
import {
  addressOf,
  oneOf,
  readQuery,
  without,
  wholeNumber,
  type QueryField,
  type QueryFields,
  type ReadQuery,
} from '../web/query-fields.ts';
import { day, pageSize, searchedWords } from '../web/list-fields.ts';
import type { ExportFormat } from '../web/export-table.ts';
import { DEFAULT_PAGE_SIZE } from '../web/pager.ts';
import { DEFAULT_ORDER, POINT_ORDERS } from './point-order.ts';
import type { AssessFilter } from './assessment.ts';
import { DOMAIN_CONDITIONS, POINT_STATES, type PointFilter } from './risk-point.ts';
import { RESPONSIBLE_LEADERS } from './responsible-leader.ts';

/** Addresses of the risk points, as the route table writes them. */
export const pointPaths = {
  list: '/points',
  assessList: '/points/assess',
  domainBatch: '/points/domains',
  exportXlsx: '/points/export.xlsx',
  exportCsv: '/points/export.csv',
  point: '/points/:id',
  assess: '/points/:id/assess',
  facts: '/points/:id/facts',
  postFacts: '/organisation/posts/:id/facts',
  suggestion: '/points/:id/assess/suggestion',
  domains: '/points/:id/domains',
} as const;

const GRADES: readonly (Grade | 'unassessed')[] = [1, 2, 3, 'unassessed'];

export const DECLARED_GRADES: readonly (Grade | 'none')[] = [1, 2, 3, 'none'];

/** What an address does not say. */
const USUAL: Partial<PointFilter> = { page: 1, order: DEFAULT_ORDER, size: DEFAULT_PAGE_SIZE };

/** How the list's conditions stand in its address. */
export const POINT_QUERY: QueryFields<PointFilter> = {
  year: wholeNumber('year', 2000, 2100),
  words: searchedWords('q'),
  unitId: wholeNumber('unit', 1, Number.MAX_SAFE_INTEGER),
  postId: wholeNumber('post', 1, Number.MAX_SAFE_INTEGER),
  holderId: wholeNumber('holder', 1, Number.MAX_SAFE_INTEGER),
  formId: wholeNumber('form', 1, Number.MAX_SAFE_INTEGER),
  domain: oneOf('domain', KEY_DOMAINS),
  domainState: oneOf('domain-state', DOMAIN_CONDITIONS),
  grade: {
    name: 'grade',
    read: (text) => GRADES.find((grade) => String(grade) === text) ?? null,
    write: String,
  },
  leader: oneOf('leader', RESPONSIBLE_LEADERS),
  state: oneOf('state', POINT_STATES),
  decided: oneOf('decided', ['overridden', 'approved']),
  probability: stepCode('probability'),
  harm: stepCode('harm'),
  measures: oneOf('measures', ['none', 'some']),
  declared: oneOf('declared', ['differs']),
  declaredGrade: {
    name: 'declared-grade',
    read: (text) => DECLARED_GRADES.find((grade) => String(grade) === text) ?? null,
    write: String,
  },
  assessed: oneOf('assessed', ['none', 'some']),
  assessedFrom: day('assessed-from'),
  assessedTo: day('assessed-to'),
  batchId: wholeNumber('batch', 1, Number.MAX_SAFE_INTEGER),
  fileId: wholeNumber('file', 1, Number.MAX_SAFE_INTEGER),
  order: oneOf('sort', POINT_ORDERS),
  size: pageSize('size'),
  page: wholeNumber('page', 1, 1_000_000),
};

/** The list of points that meet these conditions; without any, of all points in reach. */
export function pointsPath(filter: Partial<PointFilter> = {}): string {
  return addressOf(pointPaths.list, POINT_QUERY, filter, USUAL);
}

/** Where all pages of such a list are taken away. */
export function pointsExportPath(filter: Partial<PointFilter>, format: ExportFormat): string {
  const path = format === 'xlsx' ? pointPaths.exportXlsx : pointPaths.exportCsv;
  return addressOf(path, POINT_QUERY, without(filter, ['page', 'size']), USUAL);
}

/** The conditions as codes, for the trail: nothing that somebody typed. */
export function pointConditionsText(filter: Partial<PointFilter>): string {
  const codes = without(filter, ['words', 'page', 'size', 'order']);
  return addressOf('', POINT_QUERY, codes, USUAL).slice(1);
}

/** What `pointsPath` wrote, or what somebody typed. */
export function readPointQuery(query: Readonly<Record<string, string>>): ReadQuery<PointFilter> {
  return readQuery(POINT_QUERY, query);
}

export function pointPath(id: number): string {
  return `${pointPaths.list}/${String(id)}`;
}

/** The page on which a point's probability and harm are set. */
export function assessPath(id: number): string {
  return pointPaths.assess.replace(':id', String(id));
}

/** The page on which facts that the bureau added are set, of a point or of a post. */
export function ownFactsPath(owner: 'risk_point' | 'post', id: number): string {
  const pattern = owner === 'post' ? pointPaths.postFacts : pointPaths.facts;
  return pattern.replace(':id', String(id));
}

/** What the server thinks of answers and steps that are not saved yet. */
export function suggestionPath(id: number): string {
  return pointPaths.suggestion.replace(':id', String(id));
}

/** How the conditions of the list of points to assess stand in its address. */
export const ASSESS_QUERY: QueryFields<AssessFilter> = {
  year: wholeNumber('year', 2000, 2100),
  unitId: wholeNumber('unit', 1, Number.MAX_SAFE_INTEGER),
  show: oneOf('show', ['unassessed']),
  page: wholeNumber('page', 1, 1_000_000),
};

/** The list of points to assess that meet these conditions, those without a grade first. */
export function assessListPath(filter: Partial<AssessFilter> = {}): string {
  return addressOf(pointPaths.assessList, ASSESS_QUERY, filter, { page: 1 });
}

/** What `assessListPath` wrote, or what somebody typed. */
export function readAssessQuery(query: Readonly<Record<string, string>>): ReadQuery<AssessFilter> {
  return readQuery(ASSESS_QUERY, query);
}

/** The point that an address names; `null` when it names none. */
export function readPointId(text: string): number | null {
  return wholeNumber('id', 1, Number.MAX_SAFE_INTEGER).read(text);
}

/** A step's code on whatever scale is in force. */
function stepCode(name: string): QueryField<string> {
  return {
    name,
    read: (text) => (/^[a-z0-9][a-z0-9-]{0,39}$/u.test(text) ? text : null),
    write: (code) => code,
  };
}

export function pointDomainsPath(id: number): string {
  return `${pointPath(id)}/domains`;
}

/** The conditions of the list as the fields of a form that keeps them. */
export function pointConditions(
  filter: Partial<PointFilter>,
): readonly { readonly name: string; readonly value: string }[] {
  const [, search = ''] = pointsPath(filter).split('?');
  return [...new URLSearchParams(search)].map(([name, value]) => ({ name, value }));
}

/** The list that a form was sent from, by the conditions that it kept. */
export function readListAddress(search: string): string {
  return pointsPath(readPointQuery(Object.fromEntries(new URLSearchParams(search))).filter);
}
