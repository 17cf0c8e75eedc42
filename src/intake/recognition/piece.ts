import type { Cell, Grid } from '../formats/document.ts';
import type { FormKind, Position } from '../read-form.ts';
import type { Field } from './labels.ts';

/** A line of a field's value: one row of a table, or a whole text. */
export interface Line {
  /** The number that stands in a cell of its own before the text. */
  readonly number: number | null;
  readonly text: string;
  readonly position: Position;
}

/** A labelled value, as annex 1 has them. Without a value it has no lines and its position is where one should be. */
export interface Statement {
  readonly kind: 'statement';
  readonly field: Field;
  readonly label: string;
  readonly lines: readonly Line[];
  readonly position: Position;
  /** Texts that follow without a label of their own may go on with it. */
  readonly goesOn: boolean;
}

/** Where a list keeps a field: several columns when the header names it more than once, the most particular first. */
export type ListColumns = ReadonlyMap<Field, readonly number[]>;

/** Rows of an annex 2 or a register, under one header. */
export interface List {
  readonly kind: 'list';
  readonly grid: Grid;
  readonly columns: ListColumns;
  readonly headerRow: number;
  /** Columns of facts that the rulebook declares, by the fact's name. */
  readonly facts: ReadonlyMap<string, number>;
  readonly rows: readonly number[];
}

export interface Title {
  readonly kind: 'title';
  readonly form: FormKind;
  readonly text: string;
  readonly position: Position;
}

/** A text that is neither title nor label nor value. */
export interface LooseText {
  readonly kind: 'text';
  readonly text: string;
  readonly position: Position;
}

/** A table without any label; it may go on with a list that was cut in two. */
export interface LooseGrid {
  readonly kind: 'grid';
  readonly grid: Grid;
}

/** What a document says, in its order and without its layout. */
export type Piece = Title | Statement | List | LooseText | LooseGrid;

/** The most particular cell of a field in a row that has something in it; else the slot of the first column. */
export function fieldCell(
  list: List,
  row: number,
  field: Field,
): { cell: Cell | null; position: Position } | null {
  const columns = list.columns.get(field);
  const [first] = columns ?? [];
  if (columns === undefined || first === undefined) return null;
  const filled = columns.find((column) => (list.grid.at(row, column)?.text.trim() ?? '') !== '');
  const column = filled ?? first;
  return { cell: list.grid.at(row, column), position: list.grid.positionOf(row, column) };
}
