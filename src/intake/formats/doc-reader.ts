import type { CompoundFile } from './compound-file-reader.ts';
import type { Block, Section } from './document.ts';
import { refuse } from './unreadable-file.ts';
import { paragraphsOf, type Word97Paragraph } from './word97-paragraphs.ts';
import { characterRuns, definedCells, isOn, paragraphRuns, tableDepth } from './word97-properties.ts';
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
  return [{ sheet: null, blocks: blocksOf(paragraphs), findings: [] }];
}

interface Reading {
  readonly blocks: Block[];
  rows: Word97Row[];
  texts: string[];
  cell: string;
  tables: number;
  paragraphs: number;
}

function blocksOf(paragraphs: readonly Word97Paragraph[]): Block[] {
  const reading: Reading = { blocks: [], rows: [], texts: [], cell: '', tables: 0, paragraphs: 0 };
  for (const paragraph of paragraphs) {
    if (paragraph.end === 'cell' || tableDepth(paragraph.properties) > 0) readInTable(paragraph, reading);
    else readParagraph(paragraph, reading);
  }
  endTable(reading);
  return reading.blocks;
}

function readParagraph({ text }: Word97Paragraph, reading: Reading): void {
  endTable(reading);
  reading.paragraphs += 1;
  reading.blocks.push({ kind: 'paragraph', text, position: { paragraph: reading.paragraphs } });
}

function readInTable({ text, end, properties }: Word97Paragraph, reading: Reading): void {
  if (end === 'paragraph') {
    reading.cell += text + innerEnd(text, properties);
  } else if (isOn(properties, 'rowEnd')) {
    reading.rows.push({ texts: reading.texts, cells: definedCells(properties) });
    reading.texts = [];
    reading.cell = '';
  } else {
    reading.texts.push(reading.cell + text);
    reading.cell = '';
  }
}

/** A table inside a cell is that cell's text, a line for each row. */
function innerEnd(text: string, properties: Word97Paragraph['properties']): string {
  if (isOn(properties, 'innerRowEnd') || !isOn(properties, 'innerCell')) return '\n';
  return /^\s*\d{1,2}\s*$/u.test(text) ? '、' : ' ';
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
