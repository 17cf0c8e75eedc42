import type { BookReading } from './book-reading.ts';
import { bears, columnLabel, headingOf, type ColumnKey, type SheetKey } from './sheet-labels.ts';
import type { ReadCell, ReadSheet, SheetPlace } from './sheet.ts';
import { TableRow } from './table-reading.ts';

/** What a table may have beside its own columns. */
export interface TableShape {
  readonly columns: readonly ColumnKey[];
  /** Own columns that may stand there several times. */
  readonly repeated?: readonly ColumnKey[];
  /** The fact that a heading names; `null` where it names none. */
  readonly factOf?: (heading: string) => string | null;
}

/** More than any list of a rulebook may have, and few enough to read them at once. */
const MOST_ROWS = 1200;

/** The rows of a sheet that is one table; headings stand in the first row that has content. */
export function rowsOfTable(reading: BookReading, key: SheetKey, shape: TableShape): readonly TableRow[] {
  const sheet = reading.sheet(key);
  const top = sheet.rows.findIndex((cells) => cells.some((cell) => cell !== ''));
  if (top === -1) {
    if (reading.has(key)) missing(reading, sheet, 0, shape.columns, []);
    return [];
  }
  const keys = headingsOf(reading, sheet, top, shape);
  missing(reading, sheet, top, shape.columns, keys);
  if (sheet.rows.length > MOST_ROWS) {
    const place = placeIn(sheet, MOST_ROWS, 0);
    reading.refuse(null, place, (problems) => problems.tooManyRows(MOST_ROWS));
  }
  return sheet.rows.slice(0, MOST_ROWS).flatMap((cells, index) => {
    const isContent = index > top && cells.some((cell, at) => cell !== '' && keys[at] !== 'remarks');
    return isContent ? [rowOf(reading, sheet, index, keys)] : [];
  });
}

/** The facts that have columns, from left to right. */
export function factColumnsOf(rows: readonly TableRow[], facts: readonly string[]): readonly string[] {
  const [first] = rows;
  if (first === undefined) return [];
  const columnOf = (fact: string): number => first.cells(`fact ${fact}`)[0]?.place.column ?? 0;
  return facts.filter((fact) => columnOf(fact) > 0).sort((a, b) => columnOf(a) - columnOf(b));
}

type Heading = string | null;

function headingsOf(
  reading: BookReading,
  sheet: ReadSheet,
  top: number,
  shape: TableShape,
): readonly Heading[] {
  const seen = new Set<string>();
  return (sheet.rows[top] ?? []).map((cell, index) => {
    if (cell === '') return null;
    const place = placeIn(sheet, top, index);
    const key = keyOf(cell, shape);
    if (key === null) reading.refuse(null, place, (problems) => problems.strangeColumn(oneLine(cell)));
    const mayRepeat = key === 'remarks' || (shape.repeated ?? []).some((repeated) => repeated === key);
    if (key !== null && seen.has(key) && !mayRepeat) {
      reading.refuse(null, place, (problems) => problems.columnTwice(oneLine(cell)));
    }
    if (key !== null) seen.add(key);
    return key ?? 'remarks';
  });
}

function keyOf(cell: string, { columns, factOf = () => null }: TableShape): string | null {
  const coded = cell
    .split('\n')
    .find((line) => /^[a-z][A-Za-z0-9]*$/u.test(line.trim()) && factOf(line) !== null);
  if (coded !== undefined) return `fact ${factOf(coded) ?? ''}`;
  const own = [...columns, 'remarks' as const].find((key) => bears(cell, columnLabel(key)));
  if (own !== undefined) return own;
  const fact = factOf(cell) ?? factOf(cell.split('\n')[0] ?? '');
  return fact === null ? null : `fact ${fact}`;
}

function missing(
  reading: BookReading,
  sheet: ReadSheet,
  top: number,
  columns: readonly ColumnKey[],
  found: readonly Heading[],
): void {
  for (const key of columns.filter((column) => !found.includes(column))) {
    const name = oneLine(headingOf(columnLabel(key)));
    reading.refuse(null, placeIn(sheet, top, 0), (problems) => problems.noColumn(name));
  }
}

function rowOf(reading: BookReading, sheet: ReadSheet, index: number, keys: readonly Heading[]): TableRow {
  const cells = new Map<string, readonly ReadCell[]>();
  const texts = sheet.rows[index] ?? [];
  for (let column = 0; column < Math.max(texts.length, keys.length); column += 1) {
    const cell = { text: texts[column] ?? '', place: placeIn(sheet, index, column) };
    const key = keys[column] ?? null;
    if (key === null) {
      if (cell.text !== '') reading.refuse(null, cell.place, (problems) => problems.stray());
    } else cells.set(key, [...(cells.get(key) ?? []), cell]);
    if (key !== 'remarks' && isFormulaError(cell.text)) {
      reading.refuse(null, cell.place, (problems) => problems.formulaError(cell.text));
    }
  }
  return new TableRow(reading, placeIn(sheet, index, 0), cells);
}

/** What a spreadsheet program shows where a formula has no value. */
function isFormulaError(text: string): boolean {
  return /^#(?:NAME\?|REF!|VALUE!|DIV\/0!|N\/A|NUM!|NULL!|SPILL!|CALC!)$/u.test(text);
}

export function placeIn(sheet: ReadSheet, row: number, column: number): SheetPlace {
  return { sheet: sheet.name, row: row + 1, column: column + 1 };
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').slice(0, 60);
}
