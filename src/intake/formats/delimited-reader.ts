import { CsvError, parse } from 'csv-parse/sync';
import { gridOf, type Cell, type Grid, type Section } from './document.ts';
import { LIMITS } from './limits.ts';
import { decodedText } from './text-decoding.ts';
import { refuse } from './unreadable-file.ts';

interface DelimitedRecord {
  readonly values: readonly string[];
  /** The line of the file on which the record begins. */
  readonly line: number;
}

const DELIMITERS = [',', '\t', ';', '|'] as const;
const SAMPLE_LINES = 50;

/**
 * Reads text whose columns are parted by commas, tabs or semicolons. `countsAsLabel` tells which words head a
 * column: the delimiter that shows most of them is the right one.
 *
 * @throws {UnreadableFile} when the encoding is unknown, a quotation never ends, or it is larger than allowed.
 */
export function readDelimited(bytes: Buffer, countsAsLabel: (text: string) => boolean): readonly Section[] {
  // With one kind of line break, lines inside quotations are counted right.
  const text = decodedText(bytes).replace(/\r\n?/gu, '\n');
  const records = recordsOf(text, delimiterOf(text, countsAsLabel));
  const cells = records.flatMap(({ values, line }, row) =>
    values.map((value, column) => cellAt(value, row, column, line)),
  );
  if (cells.length > LIMITS.cellsPerFile) refuse('too-many-cells', { limit: LIMITS.cellsPerFile });
  return [{ sheet: null, blocks: [gridOf(cells, positionIn(records))], findings: [] }];
}

function delimiterOf(text: string, countsAsLabel: (text: string) => boolean): string {
  const told = /^sep=(.)\n/iu.exec(text)?.[1];
  if (told !== undefined) return told;
  const sample = text.split('\n', SAMPLE_LINES);
  const labels = (delimiter: string): number =>
    Math.max(
      0,
      ...sample.map((line) => line.split(delimiter).filter((part) => countsAsLabel(unquoted(part))).length),
    );
  const columns = (delimiter: string): number =>
    Math.max(...sample.map((line) => line.split(delimiter).length));
  const [best] = [...DELIMITERS].sort(
    (one, other) => labels(other) - labels(one) || columns(other) - columns(one),
  );
  return best ?? ',';
}

function unquoted(part: string): string {
  return part.replace(/^\s*"|"\s*$/gu, '');
}

function recordsOf(text: string, delimiter: string): DelimitedRecord[] {
  const records: DelimitedRecord[] = [];
  let line = 1;
  const keep = (values: readonly string[], { lines }: { readonly lines: number }): null => {
    if (records.length >= LIMITS.rowsPerSheet)
      refuse('too-many-rows', { limit: LIMITS.rowsPerSheet }, { line });
    records.push({ values, line });
    line = lines + 1;
    return null;
  };
  try {
    parse(text, { delimiter, relax_column_count: true, relax_quotes: true, on_record: keep });
  } catch (error) {
    if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED')
      refuse('open-quotation', {}, { line });
    throw error;
  }
  return records;
}

function cellAt(value: string, row: number, column: number, line: number): Cell {
  const position = { line, row: row + 1, column: column + 1 };
  if (column >= LIMITS.columnsPerSheet)
    refuse('too-many-columns', { limit: LIMITS.columnsPerSheet }, position);
  if (value.length > LIMITS.textLength) refuse('text-too-long', { limit: LIMITS.textLength }, position);
  return { text: value, position, row, column, rowSpan: 1, columnSpan: 1 };
}

function positionIn(records: readonly DelimitedRecord[]): Grid['positionOf'] {
  return (row, column) => ({ line: records[row]?.line ?? row + 1, row: row + 1, column: column + 1 });
}
