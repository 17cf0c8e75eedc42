import { addressOf, readQuery, wholeNumber, type QueryFields, type ReadQuery } from '../web/query-fields.ts';

/** Addresses of the boards, as the route table writes them. */
export const boardPaths = {
  board: '/board',
  division: '/board/divisions/:id',
  ownDivision: '/division',
  region: '/region',
  firstSteps: '/first-steps',
} as const;

/** Which year's figures; the latest when left out. */
export interface BoardQuery {
  readonly year?: number;
}

const BOARD_QUERY: QueryFields<BoardQuery> = { year: wholeNumber('year', 2000, 2100) };

export function boardPath(query: BoardQuery = {}): string {
  return addressOf(boardPaths.board, BOARD_QUERY, query);
}

export function divisionPath(unitId: number, query: BoardQuery = {}): string {
  return addressOf(`${boardPaths.board}/divisions/${String(unitId)}`, BOARD_QUERY, query);
}

/** What the division has to do about its gaps and weaknesses. */
export function divisionGapsPath(unitId: number, query: BoardQuery = {}): string {
  return `${divisionPath(unitId, query)}#gaps`;
}

export function readBoardQuery(query: Readonly<Record<string, string>>): ReadQuery<BoardQuery> {
  return readQuery(BOARD_QUERY, query);
}

/** The unit that an address names; `null` when it names none. */
export function readDivisionId(text: string): number | null {
  return wholeNumber('id', 1, Number.MAX_SAFE_INTEGER).read(text);
}
