import type { Cell } from './document.ts';
import { contentOf } from './docx-paragraph.ts';
import { attributeOf, childNamed } from './xml.ts';
import type { XmlElement } from './xml-tree.ts';

/** A cell as a row of the table's XML has it. `ordinal` counts the cells of the row as people do, from 1. */
export interface TableCell {
  readonly element: XmlElement;
  readonly row: number;
  readonly ordinal: number;
  readonly column: number;
  readonly columnSpan: number;
  /** It only continues the cell above. */
  readonly continues: boolean;
}

/** The cells of a table, placed in the grid of columns that `gridSpan` and `gridBefore` describe. */
export function tableCells(table: XmlElement): TableCell[] {
  const rows = contentOf(table).filter((child) => child.localName === 'tr' && !isDeleted(child));
  return rows.flatMap((element, row) => rowCells(element, row));
}

/** Lets each cell reach down over the cells that continue it. */
export function mergedDown(
  cells: readonly TableCell[],
  text: (cell: TableCell) => Pick<Cell, 'text' | 'position'>,
): Cell[] {
  const open = new Map<number, { cell: Cell; rowSpan: number }>();
  const merged: { cell: Cell; rowSpan: number }[] = [];
  for (const cell of cells) {
    const above = open.get(cell.column);
    if (cell.continues && above !== undefined && above.cell.row + above.rowSpan === cell.row) {
      above.rowSpan += 1;
      continue;
    }
    const { row, column, columnSpan } = cell;
    const started = { cell: { ...text(cell), row, column, columnSpan, rowSpan: 1 }, rowSpan: 1 };
    open.set(column, started);
    merged.push(started);
  }
  return merged.map(({ cell, rowSpan }) => ({ ...cell, rowSpan }));
}

function rowCells(row: XmlElement, rowIndex: number): TableCell[] {
  const cells: TableCell[] = [];
  let column = numberIn(childNamed(row, 'trPr'), 'gridBefore') ?? 0;
  contentOf(row)
    .filter(({ localName }) => localName === 'tc')
    .forEach((element, index) => {
      const properties = childNamed(element, 'tcPr');
      const columnSpan = Math.max(1, numberIn(properties, 'gridSpan') ?? 1);
      const previous = cells.at(-1);
      if (mergeOf(properties, 'hMerge') === 'continue' && previous !== undefined) {
        cells[cells.length - 1] = { ...previous, columnSpan: previous.columnSpan + columnSpan };
      } else {
        const continues = mergeOf(properties, 'vMerge') === 'continue';
        cells.push({ element, row: rowIndex, ordinal: index + 1, column, columnSpan, continues });
      }
      column += columnSpan;
    });
  return cells;
}

/** A merge mark without a value means "continue". */
function mergeOf(properties: XmlElement | null, name: 'vMerge' | 'hMerge'): 'restart' | 'continue' | null {
  const mark = properties === null ? null : childNamed(properties, name);
  if (mark === null) return null;
  return attributeOf(mark, 'val') === 'restart' ? 'restart' : 'continue';
}

function numberIn(properties: XmlElement | null, name: string): number | null {
  const element = properties === null ? null : childNamed(properties, name);
  const value = element === null ? Number.NaN : Number(attributeOf(element, 'val'));
  return Number.isInteger(value) && value >= 0 && value < 1000 ? value : null;
}

function isDeleted(row: XmlElement): boolean {
  const properties = childNamed(row, 'trPr');
  return properties !== null && childNamed(properties, 'del') !== null;
}
