/** A sheet of a workbook as somebody sees it: the text of its cells, row by row. */
export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** A cell of a workbook; rows and columns count from 1. */
export interface SheetPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A cell as it was read. */
export interface ReadCell {
  readonly text: string;
  readonly place: SheetPlace;
}

/** What cells of one column are chosen from. */
export interface CellChoice {
  readonly column: number;
  readonly fromRow: number;
  readonly toRow: number;
  readonly values: readonly string[];
  /** Whether nothing else may stand there. */
  readonly isClosed: boolean;
}

/** A sheet to be written. */
export interface BookSheet extends ReadSheet {
  /** Rows that are headings, from 1. */
  readonly headings: readonly number[];
  readonly widths: readonly number[];
  readonly choices: readonly CellChoice[];
  /** Columns, from 1, in which a spreadsheet program must not take a text for a date, a number or a formula. */
  readonly plain: readonly number[];
}

/** The letters of a column, which counts from 1. */
export function columnLetters(column: number): string {
  const before = Math.floor((column - 1) / 26);
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return before === 0 ? letter : columnLetters(before) + letter;
}
