import { columnLabel, headingOf, sheetName, type ColumnKey, type SheetKey } from './sheet-labels.ts';
import type { BookSheet, CellChoice } from './sheet.ts';

/** A column of a sheet to be written. */
export interface TableColumn {
  readonly heading: string;
  readonly width: number;
  /** Whether a spreadsheet program must take what is typed there as it is. */
  readonly isPlain?: boolean;
  readonly choice?: { readonly values: readonly string[]; readonly isClosed: boolean };
}

/** Rows beyond the last one for which choices are offered, for what people add. */
const MORE_ROWS = 50;

/** A sheet that is one table under one row of headings. */
export function tableSheet(
  key: SheetKey,
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
): BookSheet {
  return {
    name: sheetName(key),
    rows: [columns.map(({ heading }) => heading), ...rows],
    headings: [1],
    widths: columns.map(({ width }) => width),
    choices: columns.flatMap(({ choice }, index): readonly CellChoice[] =>
      choice === undefined
        ? []
        : [{ column: index + 1, fromRow: 2, toRow: rows.length + 1 + MORE_ROWS, ...choice }],
    ),
    plain: columns.flatMap(({ isPlain }, index) => (isPlain === true ? [index + 1] : [])),
  };
}

const CODES: readonly ColumnKey[] = ['code', 'fact', 'scale', 'fromScale', 'fromStep', 'clause', 'byRules'];
const LONG: readonly ColumnKey[] = [
  ...(['reasonZh', 'reasonEn', 'textZh', 'textEn', 'other', 'better', 'worseFacts'] as const),
];

/** A column with one of the program's headings. */
export function column(key: ColumnKey, choice?: TableColumn['choice']): TableColumn {
  const isPlain = CODES.includes(key) || key === 'other' || key === 'better' || key === 'worseFacts';
  return {
    heading: headingOf(columnLabel(key)),
    width: LONG.includes(key) ? 48 : CODES.includes(key) ? 24 : 20,
    isPlain,
    ...(choice === undefined ? {} : { choice }),
  };
}

/** A choice of words, and nothing else. */
export function closed(values: readonly string[]): NonNullable<TableColumn['choice']> {
  return { values, isClosed: true };
}
