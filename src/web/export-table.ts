/** A list as a file takes it away: what it is, and its rows, a piece at a time. */
export interface ExportTable {
  /** Names the sheet. */
  readonly title: string;
  /** Names the sheet that says what the table is. */
  readonly sheet: string;
  /** Which list, narrowed by what, taken when and by whom, how long: one line each. */
  readonly about: readonly (readonly [label: string, value: string])[];
  readonly columns: readonly ExportColumn[];
  readonly rows: AsyncIterable<readonly ExportRow[]>;
}

export interface ExportColumn {
  readonly heading: string;
  /** In characters of a spreadsheet. */
  readonly width: number;
}

export type ExportRow = readonly (string | number | null)[];

export const EXPORT_FORMATS = ['xlsx', 'csv'] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What a service gives of a list to be taken away. */
export interface Taken<Item> {
  readonly bureau: string;
  readonly year: number;
  /** UTC instant, and the bureau's date. */
  readonly at: string;
  readonly today: string;
  readonly total: number;
  /** A piece at a time: a long list is never whole in memory. */
  readonly pieces: AsyncIterable<readonly Item[]>;
}

const ROWS_AT_ONCE = 400;

/** Reads the rows of these ids a few hundred at a time, so that a long file is never whole in memory. */
export async function* inPieces<Row>(
  ids: readonly number[],
  readSome: (some: readonly number[]) => Promise<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  for (let start = 0; start < ids.length; start += ROWS_AT_ONCE) {
    yield await readSome(ids.slice(start, start + ROWS_AT_ONCE));
  }
}
