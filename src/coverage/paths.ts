import { KEY_DOMAINS, type KeyDomain } from '../organisation/key-domain.ts';
import type { CoverageStatus } from '../rulebooks/rulebook.ts';
import {
  addressOf,
  oneOf,
  readQuery,
  wholeNumber,
  type QueryFields,
  type ReadQuery,
} from '../web/query-fields.ts';
import { EXEMPTION_STATES, type ExemptionState } from './exemption.ts';

/** Addresses of the coverage, as the route table writes them. */
export const coveragePaths = {
  matrix: '/coverage',
  ownDivision: '/division/coverage',
  division: '/coverage/divisions/:id',
  requestExemption: '/coverage/divisions/:id/exemption',
  exemptions: '/coverage/exemptions',
  exemption: '/coverage/exemptions/:id',
  decideExemption: '/coverage/exemptions/:id/decision',
  withdrawExemption: '/coverage/exemptions/:id/withdrawal',
} as const;

/** Which year's coverage; the latest when left out. */
export interface CoverageQuery {
  readonly year?: number;
}

/** What narrows the list of cells beneath the matrix. */
export interface CellFilter extends CoverageQuery {
  readonly status?: CoverageStatus;
  readonly domain?: KeyDomain;
  readonly unitId?: number;
}

export const CELL_STATUSES = ['gap', 'weak', 'covered', 'exempt', 'not-expected'] as const;

const YEAR = wholeNumber('year', 2000, 2100);
const COVERAGE_QUERY: QueryFields<CoverageQuery> = { year: YEAR };

export const CELL_QUERY: QueryFields<CellFilter> = {
  year: YEAR,
  status: oneOf('status', CELL_STATUSES),
  domain: oneOf('domain', KEY_DOMAINS),
  unitId: wholeNumber('unit', 1, Number.MAX_SAFE_INTEGER),
};

/** The list of gaps beneath the matrix. */
export function gapsPath(query: CoverageQuery = {}): string {
  return `${addressOf(coveragePaths.matrix, COVERAGE_QUERY, query)}#gaps`;
}

/** The matrix, with the list beneath it narrowed to some cells. */
export function cellsPath(filter: CellFilter = {}): string {
  return addressOf(coveragePaths.matrix, CELL_QUERY, filter);
}

export function readCellQuery(query: Readonly<Record<string, string>>): ReadQuery<CellFilter> {
  return readQuery(CELL_QUERY, query);
}

/** What a division covers and has to do; with a domain, what it has to do there. */
export function divisionCoveragePath(unitId: number, query: CoverageQuery = {}, domain?: KeyDomain): string {
  const address = addressOf(`${coveragePaths.matrix}/divisions/${String(unitId)}`, COVERAGE_QUERY, query);
  return domain === undefined ? address : `${address}#domain-${domain}`;
}

export interface ExemptionRequestQuery extends CoverageQuery {
  readonly domain?: KeyDomain;
}

const REQUEST_QUERY: QueryFields<ExemptionRequestQuery> = {
  year: YEAR,
  domain: oneOf('domain', KEY_DOMAINS),
};

/** The form by which a division applies for an exemption. */
export function requestExemptionPath(unitId: number, query: ExemptionRequestQuery = {}): string {
  const path = `${coveragePaths.matrix}/divisions/${String(unitId)}/exemption`;
  return addressOf(path, REQUEST_QUERY, query);
}

export function readRequestQuery(query: Readonly<Record<string, string>>): ReadQuery<ExemptionRequestQuery> {
  return readQuery(REQUEST_QUERY, query);
}

export interface ExemptionFilter extends CoverageQuery {
  readonly state?: ExemptionState;
}

const EXEMPTION_QUERY: QueryFields<ExemptionFilter> = {
  year: YEAR,
  state: oneOf('state', EXEMPTION_STATES),
};

export function exemptionsPath(filter: ExemptionFilter = {}): string {
  return addressOf(coveragePaths.exemptions, EXEMPTION_QUERY, filter);
}

export function readExemptionQuery(query: Readonly<Record<string, string>>): ReadQuery<ExemptionFilter> {
  return readQuery(EXEMPTION_QUERY, query);
}

export function exemptionPath(id: number): string {
  return `${coveragePaths.exemptions}/${String(id)}`;
}

export function readCoverageQuery(query: Readonly<Record<string, string>>): ReadQuery<CoverageQuery> {
  return readQuery(COVERAGE_QUERY, query);
}

/** The unit or application that an address names; `null` when it names none. */
export function readId(text: string): number | null {
  return wholeNumber('id', 1, Number.MAX_SAFE_INTEGER).read(text);
}
