import type { MatrixBase } from '../grading-base.ts';
import type { GradingRulebook, MatrixCell, ScaleStep } from '../rulebook.ts';
import { LIST_MARK } from './notation-words.ts';
import { gradesOf } from './grade-codes.ts';
import { gridLabel, headingOf, sheetName, type GridKey } from './sheet-labels.ts';
import type { BookSheet } from './sheet.ts';
import { closed } from './table-sheet.ts';
import type { Vocabulary } from './vocabulary.ts';

type Steps = readonly ScaleStep[];
type CellText = (cell: MatrixCell & { readonly index: number }) => string;

/** The matrix as grids: the grades, below them the rules that each cell rests on, and the order where it is another. */
export function matrixSheet(
  { scales, grades }: GradingRulebook,
  base: MatrixBase,
  words: Vocabulary,
): BookSheet {
  const [rows, columns] = [scales[base.rows].steps, scales[base.columns].steps];
  const labels = gradesOf(grades);
  const grid = (key: GridKey, text: CellText): string[][] => [
    [headingOf(gridLabel(key)), ...columns.map(({ code }) => stepWord(base.columns, code, words))],
    ...rows.map((row) => [stepWord(base.rows, row.code, words), ...lineOf(base, row, columns, text)]),
  ];
  const grids = [
    grid('grade', ({ grade }) => labels.wordFor(`${grade}`)),
    grid('rules', ({ rules }) => rules.join(LIST_MARK)),
    ...(isInOrder(base, rows, columns) ? [] : [grid('order', ({ index }) => String(index + 1))]),
  ];
  return {
    name: sheetName('matrix'),
    rows: grids.flatMap((lines) => [...lines, []]),
    headings: grids.map((_, index) => index * (rows.length + 2) + 1),
    widths: [18, ...columns.map(() => 26)],
    choices: columns.map((_, index) => ({
      ...{ column: index + 2, fromRow: 2, toRow: rows.length + 1 },
      ...closed(labels.words),
    })),
    plain: [],
  };
}

function lineOf({ cells }: MatrixBase, row: ScaleStep, columns: Steps, text: CellText): readonly string[] {
  return columns.map((column) => {
    const index = cells.findIndex((cell) => cell.row === row.code && cell.column === column.code);
    const cell = cells[index];
    return cell === undefined ? '' : text({ ...cell, index });
  });
}

function isInOrder({ cells }: MatrixBase, rows: Steps, columns: Steps): boolean {
  return cells.every(({ row, column }, index) => {
    const [atRow, atColumn] = [Math.floor(index / columns.length), index % columns.length];
    return rows[atRow]?.code === row && columns[atColumn]?.code === column;
  });
}

function stepWord(fact: string, code: string, words: Vocabulary): string {
  return words.valuesOf(fact)?.wordFor(code) ?? code;
}
