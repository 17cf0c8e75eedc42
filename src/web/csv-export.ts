import { spreadsheetText } from '../platform/spreadsheet-text.ts';
import type { ExportRow, ExportTable } from './export-table.ts';

/** Tells spreadsheet programs that the file is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** The table as a .csv file: about it first, an empty line, then headings and rows. */
export async function* csvOf({ about, columns, rows }: ExportTable): AsyncGenerator<string> {
  const headings = columns.map(({ heading }) => heading);
  yield BYTE_ORDER_MARK + linesOf([...about, [], headings]);
  for await (const some of rows) yield linesOf(some);
}

function linesOf(rows: readonly ExportRow[]): string {
  return rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}

function cellOf(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = spreadsheetText(value);
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
