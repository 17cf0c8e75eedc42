import { PassThrough } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import ExcelJS from 'exceljs';
import { spreadsheetText } from '../platform/spreadsheet-text.ts';
import type { ExportRow, ExportTable } from './export-table.ts';

/** What Excel takes in one cell; a longer one makes it call the file damaged. */
const LONGEST_CELL = 32_767;
const CUT = '…';
const HEADING = { font: { bold: true }, alignment: { vertical: 'top', wrapText: true } } as const;
const WRAPPED = { vertical: 'top', wrapText: true } as const;
const BODY = { alignment: WRAPPED };

/** The table as an .xlsx file: the first sheet says what it is, the second holds it. Written as it is read. */
export function xlsxOf(table: ExportTable): AsyncIterable<Uint8Array> {
  const file = new PassThrough();
  writeInto(file, table).catch((error: unknown) => {
    file.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  return file;
}

async function writeInto(file: PassThrough, table: ExportTable): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: file, useStyles: true });
  writeAbout(workbook, table);
  const sheet = workbook.addWorksheet(table.title, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = table.columns.map(({ heading, width }) => ({
    header: cellOf(heading),
    width,
    style: { alignment: WRAPPED },
  }));
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: table.columns.length } };
  for await (const rows of table.rows) {
    for (const row of rows) {
      const written = sheet.addRow(cellsOf(row));
      // One object for all cells: the writer looks a style up by what it is made of, unless it has seen the object.
      written.eachCell((cell) => (cell.style = BODY));
      written.commit();
    }
    await untilRead(file);
  }
  sheet.commit();
  await workbook.commit();
}

function writeAbout(workbook: ExcelJS.stream.xlsx.WorkbookWriter, { sheet: name, about }: ExportTable): void {
  const sheet = workbook.addWorksheet(name);
  sheet.columns = [
    { width: 18, style: HEADING },
    { width: 80, style: { alignment: WRAPPED } },
  ];
  for (const line of about) sheet.addRow(cellsOf(line)).commit();
  sheet.commit();
}

/** The writer never asks its reader to catch up: nothing more is given to it until what it made is taken. */
async function untilRead(file: PassThrough): Promise<void> {
  await setImmediate();
  while (file.readableLength > 0 || file.writableLength > 0) {
    if (file.destroyed) throw new Error('nobody reads the file any more');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function cellsOf(row: ExportRow): (string | number | null)[] {
  return row.map((value) => (typeof value === 'string' ? cellOf(value) : value));
}

function cellOf(value: string): string {
  const text = spreadsheetText(value);
  return text.length <= LONGEST_CELL ? text : text.slice(0, LONGEST_CELL - CUT.length) + CUT;
}
