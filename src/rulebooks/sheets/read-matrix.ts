import { en } from '../../language/en.ts';
import { zh } from '../../language/zh.ts';
import type { GradingRulebook, MatrixCell } from '../rulebook.ts';
import type { BookReading, Path } from './book-reading.ts';
import { Codebook } from './codebook.ts';
import { placeIn } from './read-table.ts';
import { gradeOf, gradesOf } from './grade-codes.ts';
import { bears, gridLabel, type GridKey } from './sheet-labels.ts';
import type { ReadCell, ReadSheet } from './sheet.ts';
import { textsIn } from './table-reading.ts';
import { called } from './called.ts';
import { numberFrom } from './typed-number.ts';
import type { Vocabulary } from './vocabulary.ts';

type Axis = 'probability' | 'harm';

/** The cells of the matrix, in the order of the grid or, where one is given, in that order. */
export function matrixCellsIn(
  reading: BookReading,
  axes: { readonly rows: Axis; readonly columns: Axis },
  grades: GradingRulebook['grades'],
  words: Vocabulary,
): readonly MatrixCell[] {
  const sheet = reading.sheet('matrix');
  reading.put(['base', 'cells'], placeIn(sheet, 0, 0));
  const gridNamed = (key: GridKey, mayMiss: boolean): Grid =>
    new Grid(reading, sheet, { key, mayMiss, axes, words });
  const [ofGrades, ofRules, ofOrder] = [
    gridNamed('grade', false),
    gridNamed('rules', false),
    gridNamed('order', true),
  ];
  const labels = gradesOf(grades);
  const read = ofGrades.cells.map(({ row, column, cell }, index) => {
    const path = ['base', 'cells', index];
    reading.put(path, cell.place);
    const code = labels.codeOfCell(cell.text);
    if (code === null) refuseCell(reading, [...path, 'grade'], cell, labels.words);
    const order = ofOrder.at(row, column);
    const rules = rulesOf(reading, [...path, 'rules'], ofRules.at(row, column) ?? { ...cell, text: '' });
    const position = order === null ? null : numberFrom(order.text, null);
    return { cell: { row, column, grade: gradeOf(code ?? '3'), rules }, position: position ?? index };
  });
  return [...read].sort((a, b) => a.position - b.position).map(({ cell }) => cell);
}

function rulesOf(reading: BookReading, path: Path, cell: ReadCell): readonly string[] {
  reading.put(path, cell.place);
  if (cell.text === '') {
    reading.refuse(path, cell.place, (problems) => problems.blank());
    return [];
  }
  return reading.attempt(path, cell, () => textsIn(cell.text), []);
}

function refuseCell(
  reading: BookReading,
  path: Path,
  { text, place }: ReadCell,
  allowed: readonly string[],
): void {
  if (text === '') reading.refuse(path, place, (problems) => problems.blank());
  else reading.notAllowed(path, place, text, allowed);
}

interface GridShape {
  readonly key: GridKey;
  readonly mayMiss: boolean;
  readonly axes: { readonly rows: Axis; readonly columns: Axis };
  readonly words: Vocabulary;
}

interface GridCell {
  readonly row: string;
  readonly column: string;
  readonly cell: ReadCell;
}

const GRIDS: readonly GridKey[] = ['grade', 'rules', 'order'];

/** One of the grids of the sheet, under its name in the first column. */
class Grid {
  readonly cells: readonly GridCell[];

  constructor(reading: BookReading, sheet: ReadSheet, { key, mayMiss, axes, words }: GridShape) {
    const top = sheet.rows.findIndex(([first = '']) => bears(first, gridLabel(key)));
    if (top === -1 && !mayMiss) {
      const { zh: name } = gridLabel(key);
      reading.refuse(['base', 'cells'], placeIn(sheet, 0, 0), (problems) => problems.noGrid(name));
    }
    const below = sheet.rows.slice(top + 1);
    const length = below.findIndex((row) => isEnd(row));
    const lines = top === -1 ? [] : below.slice(0, length === -1 ? below.length : length);
    const columns = (sheet.rows[top] ?? []).map((text, index) =>
      index === 0 ? null : stepAt(reading, sheet, [top, index], text, words.valuesOf(axes.columns)),
    );
    this.cells = lines.flatMap((line, at) => {
      const index = top + 1 + at;
      const row = stepAt(reading, sheet, [index, 0], line[0] ?? '', words.valuesOf(axes.rows));
      return columns.flatMap((column, number): readonly GridCell[] => {
        const cell = { text: line[number] ?? '', place: placeIn(sheet, index, number) };
        if (row !== null && column !== null) return [{ row, column, cell }];
        if (cell.text !== '' && number > 0 && (sheet.rows[top]?.[number] ?? '') === '') {
          reading.refuse(null, cell.place, (problems) => problems.stray());
        }
        return [];
      });
    });
  }

  at(row: string, column: string): ReadCell | null {
    return this.cells.find((cell) => cell.row === row && cell.column === column)?.cell ?? null;
  }
}

function isEnd(row: readonly string[]): boolean {
  const isBlank = row.every((text) => text === '');
  return isBlank || GRIDS.some((key) => bears(row[0] ?? '', gridLabel(key)));
}

function stepAt(
  reading: BookReading,
  sheet: ReadSheet,
  [row, column]: readonly [number, number],
  text: string,
  steps: Codebook | null,
): string | null {
  if (text === '') return null;
  const code = steps?.codeOfCell(text) ?? null;
  const remarks = new Codebook([
    called('remarks', { zh: zh.ruleSheets.columns.remarks, en: en.ruleSheets.columns.remarks }),
  ]);
  if (code === null && remarks.codeOfCell(text) === null) {
    reading.notAllowed(['base', 'cells'], placeIn(sheet, row, column), text, steps?.words ?? []);
  }
  return code;
}
