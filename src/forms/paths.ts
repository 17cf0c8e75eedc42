import {
  addressOf,
  oneOf,
  readQuery,
  without,
  wholeNumber,
  type QueryFields,
  type ReadQuery,
} from '../web/query-fields.ts';
import { pageSize, searchedWords } from '../web/list-fields.ts';
import type { ExportFormat } from '../web/export-table.ts';
import { DEFAULT_PAGE_SIZE } from '../web/pager.ts';
import { DEFAULT_FORM_ORDER, FORM_ORDERS } from './form-order.ts';
import { FORM_STATES, type FormFilter } from './form.ts';

/** Addresses of the forms on file, as the route table writes them. */
export const formPaths = {
  list: '/forms',
  exportXlsx: '/forms/export.xlsx',
  exportCsv: '/forms/export.csv',
  form: '/forms/:id',
  own: '/my',
} as const;

/** How the list's conditions stand in its address. */
export const FORM_QUERY: QueryFields<FormFilter> = {
  year: wholeNumber('year', 2000, 2100),
  words: searchedWords('q'),
  unitId: wholeNumber('unit', 1, Number.MAX_SAFE_INTEGER),
  state: oneOf('state', FORM_STATES),
  revised: oneOf('revised', ['yes']),
  annex1: oneOf('annex1', ['missing']),
  order: oneOf('sort', FORM_ORDERS),
  size: pageSize('size'),
  page: wholeNumber('page', 1, 1_000_000),
};

/** What an address does not say. */
const USUAL: Partial<FormFilter> = { page: 1, order: DEFAULT_FORM_ORDER, size: DEFAULT_PAGE_SIZE };

/** The list of forms that meet these conditions; without any, of all forms in reach. */
export function formsPath(filter: Partial<FormFilter> = {}): string {
  return addressOf(formPaths.list, FORM_QUERY, filter, USUAL);
}

/** Where all pages of such a list are taken away. */
export function formsExportPath(filter: Partial<FormFilter>, format: ExportFormat): string {
  const path = format === 'xlsx' ? formPaths.exportXlsx : formPaths.exportCsv;
  return addressOf(path, FORM_QUERY, without(filter, ['page', 'size']), USUAL);
}

/** The conditions as codes, for the trail: nothing that somebody typed. */
export function formConditionsText(filter: Partial<FormFilter>): string {
  return addressOf('', FORM_QUERY, without(filter, ['words', 'page', 'size', 'order'])).slice(1);
}

/** Which two versions of a form are held against each other; the latest two when left out. */
export interface VersionQuery {
  readonly before?: number;
  readonly after?: number;
}

const VERSION_QUERY: QueryFields<VersionQuery> = {
  before: wholeNumber('before', 1, 1_000_000),
  after: wholeNumber('after', 1, 1_000_000),
};

/** One form as it is filed, or what changed in it between two versions. */
export function formPath(id: number, versions: VersionQuery = {}): string {
  const path = addressOf(`${formPaths.list}/${String(id)}`, VERSION_QUERY, versions);
  return versions.before === undefined ? path : `${path}#changes`;
}

export function readVersionQuery(query: Readonly<Record<string, string>>): ReadQuery<VersionQuery> {
  return readQuery(VERSION_QUERY, query);
}

/** The form that an address names; `null` when it names none. */
export function readFormId(text: string): number | null {
  return wholeNumber('id', 1, Number.MAX_SAFE_INTEGER).read(text);
}

/** What `formsPath` wrote, or what somebody typed. */
export function readFormQuery(query: Readonly<Record<string, string>>): ReadQuery<FormFilter> {
  return readQuery(FORM_QUERY, query);
}
