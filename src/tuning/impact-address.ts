import { KEY_DOMAINS } from '../organisation/key-domain.ts';
import type { Grade } from '../rulebooks/rulebook.ts';
import type { ExportFormat } from '../web/export-table.ts';
import { pageSize } from '../web/list-fields.ts';
import { DEFAULT_PAGE_SIZE } from '../web/pager.ts';
import {
  addressOf,
  oneOf,
  wholeNumber,
  without,
  type QueryField,
  type QueryFields,
} from '../web/query-fields.ts';
import type { MoveFilter } from './rule-change.ts';

/** How the conditions of the list of moving points stand in an address; `from` and `to` are the versions compared. */
export const MOVE_QUERY: QueryFields<MoveFilter> = {
  year: wholeNumber('year', 2000, 2100),
  from: gradeField('was'),
  to: gradeField('becomes'),
  unitId: wholeNumber('unit', 1, Number.MAX_SAFE_INTEGER),
  domain: oneOf('domain', KEY_DOMAINS),
  size: pageSize('size'),
  page: wholeNumber('page', 1, 1_000_000),
};

/** Where a page of impact stands: its path, and what of its address is no condition. */
export interface ImpactPlace {
  readonly path: string;
  readonly fixed: readonly { readonly name: string; readonly value: string }[];
}

/** The list on the page, with these conditions. */
export function listAddress({ path, fixed }: ImpactPlace, filter: Partial<MoveFilter>): string {
  return `${addressAt(path, fixed, filter)}#list`;
}

/** Where all pages of the list are taken away. */
export function impactExportAddress(
  { path, fixed }: ImpactPlace,
  filter: Partial<MoveFilter>,
  format: ExportFormat,
): string {
  return addressAt(`${path}/export.${format}`, fixed, without(filter, ['page', 'size']));
}

function addressAt(path: string, fixed: ImpactPlace['fixed'], filter: Partial<MoveFilter>): string {
  const usual: Partial<MoveFilter> = { page: 1, size: DEFAULT_PAGE_SIZE };
  const query = new URLSearchParams(fixed.map(({ name, value }): [string, string] => [name, value]));
  const [, asked = ''] = addressOf(path, MOVE_QUERY, filter, usual).split('?');
  for (const [name, value] of new URLSearchParams(asked)) query.set(name, value);
  const search = query.toString();
  return search === '' ? path : `${path}?${search}`;
}

function gradeField(name: string): QueryField<Grade | 'unassessed'> {
  const grades: readonly (Grade | 'unassessed')[] = [1, 2, 3, 'unassessed'];
  return { name, read: (text) => grades.find((grade) => String(grade) === text) ?? null, write: String };
}
