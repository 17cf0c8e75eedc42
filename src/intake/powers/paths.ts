import { addressOf, readQuery, wholeNumber, type QueryFields } from '../../web/query-fields.ts';

/** Addresses of the list of powers, as the route table writes them. */
export const powerPaths = { list: '/powers', commit: '/powers/commit' } as const;

interface PowerQuery {
  readonly page: number;
}

const QUERY: QueryFields<PowerQuery> = { page: wholeNumber('page', 1, 1_000_000) };

/** A page of the list of powers. */
export function powerListAddress(page: number): string {
  return addressOf(powerPaths.list, QUERY, { page }, { page: 1 });
}

/** The page that an address asks for; the first where it asks for none. */
export function readPowerPage(query: Readonly<Record<string, string>>): number {
  return readQuery(QUERY, query).filter.page ?? 1;
}
