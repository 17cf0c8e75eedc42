import type { Finding, Position } from '../read-form.ts';

/** A paragraph outside of tables. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly position: Position;
}

/** A cell and the slots it covers; a merged area is one cell. Rows and columns of the grid count from 0. */
export interface Cell {
  readonly text: string;
  readonly position: Position;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** A table, a sheet or a delimited file, whatever it was written in. */
export interface Grid {
  readonly kind: 'grid';
  readonly rowCount: number;
  readonly columnCount: number;
  /** The cell that covers a slot, `null` where there is none. */
  at(row: number, column: number): Cell | null;
  /** Where a slot stands in the file, also where there is no cell. */
  positionOf(row: number, column: number): Position;
}

export type Block = Paragraph | Grid;

/** A part of a file that no form crosses: a sheet, or a whole document. */
export interface Section {
  readonly sheet: string | null;
  readonly blocks: readonly Block[];
  /** What is wrong with cells; it only matters where there are forms. */
  readonly findings: readonly Finding[];
}

/** Builds the grid of cells. A later cell never covers a slot that an earlier one has. */
export function gridOf(cells: readonly Cell[], positionOf: Grid['positionOf']): Grid {
  const slots = new Map<number, (Cell | undefined)[]>();
  const rowCount = cells.reduce((count, { row, rowSpan }) => Math.max(count, row + rowSpan), 0);
  const columnCount = cells.reduce(
    (count, { column, columnSpan }) => Math.max(count, column + columnSpan),
    0,
  );
  for (const cell of cells) cover(slots, cell);
  return {
    kind: 'grid',
    rowCount,
    columnCount,
    at: (row, column) => slots.get(row)?.[column] ?? null,
    positionOf: (row, column) => slots.get(row)?.[column]?.position ?? positionOf(row, column),
  };
}

/** The cells that cover a row, from left to right, each once. */
export function cellsOfRow(grid: Grid, row: number): Cell[] {
  const cells = Array.from({ length: grid.columnCount }, (_, column) => grid.at(row, column));
  return [...new Set(cells)].filter((cell) => cell !== null);
}

function cover(slots: Map<number, (Cell | undefined)[]>, cell: Cell): void {
  for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
    const columns = slots.get(row) ?? [];
    slots.set(row, columns);
    for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1) {
      columns[column] ??= cell;
    }
  }
}
