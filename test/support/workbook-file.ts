import * as spreadsheets from '@e965/xlsx';
import ExcelJS from 'exceljs';

export interface SheetOfBook {
  readonly name?: string;
  readonly rows: readonly (readonly ExcelJS.CellValue[])[];
  /** Such as A5:A8. */
  readonly merges?: readonly string[];
  readonly hidden?: boolean;
  /** Number formats by cell, such as B3: 'yyyy年m月d日'. */
  readonly formats?: Readonly<Record<string, string>>;
}

/** An .xlsx of these sheets. */
export async function workbookFile(...sheets: readonly SheetOfBook[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  sheets.forEach(({ name, rows, merges = [], hidden = false, formats = {} }, index) => {
    const sheet = book.addWorksheet(name ?? `Sheet${String(index + 1)}`, {
      state: hidden ? 'hidden' : 'visible',
    });
    for (const row of rows) sheet.addRow([...row]);
    for (const merge of merges) sheet.mergeCells(merge);
    for (const [cell, format] of Object.entries(formats)) sheet.getCell(cell).numFmt = format;
  });
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** A workbook of one sheet, for Excel 97–2003 or as a program writes it, with merges of any size. */
export function plainWorkbookFile(
  rows: readonly (readonly (string | number)[])[],
  merges: readonly string[] = [],
  bookType: 'biff8' | 'xlsx' = 'biff8',
): Buffer {
  const sheet = spreadsheets.utils.aoa_to_sheet(rows.map((row) => [...row]));
  sheet['!merges'] = merges.map((merge) => spreadsheets.utils.decode_range(merge));
  const book = spreadsheets.utils.book_new();
  spreadsheets.utils.book_append_sheet(book, sheet, 'Sheet1');
  return Buffer.from(spreadsheets.write(book, { type: 'buffer', bookType }) as Uint8Array);
}
