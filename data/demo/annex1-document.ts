import { type FileChild, HeightRule, Table, TableLayoutType, TableRow, WidthType } from 'docx';
import { entriesOf, type DemoEntry, type DemoUnit } from './demo-bureau.ts';
import { ANNEX1, chineseDate, headOpinion, NOBODY, openOpinion } from './form-words.ts';
import type { PaperFile } from './paper-file.ts';
import {
  cell,
  HEADLINE_FONT,
  LABEL_FONT,
  paragraph,
  RULED,
  wordFile,
  type CellLook,
} from './word-document.ts';

const ROWS_ON_THE_FORM = 4;

/** Widths of the form's five columns, in twentieths of a point. */
const [LABEL, NUMBER, NAME, POST_LABEL, POST] = [1920, 620, 2120, 1860, 2664] as const;
const TEXT = NAME + POST_LABEL + POST;

type NumberedText = readonly [number, string];

/** A unit's self-check forms (notice, annex 1): a file for each person in odd-numbered units, else one for all. */
export async function annex1Files(unit: DemoUnit): Promise<readonly PaperFile[]> {
  const entries = entriesOf(unit);
  if (unit.number % 2 === 0) {
    const forms = entries.flatMap((entry, index) => selfCheckForm(unit, entry, index > 0));
    return [await fileOf(`${unit.unit}-廉政风险自查表.docx`, forms)];
  }
  return Promise.all(
    entries.map((entry) => {
      const owner = entry.name === null ? '处室自身' : `${entry.name}-${entry.post ?? ''}`;
      return fileOf(`${unit.unit}-${owner}.docx`, selfCheckForm(unit, entry, false));
    }),
  );
}

async function fileOf(name: string, children: readonly FileChild[]): Promise<PaperFile> {
  return { name, bytes: await wordFile(ANNEX1.title, 'portrait', children) };
}

function selfCheckForm(unit: DemoUnit, entry: DemoEntry, onNewPage: boolean): readonly FileChild[] {
  const risks = entry.risks.map(({ text }, index): NumberedText => [index + 1, text]);
  const measures = entry.risks.map(({ measure }, index): NumberedText => [index + 1, measure ?? '']);
  const continued = risks.length > ROWS_ON_THE_FORM;
  return [
    paragraph(ANNEX1.mark, { font: LABEL_FONT, onNewPage }),
    paragraph(ANNEX1.title, { font: HEADLINE_FONT, size: 40, align: 'center', before: 120, after: 200 }),
    paragraph(`${ANNEX1.unit}${unit.unit}`, { after: 60 }),
    paragraph(`${ANNEX1.filledOn}${chineseDate(unit.filledOn)}`, { after: 100 }),
    ruledTable([
      ...ownerRows(unit, entry),
      ...numberedRows(ANNEX1.risks, filledUp(risks.slice(0, ROWS_ON_THE_FORM))),
      ...numberedRows(ANNEX1.measures, filledUp(measures.slice(0, ROWS_ON_THE_FORM))),
      opinionRow(ANNEX1.head, headOpinion(unit.filledOn)),
      opinionRow(ANNEX1.leader, openOpinion),
    ]),
    paragraph(ANNEX1.note, { size: 21, before: 100 }),
    ...(continued ? continuation(risks, measures) : []),
  ];
}

/** What did not fit on the form, "可另附纸" as its note allows. */
function continuation(
  risks: readonly NumberedText[],
  measures: readonly NumberedText[],
): readonly FileChild[] {
  return [
    paragraph(ANNEX1.continuation, { after: 80, onNewPage: true }),
    ruledTable([
      ...numberedRows(ANNEX1.risks, risks.slice(ROWS_ON_THE_FORM)),
      ...numberedRows(ANNEX1.measures, measures.slice(ROWS_ON_THE_FORM)),
    ]),
  ];
}

function ownerRows(unit: DemoUnit, entry: DemoEntry): readonly TableRow[] {
  const value = (text: string, look: CellLook): ReturnType<typeof cell> =>
    cell([text], { align: 'center', ...look });
  return [
    row(620, [
      label(ANNEX1.name, { width: LABEL }),
      value(entry.name ?? unit.unit, { width: NUMBER + NAME, span: 2 }),
      label(ANNEX1.post, { width: POST_LABEL }),
      value(entry.post ?? NOBODY, { width: POST }),
    ]),
    row(1000, [
      label(ANNEX1.duties, { width: LABEL }),
      cell([entry.duties ?? NOBODY], { width: NUMBER + TEXT, span: 4 }),
    ]),
  ];
}

function numberedRows(title: string, texts: readonly NumberedText[]): readonly TableRow[] {
  return texts.map(([number, text], index) =>
    row(520, [
      label(index === 0 ? title : '', { width: LABEL, merge: index === 0 ? 'first' : 'following' }),
      cell([String(number)], { width: NUMBER, align: 'center' }),
      cell([text], { width: TEXT, span: 3, size: 22 }),
    ]),
  );
}

function opinionRow(title: string, [opinion, signature]: readonly [string, string]): TableRow {
  return row(1100, [
    label(title, { width: LABEL }),
    cell([opinion, paragraph(signature, { align: 'right', before: 100 })], {
      width: NUMBER + TEXT,
      span: 4,
    }),
  ]);
}

function label(text: string, look: CellLook): ReturnType<typeof cell> {
  return cell([text], { font: LABEL_FONT, align: 'center', ...look });
}

function row(height: number, children: readonly ReturnType<typeof cell>[]): TableRow {
  return new TableRow({
    cantSplit: true,
    height: { value: height, rule: HeightRule.ATLEAST },
    children: [...children],
  });
}

function ruledTable(rows: readonly TableRow[]): Table {
  return new Table({
    width: { size: LABEL + NUMBER + TEXT, type: WidthType.DXA },
    columnWidths: [LABEL, NUMBER, NAME, POST_LABEL, POST],
    layout: TableLayoutType.FIXED,
    borders: RULED,
    rows: [...rows],
  });
}

function filledUp(texts: readonly NumberedText[]): readonly NumberedText[] {
  const empty = Array.from({ length: ROWS_ON_THE_FORM - texts.length }, (_, index): NumberedText => [
    texts.length + index + 1,
    '',
  ]);
  return [...texts, ...empty];
}
