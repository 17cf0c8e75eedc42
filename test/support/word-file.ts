import {
  Document,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
  type FileChild,
} from 'docx';

/** A cell of a table: its text, a line for each paragraph, and how it is merged. */
export interface WordCell {
  readonly text: string;
  readonly across?: number;
  readonly down?: 'starts' | 'goes on';
  /** Paragraphs are numbered by Word, so that no number is in the text. */
  readonly numbered?: boolean;
  readonly inner?: WordTable;
}

export type WordTable = readonly (readonly (WordCell | string)[])[];

/** A paragraph, or a table. */
export type WordBlock = string | WordTable;

/** A .docx of these paragraphs and tables. */
export async function wordFile(blocks: readonly WordBlock[]): Promise<Buffer> {
  const children = blocks.map((block): FileChild =>
    typeof block === 'string' ? paragraph(block) : wordTable(block),
  );
  const level = { level: 0, format: LevelFormat.DECIMAL, text: '%1、' };
  // Each cell counts from one, as lists in cells do when a person makes them.
  const references = ['list-1', 'list-2', 'list-3', 'list-4'];
  const numbering = { config: references.map((reference) => ({ reference, levels: [level] })) };
  return Packer.toBuffer(new Document({ numbering, sections: [{ children }] }));
}

let lists = 0;

function wordTable(rows: WordTable): Table {
  lists = 0;
  return new Table({ rows: rows.map((cells) => new TableRow({ children: cells.map(wordCell) })) });
}

function wordCell(given: WordCell | string): TableCell {
  const cell = typeof given === 'string' ? { text: given } : given;
  if (cell.numbered === true) lists += 1;
  const numbering = cell.numbered === true ? { reference: `list-${String(lists)}`, level: 0 } : undefined;
  const paragraphs = cell.text
    .split('\n')
    .map((text) => new Paragraph({ text, ...(numbering && { numbering }) }));
  return new TableCell({
    children:
      cell.inner === undefined ? paragraphs : [...paragraphs, wordTable(cell.inner), new Paragraph('')],
    columnSpan: cell.across ?? 1,
    ...(cell.down === 'starts' && { verticalMerge: VerticalMergeType.RESTART }),
    ...(cell.down === 'goes on' && { verticalMerge: VerticalMergeType.CONTINUE }),
  });
}

function paragraph(text: string): Paragraph {
  const [first = '', ...others] = text.split('\n');
  const breaks = others.map((line) => new TextRun({ text: line, break: 1 }));
  return new Paragraph({ children: [new TextRun(first), ...breaks] });
}
