import { isoDate, judgePlace, type RawCell, type RawSheet } from './sheet-reader.ts';
import type { TextSheet } from './text-sheet.ts';

/** The text of every cell: numbers in full and not as they are shown, dates as ISO, formulas by their last value. */
export function readTexts(
  sheet: string,
  raw: RawSheet,
  date1904: boolean,
): { readonly rows: TextSheet['rows']; readonly cells: number; readonly characters: number } {
  let [cells, characters] = [0, 0];
  const rows = Array.from(raw['!data'] ?? [], (line: readonly RawCell[] | undefined, row) =>
    Array.from(line ?? [], (cell: RawCell | undefined, column) => {
      const text = cell === undefined ? '' : textOf(cell, date1904);
      if (text === '') return '';
      judgePlace(text, row, column, { sheet, row: row + 1, column: column + 1 });
      cells += 1;
      characters += text.length;
      return text;
    }),
  );
  return { rows, cells, characters };
}

function textOf({ t: type, v: value, z: format, w: shown }: RawCell, date1904: boolean): string {
  if (value === undefined) return '';
  if (type === 'e') return shown ?? '#';
  if (type !== 'n' || typeof value !== 'number') return String(value).replaceAll(/\r\n?/gu, '\n').trim();
  return isoDate(value, format, date1904) ?? numberText(value, format);
}

function numberText(value: number, format: string | number | undefined): string {
  const isShare = typeof format === 'string' && format.includes('%');
  return isShare ? `${String(Number((value * 100).toPrecision(15)))}%` : String(value);
}
