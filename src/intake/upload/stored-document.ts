import { cellsOfRow, gridOf, type Block, type Cell, type Grid, type Section } from '../formats/document.ts';
import type { FileFormat, Finding, Position } from '../read-form.ts';

/** Text, row, column, rows and columns covered, and the column as people count it. Rows and columns from 0. */
export type StoredCell = readonly [string, number, number, number, number, number];

export interface StoredGrid {
  readonly kind: 'grid';
  readonly sheet?: string;
  readonly table?: number;
  /** Of a delimited file: the line in which each row begins. */
  readonly lines?: readonly number[];
  readonly cells: readonly StoredCell[];
}

export interface StoredParagraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly position: Position;
}

export type StoredBlock = StoredGrid | StoredParagraph;

export interface StoredSection {
  readonly sheet: string | null;
  readonly blocks: readonly StoredBlock[];
  readonly findings: readonly Finding[];
}

export type StoredSections = readonly StoredSection[];

/** A document as JSON, so that it can be read again, with what people put right in it, without its file. */
export interface StoredDocument {
  readonly format: FileFormat;
  readonly sections: StoredSections;
  /** What was found about the file as a whole. */
  readonly findings: readonly Finding[];
}

export function storedSections(sections: readonly Section[]): StoredSections {
  return sections.map(({ sheet, blocks, findings }) => ({
    sheet,
    blocks: blocks.map((block) => (block.kind === 'paragraph' ? block : storedGrid(block))),
    findings,
  }));
}

export function sectionsOf(stored: StoredSections): readonly Section[] {
  return stored.map(({ sheet, blocks, findings }) => ({ sheet, blocks: blocks.map(blockOf), findings }));
}

function storedGrid(grid: Grid): StoredGrid {
  const rows = Array.from({ length: grid.rowCount }, (_, row) => row);
  const cells = rows.flatMap((row) => cellsOfRow(grid, row).filter((cell) => cell.row === row));
  const { sheet, table, line } = grid.positionOf(0, 0);
  return {
    kind: 'grid',
    ...(sheet === undefined ? {} : { sheet }),
    ...(table === undefined ? {} : { table }),
    ...(line === undefined ? {} : { lines: rows.map((row) => grid.positionOf(row, 0).line ?? row + 1) }),
    cells: cells.map(({ text, row, column, rowSpan, columnSpan, position }): StoredCell => {
      return [text, row, column, rowSpan, columnSpan, position.column ?? column + 1];
    }),
  };
}

function blockOf(block: StoredBlock): Block {
  return block.kind === 'paragraph' ? block : gridIn(block);
}

/** A stored table as a grid again; made once for each, because it is asked for once for each finding. */
export function gridIn(block: StoredGrid): Grid {
  const made = GRIDS.get(block) ?? madeGrid(block);
  GRIDS.set(block, made);
  return made;
}

const GRIDS = new WeakMap<StoredGrid, Grid>();

function madeGrid(block: StoredGrid): Grid {
  const cells = block.cells.map(([text, row, column, rowSpan, columnSpan, ordinal]): Cell => ({
    ...{ text, row, column, rowSpan, columnSpan },
    position: positionIn(block, row, ordinal),
  }));
  return gridOf(cells, (row, column) => positionIn(block, row, column + 1));
}

function positionIn({ sheet, table, lines }: StoredGrid, row: number, column: number): Position {
  return {
    ...(sheet === undefined ? {} : { sheet }),
    ...(table === undefined ? {} : { table }),
    ...(lines === undefined ? {} : { line: lines[row] ?? row + 1 }),
    row: row + 1,
    column,
  };
}

/** The same for positions that name the same place, and for no others. */
export function placeKey({ sheet, table, paragraph, row, column }: Position): string {
  return [sheet ?? '', table ?? '', paragraph ?? '', row ?? '', column ?? ''].join('|');
}
