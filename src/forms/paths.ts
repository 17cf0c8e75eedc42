import {
  addressOf,
  oneOf,
  readQuery,
  wholeNumber,
  type QueryFields,
  type ReadQuery,
} from '../web/query-fields.ts';
import type { FormFilter } from './form.ts';

/** Addresses of the forms on file, as the route table writes them. */
export const formPaths = { list: '/forms' } as const;

/** How the list's conditions stand in its address. */
export const FORM_QUERY: QueryFields<FormFilter> = {
  year: wholeNumber('year', 2000, 2100),
  unitId: wholeNumber('unit', 1, Number.MAX_SAFE_INTEGER),
  annex1: oneOf('annex1', ['missing']),
  page: wholeNumber('page', 1, 1_000_000),
};

/** The list of forms that meet these conditions; without any, of all forms in reach. */
export function formsPath(filter: Partial<FormFilter> = {}): string {
  return addressOf(formPaths.list, FORM_QUERY, filter, { page: 1 });
}

/** What `formsPath` wrote, or what somebody typed. */
export function readFormQuery(query: Readonly<Record<string, string>>): ReadQuery<FormFilter> {
  return readQuery(FORM_QUERY, query);
}
