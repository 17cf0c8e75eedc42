import { HeightRule, type Paragraph, Table, TableLayoutType, TableRow, WidthType } from 'docx';
import type { DemoUnit } from './demo-bureau.ts';
import { ANNEX2, chineseDate, headOpinion } from './form-words.ts';
import type { PaperFile } from './paper-file.ts';
import { summaryBlocks, type SummaryBlock } from './summary-rows.ts';
import { cell, HEADLINE_FONT, LABEL_FONT, paragraph, RULED, wordFile } from './word-document.ts';

/** Widths of the eight columns on landscape A4, in twentieths of a point. */
const WIDTHS = [620, 1000, 1500, 2300, 3900, 3300, 820, 676] as const;
const SIZE = 20;

/** A unit's summary table (notice, annex 2) as a Word file. */
export async function annex2Document(unit: DemoUnit): Promise<PaperFile> {
  const bytes = await wordFile(ANNEX2.title, 'landscape', [
    paragraph(ANNEX2.mark, { font: LABEL_FONT }),
    paragraph(ANNEX2.title, { font: HEADLINE_FONT, size: 40, align: 'center', before: 100, after: 160 }),
    paragraph(`${ANNEX2.unit}${unit.unit}`, { after: 60 }),
    paragraph(`${ANNEX2.filledOn}${chineseDate(unit.filledOn)}`, { after: 100 }),
    summaryTable(unit),
    ...opinions(unit),
  ]);
  return { name: `${unit.unit}-廉政风险点及防控措施汇总表.docx`, bytes };
}

function opinions(unit: DemoUnit): readonly Paragraph[] {
  const lines = [`${ANNEX2.head}${headOpinion(unit.filledOn).join('    ')}`, ...ANNEX2.otherOpinions];
  return lines.map((line, index) =>
    paragraph(line, { before: 240, keepsWithNext: index < lines.length - 1 }),
  );
}

function summaryTable(unit: DemoUnit): Table {
  return new Table({
    width: { size: WIDTHS.reduce((total, width) => total + width, 0), type: WidthType.DXA },
    columnWidths: [...WIDTHS],
    layout: TableLayoutType.FIXED,
    borders: RULED,
    rows: [headerRow(), ...summaryBlocks(unit).flatMap(blockRows)],
  });
}

function headerRow(): TableRow {
  return new TableRow({
    tableHeader: true,
    height: { value: 500, rule: HeightRule.ATLEAST },
    children: ANNEX2.columns.map((title, column) =>
      cell([title], { width: widthOf(column), align: 'center', font: LABEL_FONT, size: 22 }),
    ),
  });
}

function blockRows({ merged, rows }: SummaryBlock): readonly TableRow[] {
  return rows.map(([risk, measure, grade, remark], index) => {
    const merge = index === 0 ? 'first' : 'following';
    const owner = merged.map((text, column) =>
      cell([index === 0 ? text : ''], { width: widthOf(column), merge, size: SIZE, ...alignOf(column) }),
    );
    const point = [risk, measure, grade, remark].map((text, offset) => {
      const column = merged.length + offset;
      return cell([text], { width: widthOf(column), size: SIZE, ...alignOf(column) });
    });
    return new TableRow({ cantSplit: true, children: [...owner, ...point] });
  });
}

/** Duties, risks and measures are read as text; the short columns are centred. */
function alignOf(column: number): { readonly align: 'left' | 'center' } {
  return { align: column >= 3 && column <= 5 ? 'left' : 'center' };
}

function widthOf(column: number): number {
  return WIDTHS[column] ?? 0;
}
