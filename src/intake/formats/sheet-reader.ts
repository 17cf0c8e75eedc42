import { SSF } from '@e965/xlsx';
import { finding } from '../finding.ts';
import type { Finding, Position } from '../read-form.ts';
import { gridOf, type Cell, type Grid } from './document.ts';
import { LIMITS } from './limits.ts';
import { refuse } from './unreadable-file.ts';

/** A cell as the library gives it: type, value, number format, shown text. */
export interface RawCell {
  readonly t: string;
  readonly v?: string | number | boolean | Date;
  readonly z?: string | number;
  readonly w?: string;
}

interface Corner {
  readonly r: number;
  readonly c: number;
}

/** A sheet in the library's dense form: rows of cells with holes. */
export interface RawSheet {
  readonly '!data'?: readonly (readonly RawCell[])[];
  readonly '!merges'?: readonly { readonly s: Corner; readonly e: Corner }[];
}

export interface SheetContent {
  readonly grid: Grid;
  readonly findings: readonly Finding[];
  readonly cellCount: number;
}

/** What the number formats of dates are asked of; the library leaves it untyped. */
interface NumberFormats {
  is_date(format: string): boolean;
  parse_date_code(
    value: number,
    options: { readonly date1904: boolean },
  ): { y: number; m: number; d: number } | null;
}

// The library's own declaration is `any`; the interface above is what its source says.
const formats = SSF as NumberFormats;

/** Puts a sheet's cells into a grid: dates as ISO, numbers as shown, a merged area as one cell. */
export function readSheet(sheet: string, raw: RawSheet, date1904: boolean): SheetContent {
  const positionOf = (row: number, column: number): Position => ({ sheet, row: row + 1, column: column + 1 });
  const findings: Finding[] = [];
  const single = new Map<string, Cell>();
  (raw['!data'] ?? []).forEach((cells, row) => {
    cells.forEach((cell, column) => {
      const position = positionOf(row, column);
      const text = textOf(cell, date1904);
      if (text === '') return;
      judgePlace(text, row, column, position);
      if (cell.t === 'e') findings.push(finding('warning', 'formula-error', { shown: text }, position));
      else single.set(slot(row, column), { text, position, row, column, rowSpan: 1, columnSpan: 1 });
    });
  });
  const cells = [...mergedCells(raw, single, positionOf), ...single.values()];
  return { grid: gridOf(cells, positionOf), findings, cellCount: cells.length };
}

/** The merged areas, clipped to where there is content. They take their cells out of `single`. */
function mergedCells(raw: RawSheet, single: Map<string, Cell>, positionOf: Grid['positionOf']): Cell[] {
  const { rowCount, columnCount } = gridOf([...single.values()], positionOf);
  return (raw['!merges'] ?? []).flatMap(({ s: start, e: end }) => {
    const rowSpan = Math.min(end.r + 1, rowCount) - start.r;
    const columnSpan = Math.min(end.c + 1, columnCount) - start.c;
    if (rowSpan < 1 || columnSpan < 1) return [];
    const key = slot(start.r, start.c);
    const text = single.get(key)?.text ?? '';
    single.delete(key);
    const position = positionOf(start.r, start.c);
    return [{ text, position, row: start.r, column: start.c, rowSpan, columnSpan }];
  });
}

function slot(row: number, column: number): string {
  return `${row},${column}`;
}

/** @throws {UnreadableFile} where a cell stands too far out, or holds too much. */
export function judgePlace(text: string, row: number, column: number, position: Position): void {
  if (row >= LIMITS.rowsPerSheet) refuse('too-many-rows', { limit: LIMITS.rowsPerSheet }, position);
  if (column >= LIMITS.columnsPerSheet)
    refuse('too-many-columns', { limit: LIMITS.columnsPerSheet }, position);
  if (text.length > LIMITS.textLength) refuse('text-too-long', { limit: LIMITS.textLength }, position);
}

function textOf({ t: type, v: value, z: format, w: shown }: RawCell, date1904: boolean): string {
  if (value === undefined) return '';
  if (type === 'e') return shown ?? '#';
  if (type !== 'n' || typeof value !== 'number') return String(value).trim();
  return isoDate(value, format, date1904) ?? (shown ?? String(value)).trim();
}

/** Excel stores a date as a number of days; only the cell's number format tells. */
export function isoDate(
  value: number,
  format: string | number | undefined,
  date1904: boolean,
): string | null {
  if (typeof format !== 'string' || value < 1 || !formats.is_date(format)) return null;
  const date = formats.parse_date_code(value, { date1904 });
  if (date === null) return null;
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.y}-${two(date.m)}-${two(date.d)}`;
}
