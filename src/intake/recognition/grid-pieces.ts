import type { DeclaredFact } from '../../rulebooks/declared-fact.ts';
import { cellsOfRow, type Cell, type Grid } from '../formats/document.ts';
import { formRow } from './form-row.ts';
import { fieldBegunBy } from './labels-in-text.ts';
import { labelOf, titleOf } from './labels.ts';
import { listHeaderAt } from './list-header.ts';
import type { List, Piece } from './piece.ts';
import { isBlank } from './wording.ts';

interface Reading {
  readonly grid: Grid;
  readonly facts: readonly DeclaredFact[];
  readonly pieces: Piece[];
  /** Cells that already served as a label's value. */
  readonly used: Set<Cell>;
  /** The list whose rows these are; its rows grow as they are read. */
  list: (List & { readonly rows: number[] }) | null;
}

/** Takes a table apart, row by row: titles, labelled values, and the rows of lists. */
export function gridPieces(grid: Grid, facts: readonly DeclaredFact[] = []): Piece[] {
  const reading: Reading = { grid, facts, pieces: [], used: new Set(), list: null };
  let row = 0;
  while (row < grid.rowCount) row = readRow(reading, row);
  const isLoose = reading.pieces.length > 0 && reading.pieces.every(({ kind }) => kind === 'text');
  return isLoose ? [{ kind: 'grid', grid }] : reading.pieces;
}

/** @returns the row to go on with. */
function readRow(reading: Reading, row: number): number {
  const { grid, pieces } = reading;
  const own = cellsOfRow(grid, row).filter((cell) => cell.row === row && !isBlank(cell.text));
  const header = listHeaderAt(grid, row, reading.facts);
  if (header !== null) {
    const { columns, facts } = header;
    reading.list = { kind: 'list', grid, columns, headerRow: row, facts, rows: [] };
    pieces.push(reading.list);
    return header.firstRow;
  }
  const [only] = own.length === 1 ? own : [];
  const title = titleOf(only?.text ?? '');
  if (title !== null && only !== undefined) {
    reading.list = null;
    pieces.push({ kind: 'title', form: title, text: only.text, position: only.position });
  } else if (reading.list !== null && !leavesList(own)) {
    reading.list.rows.push(row);
  } else {
    readFormRow(reading, row);
  }
  return row + 1;
}

function readFormRow(reading: Reading, row: number): void {
  const pieces = formRow(reading.grid, row, reading.used);
  const endsList = pieces.some((piece) => piece.kind === 'statement' && piece.field !== 'other');
  if (endsList) reading.list = null;
  reading.pieces.push(...pieces);
}

/** Whether a row below a list is no row of it: it begins with a label of its own, such as 处室负责人意见. */
function leavesList([first]: readonly Cell[]): boolean {
  if (first === undefined) return false;
  const isNumbered = (labelOf(first.text)?.number ?? null) !== null;
  return !isNumbered && fieldBegunBy(first.text) !== null;
}
