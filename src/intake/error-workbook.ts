import { Buffer } from 'node:buffer';
import ExcelJS from 'exceljs';
import type { Texts } from '../language/texts.ts';
import { spreadsheetText } from '../platform/spreadsheet-text.ts';
import { findingRows, type FindingRow } from './finding-row.ts';
import type { ReadFile } from './read-form.ts';

const COLUMNS: readonly { readonly key: keyof FindingRow; readonly width: number }[] = [
  { key: 'file', width: 32 },
  { key: 'severity', width: 8 },
  { key: 'place', width: 16 },
  { key: 'row', width: 8 },
  { key: 'column', width: 8 },
  { key: 'field', width: 18 },
  { key: 'value', width: 44 },
  { key: 'wrong', width: 48 },
  { key: 'fix', width: 48 },
];
const FONT = { name: 'Microsoft YaHei', size: 11 };
const HEADER_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EDF4' } } as const;

/**
 * The findings of read files as an .xlsx to send back to those who filled them in: one sheet, one line per finding,
 * in the reader's language. What people wrote cannot act as a formula.
 */
export async function errorWorkbook(files: readonly ReadFile[], text: Texts): Promise<Buffer> {
  const words = text.errorWorkbook;
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(words.sheet, {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.columns = COLUMNS.map(({ key, width }) => ({ key, width, header: words.columns[key] }));
  for (const row of findingRows(files, text)) sheet.addRow(COLUMNS.map(({ key }) => cellOf(row[key])));
  sheet.eachRow((row) => {
    row.font = FONT;
    row.alignment = { vertical: 'top', wrapText: true };
  });
  const header = sheet.getRow(1);
  header.font = { ...FONT, bold: true };
  header.fill = HEADER_FILL;
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: COLUMNS.length } };
  return Buffer.from(await book.xlsx.writeBuffer());
}

function cellOf(value: FindingRow[keyof FindingRow]): string | number | null {
  return typeof value === 'string' ? spreadsheetText(value) : value;
}
