import ExcelJS from 'exceljs';
import { BUREAU, type DemoUnit } from './demo-bureau.ts';
import { ANNEX2, chineseDate, headOpinion } from './form-words.ts';
import type { PaperFile } from './paper-file.ts';
import { repeatableArchive } from './repeatable-archive.ts';
import { summaryBlocks, type SummaryBlock } from './summary-rows.ts';

/** Widths in characters of Western type; a Chinese character takes two. */
const WIDTHS = [6, 9, 14, 26, 46, 40, 9, 8] as const;
/** A4 (which Excel knows as number 9) across, as wide as the table. */
const PAGE = {
  paperSize: 9,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  horizontalCentered: true,
  margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
} as const;
const LINE_HEIGHT = 15;
const LAST_MERGED_COLUMN = 4;
const THIN = { style: 'thin' } as const;
const BORDER = { top: THIN, bottom: THIN, left: THIN, right: THIN };

/** A unit's summary table (notice, annex 2) as an Excel file. */
export async function annex2Workbook(unit: DemoUnit): Promise<PaperFile> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = BUREAU;
  workbook.lastModifiedBy = BUREAU;
  const sheet = workbook.addWorksheet('汇总表');
  Object.assign(sheet.pageSetup, PAGE);
  sheet.columns = WIDTHS.map((width) => ({ width }));
  addHeading(sheet, unit);
  for (const block of summaryBlocks(unit)) addBlock(sheet, block);
  addOpinions(sheet, unit);
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  return { name: `${unit.unit}-廉政风险点及防控措施汇总表.xlsx`, bytes: await repeatableArchive(bytes) };
}

function addHeading(sheet: ExcelJS.Worksheet, unit: DemoUnit): void {
  addLine(sheet, ANNEX2.mark, { font: { name: '黑体', size: 12 } });
  addLine(sheet, ANNEX2.title, {
    font: { name: '方正小标宋简体', size: 20 },
    alignment: { horizontal: 'center', vertical: 'middle' },
  }).height = 36;
  addLine(sheet, `${ANNEX2.unit}${unit.unit}`);
  addLine(sheet, `${ANNEX2.filledOn}${chineseDate(unit.filledOn)}`);
  const header = sheet.addRow([...ANNEX2.columns]);
  header.height = 26;
  header.eachCell((cell) => {
    cell.font = { name: '黑体', size: 11 };
    cell.alignment = { horizontal: 'center', vertical: 'middle' };
    cell.border = BORDER;
  });
  sheet.pageSetup.printTitlesRow = `${String(header.number)}:${String(header.number)}`;
}

function addLine(
  sheet: ExcelJS.Worksheet,
  text: string,
  look: Partial<ExcelJS.Style> = { font: { name: '仿宋', size: 12 } },
): ExcelJS.Row {
  const row = sheet.addRow([text]);
  sheet.mergeCells(row.number, 1, row.number, WIDTHS.length);
  row.height = 22;
  Object.assign(row.getCell(1), { alignment: { vertical: 'middle' }, ...look });
  return row;
}

function addBlock(sheet: ExcelJS.Worksheet, block: SummaryBlock): void {
  const heights = rowHeights(block);
  const first = sheet.rowCount + 1;
  for (const [index, point] of block.rows.entries()) {
    const row = sheet.addRow([...block.merged.map((text) => (index === 0 ? text : '')), ...point]);
    row.height = heights[index] ?? LINE_HEIGHT;
    for (let column = 1; column <= WIDTHS.length; column += 1) dress(row.getCell(column), column);
  }
  if (block.rows.length === 1) return;
  for (let column = 1; column <= LAST_MERGED_COLUMN; column += 1) {
    sheet.mergeCells(first, column, sheet.rowCount, column);
  }
}

function dress(cell: ExcelJS.Cell, column: number): void {
  const isText = column >= 4 && column <= 6;
  cell.font = { name: '仿宋', size: 11 };
  cell.alignment = { horizontal: isText ? 'left' : 'center', vertical: 'middle', wrapText: true };
  cell.border = BORDER;
}

/** Excel fits no row to a merged cell, so the rows together must be high enough for the longest one. */
function rowHeights({ merged, rows }: SummaryBlock): readonly number[] {
  const lines = rows.map((texts) =>
    Math.max(...texts.map((text, index) => linesOf(text, LAST_MERGED_COLUMN + index))),
  );
  const needed = Math.max(...merged.map(linesOf));
  const missing = Math.max(0, needed - lines.reduce((total, count) => total + count, 0));
  return lines.map((count) => (count + missing / lines.length) * LINE_HEIGHT + 8);
}

function linesOf(text: string, column: number): number {
  const charactersPerLine = Math.floor(((WIDTHS[column] ?? 1) - 1) / 2);
  return Math.max(1, Math.ceil([...text].length / charactersPerLine));
}

function addOpinions(sheet: ExcelJS.Worksheet, unit: DemoUnit): void {
  sheet.addRow([]);
  addLine(sheet, `${ANNEX2.head}${headOpinion(unit.filledOn).join('    ')}`);
  for (const opinion of ANNEX2.otherOpinions) addLine(sheet, opinion);
}
