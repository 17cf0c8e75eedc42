import type { CompoundFile } from './compound-file-reader.ts';
import type { Block, Section } from './document.ts';
import { refuse } from './unreadable-file.ts';
import { marksOf, type Word97Mark } from './word97-marks.ts';
import { paragraphsOf } from './word97-paragraphs.ts';
import { characterRuns, paragraphRuns } from './word97-properties.ts';
import { tableGrid, type Word97Row } from './word97-table.ts';
import { mainTextPieces, runTable, tableStreamName } from './word97-text.ts';

/**
 * Reads the paragraphs and tables of a Word 97–2003 document, with merged cells. A library that gives the text
 * alone cannot tell the end of a row from an empty cell that begins with a blank line.
 *
 * @throws {UnreadableFile} when it is damaged, has a password, or is older than Word 97.
 */
export function readDoc(file: CompoundFile): readonly Section[] {
  const document = file.stream('WordDocument') ?? refuse('damaged-file', {});
  const table = file.stream(tableStreamName(document)) ?? refuse('damaged-file', {});
  const paragraphs = paragraphsOf(
    mainTextPieces(document, table),
    characterRuns(document, runTable(document, table, 'characterRuns')),
    paragraphRuns(document, runTable(document, table, 'paragraphRuns'), file.stream('Data')),
  );
  return [{ sheet: null, blocks: blocksOf(marksOf(paragraphs)), findings: [] }];
}

interface Reading {
  readonly blocks: Block[];
  rows: Word97Row[];
  texts: string[];
  cell: string;
  tables: number;
  paragraphs: number;
}

function blocksOf(marks: readonly Word97Mark[]): Block[] {
  const reading: Reading = { blocks: [], rows: [], texts: [], cell: '', tables: 0, paragraphs: 0 };
  for (const mark of marks) {
    if (mark.depth === 0) readParagraph(mark, reading);
    else readInTable(mark, reading);
  }
  endTable(reading);
  return reading.blocks;
}

function readParagraph({ text }: Word97Mark, reading: Reading): void {
  endTable(reading);
  reading.paragraphs += 1;
  reading.blocks.push({ kind: 'paragraph', text, position: { paragraph: reading.paragraphs } });
}

/** A table inside a cell is that cell's text, a line for each row. */
function readInTable({ text, ends, cells }: Word97Mark, reading: Reading): void {
  switch (ends) {
    case 'paragraph':
    case 'inner row':
      reading.cell += `${text}\n`;
      break;
    case 'inner cell':
      reading.cell += text + (/^\s*\d{1,2}\s*$/u.test(text) ? '、' : ' ');
      break;
    case 'cell':
      reading.texts.push(reading.cell + text);
      reading.cell = '';
      break;
    case 'row':
      reading.rows.push({ texts: reading.texts, cells });
      reading.texts = [];
      reading.cell = '';
  }
}

function endTable(reading: Reading): void {
  if (reading.texts.length > 0) reading.rows.push({ texts: reading.texts, cells: null });
  if (reading.rows.length > 0) {
    reading.tables += 1;
    reading.blocks.push(tableGrid(reading.rows, reading.tables));
  }
  reading.rows = [];
  reading.texts = [];
}
