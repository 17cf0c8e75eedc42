import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  LineRuleType,
  Packer,
  Paragraph,
  TableCell,
  TextRun,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx';
import { BUREAU } from './demo-bureau.ts';
import { repeatableArchive } from './repeatable-archive.ts';

/** The fonts that official papers are set in; an office's machine has them. */
export const HEADLINE_FONT = {
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  eastAsia: '方正小标宋简体',
};
export const LABEL_FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '黑体' };
const TEXT_FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' };

/** A4 in twentieths of a point. */
const A4 = { width: 11906, height: 16838 };

export interface ParagraphLook {
  readonly size?: number;
  readonly font?: typeof TEXT_FONT;
  readonly align?: 'center' | 'left' | 'right';
  readonly before?: number;
  readonly after?: number;
  readonly onNewPage?: boolean;
  /** On one page with the paragraph below. */
  readonly keepsWithNext?: boolean;
}

export function paragraph(text: string, look: ParagraphLook = {}): Paragraph {
  return new Paragraph({
    alignment: look.align ?? AlignmentType.LEFT,
    pageBreakBefore: look.onNewPage ?? false,
    keepNext: look.keepsWithNext ?? false,
    spacing: { before: look.before ?? 0, after: look.after ?? 0, line: 300, lineRule: LineRuleType.AT_LEAST },
    children: [new TextRun({ text, size: look.size ?? 24, font: look.font ?? TEXT_FONT })],
  });
}

export interface CellLook extends ParagraphLook {
  readonly width: number;
  readonly span?: number;
  /** Where a cell stands in a vertical merge, as Word stores it. */
  readonly merge?: 'first' | 'following';
}

export function cell(lines: readonly (string | Paragraph)[], look: CellLook): TableCell {
  return new TableCell({
    width: { size: look.width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 50, bottom: 50, left: 90, right: 90 },
    ...(look.span === undefined ? {} : { columnSpan: look.span }),
    ...(look.merge === undefined
      ? {}
      : { verticalMerge: look.merge === 'first' ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE }),
    children: lines.map((line) => (typeof line === 'string' ? paragraph(line, look) : line)),
  });
}

const LINE = { style: BorderStyle.SINGLE, size: 6, color: '000000' };

/** A ruled table as the notice prints it. */
export const RULED = {
  top: LINE,
  bottom: LINE,
  left: LINE,
  right: LINE,
  insideHorizontal: LINE,
  insideVertical: LINE,
};

/** The bytes of a Word file that has these paragraphs and tables. */
export async function wordFile(
  title: string,
  orientation: 'portrait' | 'landscape',
  children: readonly FileChild[],
): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: BUREAU,
    lastModifiedBy: BUREAU,
    styles: { default: { document: { run: { font: TEXT_FONT, size: 24 } } } },
    sections: [
      {
        properties: {
          page: {
            size: { ...A4, orientation },
            margin: { top: 1134, bottom: 964, left: 1361, right: 1361 },
          },
        },
        children: [...children],
      },
    ],
  });
  return repeatableArchive(await Packer.toBuffer(document));
}
