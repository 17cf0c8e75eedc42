import { addressOf, readQuery, wholeNumber, type QueryFields, type ReadQuery } from '../web/query-fields.ts';

/** Addresses of the coverage, as the route table writes them. */
export const coveragePaths = { matrix: '/coverage' } as const;

/** Which year's coverage; the latest when left out. */
export interface CoverageQuery {
  readonly year?: number;
}

const COVERAGE_QUERY: QueryFields<CoverageQuery> = { year: wholeNumber('year', 2000, 2100) };

/** The list of gaps beneath the matrix. */
export function gapsPath(query: CoverageQuery = {}): string {
  return `${addressOf(coveragePaths.matrix, COVERAGE_QUERY, query)}#gaps`;
}

export function readCoverageQuery(query: Readonly<Record<string, string>>): ReadQuery<CoverageQuery> {
  return readQuery(COVERAGE_QUERY, query);
}
