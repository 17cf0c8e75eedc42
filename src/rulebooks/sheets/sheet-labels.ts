import { nameKey } from '../../language/normalise.ts';
import { en } from '../../language/en.ts';
import { zh } from '../../language/zh.ts';

const CHINESE = zh.ruleSheets;
const ENGLISH = en.ruleSheets;

export type SheetKey = keyof typeof CHINESE.sheets;
export type ColumnKey = keyof typeof CHINESE.columns;
export type ItemKey = keyof typeof CHINESE.items;
export type GridKey = keyof typeof CHINESE.grids;

/** A label as it is written, in both languages, the Chinese one first. */
interface Label {
  readonly zh: string;
  readonly en: string;
}

export function sheetName(key: SheetKey): string {
  return `${CHINESE.sheets[key]} ${ENGLISH.sheets[key]}`;
}

/** The heading of a column or a table, on two lines. */
export function headingOf(label: Label): string {
  return `${label.zh}\n${label.en}`;
}

export function columnLabel(key: ColumnKey): Label {
  return { zh: CHINESE.columns[key], en: ENGLISH.columns[key] };
}

export function itemLabel(key: ItemKey): Label {
  return { zh: CHINESE.items[key], en: ENGLISH.items[key] };
}

export function gridLabel(key: GridKey): Label {
  return { zh: CHINESE.grids[key], en: ENGLISH.grids[key] };
}

/** Whether a cell bears a label: in Chinese, in English, or in both. */
export function bears(cell: string, label: Label): boolean {
  const key = nameKey(cell);
  return [label.zh, label.en, label.zh + label.en].some((word) => nameKey(word) === key);
}

/** Whether a sheet is the one of that key. */
export function isSheet(name: string, key: SheetKey): boolean {
  return bears(name, { zh: CHINESE.sheets[key], en: ENGLISH.sheets[key] });
}
