import { Buffer } from 'node:buffer';
import ExcelJS from 'exceljs';
import { spreadsheetText } from '../../platform/spreadsheet-text.ts';
import { columnLetters, type BookSheet, type CellChoice } from './sheet.ts';

const FONT = { name: 'Microsoft YaHei', size: 11 };
const HEADING_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EDF4' } } as const;
const WRAPPED = { vertical: 'top', wrapText: true } as const;
/** The number format of a text, which no program takes for a date or a formula. */
const AS_TEXT = '@';
/** What Excel takes as a list written out. */
const LONGEST_LIST = 255;

/**
 * Sheets as an .xlsx file. No cell is a formula, and what people see is all there is.
 * @param choicesName the name of the sheet that lists what is too long to offer otherwise
 */
export async function bookFile(sheets: readonly BookSheet[], choicesName: string): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const lists: (readonly string[])[] = [];
  for (const sheet of sheets) write(book, sheet, (values) => formulaOf(values, lists, choicesName));
  if (lists.length > 0) writeLists(book.addWorksheet(choicesName), lists);
  return Buffer.from(await book.xlsx.writeBuffer());
}

function write(
  book: ExcelJS.Workbook,
  written: BookSheet,
  formula: (values: readonly string[]) => string,
): void {
  const { name, rows, headings, widths, choices, plain } = written;
  const isTable = headings.length === 1 && headings[0] === 1;
  const sheet = book.addWorksheet(name, isTable ? { views: [{ state: 'frozen', ySplit: 1 }] } : {});
  widths.forEach((width, index) => {
    const column = sheet.getColumn(index + 1);
    column.width = width;
    column.style = {
      font: FONT,
      alignment: WRAPPED,
      ...(plain.includes(index + 1) ? { numFmt: AS_TEXT } : {}),
    };
  });
  for (const row of rows) sheet.addRow(row.map((text) => (text === '' ? null : spreadsheetText(text))));
  for (const heading of headings) {
    const row = sheet.getRow(heading);
    row.font = { ...FONT, bold: true };
    row.eachCell((cell) => (cell.fill = HEADING_FILL));
  }
  for (const choice of choices) offer(sheet, choice, formula(choice.values));
}

function offer(
  sheet: ExcelJS.Worksheet,
  { column, fromRow, toRow, isClosed }: CellChoice,
  formula: string,
): void {
  for (let row = fromRow; row <= toRow; row += 1) {
    sheet.getCell(row, column).dataValidation = {
      ...{ type: 'list', allowBlank: true, formulae: [formula] },
      showErrorMessage: isClosed,
    };
  }
}

/** A list written out, or where it stands on the sheet of lists. */
function formulaOf(values: readonly string[], lists: (readonly string[])[], sheet: string): string {
  const written = values.join(',');
  const isShort = written.length <= LONGEST_LIST && values.every((value) => !/[,"\n]/u.test(value));
  if (isShort) return `"${written}"`;
  const known = lists.findIndex((list) => list.join('\n') === values.join('\n'));
  const index = known === -1 ? lists.push(values) - 1 : known;
  const letters = columnLetters(index + 1);
  return `'${sheet}'!$${letters}$1:$${letters}$${String(values.length)}`;
}

function writeLists(sheet: ExcelJS.Worksheet, lists: readonly (readonly string[])[]): void {
  lists.forEach((values, index) => {
    sheet.getColumn(index + 1).width = 30;
    values.forEach((value, row) => (sheet.getCell(row + 1, index + 1).value = spreadsheetText(value)));
  });
}
