import type { DefinedCell } from './word97-properties.ts';
import { gridOf, type Cell, type Grid } from './document.ts';

/** A row of a Word 97 table: the cells' texts, and how the row's end defines them. */
export interface Word97Row {
  readonly texts: readonly string[];
  readonly cells: readonly DefinedCell[] | null;
}

/** Column edges nearer than this, in twentieths of a point, are drawn as one line. */
const SAME_EDGE = 40;

/** Puts rows into a grid whose columns are the edges that any row has. */
export function tableGrid(rows: readonly Word97Row[], table: number): Grid {
  const edges = edgesOf(rows);
  const columnCount = Math.max(edges.length, ...rows.map(({ texts }) => texts.length));
  const positionOf = (row: number, column: number) => ({ table, row: row + 1, column: column + 1 });
  const cells = rows.flatMap((row, index) => rowCells(row, index, edges, columnCount));
  const merged = mergedDown(cells).map((cell) => ({
    ...cell,
    position: positionOf(cell.row, cell.ordinal),
  }));
  return gridOf(merged, positionOf);
}

interface PlacedCell extends Omit<Cell, 'position'> {
  readonly ordinal: number;
  readonly continuesAbove: boolean;
}

function edgesOf(rows: readonly Word97Row[]): number[] {
  const lefts = rows.flatMap(({ cells }) => cells ?? []).map(({ left }) => left);
  const sorted = [...new Set(lefts)].sort((one, other) => one - other);
  return sorted.filter((edge, index) => index === 0 || edge - (sorted[index - 1] ?? 0) > SAME_EDGE);
}

function rowCells(
  row: Word97Row,
  rowIndex: number,
  edges: readonly number[],
  columnCount: number,
): PlacedCell[] {
  const placed = row.texts.map((text, ordinal) => {
    const defined = row.cells?.[ordinal];
    const column = defined === undefined ? ordinal : columnAt(edges, defined.left);
    return { text, ordinal, column, defined };
  });
  return placed.flatMap(({ text, ordinal, column, defined }, index): PlacedCell[] => {
    if (defined?.continuesLeft === true) return [];
    const following = placed.slice(index + 1).find((other) => other.defined?.continuesLeft !== true);
    // Without a definition the last cell reaches no further than itself.
    const end = following?.column ?? (defined === undefined ? column + 1 : columnCount);
    const columnSpan = Math.max(1, end - column);
    const continuesAbove = defined?.continuesAbove ?? false;
    return [{ text, ordinal, row: rowIndex, column, columnSpan, rowSpan: 1, continuesAbove }];
  });
}

function columnAt(edges: readonly number[], left: number): number {
  const after = edges.findIndex((edge) => edge > left + SAME_EDGE);
  return Math.max(0, (after === -1 ? edges.length : after) - 1);
}

function mergedDown(cells: readonly PlacedCell[]): PlacedCell[] {
  const merged: PlacedCell[] = [];
  for (const cell of cells) {
    const above = cell.continuesAbove
      ? merged.findIndex(({ column, row, rowSpan }) => column === cell.column && row + rowSpan === cell.row)
      : -1;
    const origin = merged[above];
    if (origin === undefined) merged.push(cell);
    else merged[above] = { ...origin, rowSpan: origin.rowSpan + 1 };
  }
  return merged;
}
