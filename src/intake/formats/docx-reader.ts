import { gridOf, type Block, type Section } from './document.ts';
import { automaticNumbers, type AutomaticNumbers } from './docx-numbering.ts';
import { contentOf, paragraphText, textBoxParagraphs } from './docx-paragraph.ts';
import { mergedDown, tableCells, type TableCell } from './docx-table.ts';
import { refuse } from './unreadable-file.ts';
import type { OoxmlPackage } from './ooxml-package-reader.ts';
import { childNamed, parseXml } from './xml.ts';
import type { XmlElement } from './xml-tree.ts';

interface Reading {
  readonly numbers: AutomaticNumbers;
  paragraphs: number;
  tables: number;
}

/**
 * Reads the paragraphs and tables of a Word document in their order.
 *
 * @throws {UnreadableFile} when its XML is damaged or unsafe.
 */
export function readDocx(file: OoxmlPackage): readonly Section[] {
  const document = parseXml(file.part(file.mainPart) ?? refuse('damaged-file', {}));
  const body = childNamed(document, 'body');
  if (body === null) return refuse('damaged-file', {});
  const folder = file.mainPart.replace(/[^/]*$/u, '');
  const reading = {
    numbers: automaticNumbers(file.part(`${folder}numbering.xml`)),
    paragraphs: 0,
    tables: 0,
  };
  return [{ sheet: null, blocks: blocksIn(body, reading), findings: [] }];
}

function blocksIn(node: XmlElement, reading: Reading): Block[] {
  return contentOf(node).flatMap((element): Block[] => {
    if (element.localName === 'tbl') return tableBlocks(element, reading);
    if (element.localName !== 'p') return [];
    const own = paragraphBlock(element, reading);
    return [own, ...textBoxParagraphs(element).map((inner) => paragraphBlock(inner, reading))];
  });
}

function paragraphBlock(element: XmlElement, reading: Reading): Block {
  reading.paragraphs += 1;
  const position = { paragraph: reading.paragraphs };
  return { kind: 'paragraph', text: paragraphText(element, reading.numbers), position };
}

/** A table; what a table that only serves as a frame has inside follows as blocks of its own. */
function tableBlocks(table: XmlElement, reading: Reading): Block[] {
  reading.tables += 1;
  const number = reading.tables;
  const cells = tableCells(table);
  const frames = new Set(cells.filter((cell) => isFrame(cell, cells)));
  const positionOf = (row: number, column: number) => ({ table: number, row: row + 1, column: column + 1 });
  const grid = gridOf(
    mergedDown(cells, (cell) => ({
      text: frames.has(cell) ? '' : cellText(cell.element, reading),
      position: positionOf(cell.row, cell.ordinal - 1),
    })),
    positionOf,
  );
  return [grid, ...[...frames].flatMap(({ element }) => blocksIn(element, reading))];
}

/** The only cell of its row, with a table inside: drawn for the border's sake. */
function isFrame(cell: TableCell, cells: readonly TableCell[]): boolean {
  const alone = cells.every((other) => other === cell || other.row !== cell.row);
  return alone && contentOf(cell.element).some(({ localName }) => localName === 'tbl');
}

function cellText(cell: XmlElement, reading: Reading): string {
  reading.numbers.pause();
  return contentOf(cell)
    .flatMap((element) => {
      if (element.localName === 'tbl') return innerTableLines(element, reading);
      return element.localName === 'p' ? [paragraphText(element, reading.numbers)] : [];
    })
    .join('\n');
}

/** A table inside a cell is that cell's text, a line for each row. */
function innerTableLines(table: XmlElement, reading: Reading): string[] {
  const rows = new Map<number, string[]>();
  for (const { element, row } of tableCells(table)) {
    const text = cellText(element, reading).trim();
    if (text !== '') rows.set(row, [...(rows.get(row) ?? []), text]);
  }
  return [...rows.values()].map(([first = '', ...others]) =>
    [/^\d{1,2}$/u.test(first) && others.length > 0 ? `${first}、` : `${first} `, ...others].join(''),
  );
}
