import { chineseNumber, chineseYear } from './chinese-number.ts';

/** What a date's words say: a day, nothing yet (a template's 年 月 日), or something that is no date. */
export type ReadDate = { readonly iso: string } | 'blank' | 'unreadable';

const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
const DAY = 24 * 60 * 60 * 1000;

/** Reads a date as people write it: 2021.4.22, 2021年4月22日, 20210422, 二〇二一年四月二十二日, an Excel day number. */
export function readDate(text: string): ReadDate {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s_]/gu, '')
    .replace(/\(.*?\)/gu, '');
  if (/^(?:\d{0,4}年)?(?:\d{0,2}月)?日?[-./]*$/u.test(plain) && !/\d月/u.test(plain)) return 'blank';
  return numericDate(plain) ?? chineseDate(plain) ?? serialDate(plain) ?? 'unreadable';
}

function numericDate(text: string): ReadDate | null {
  const parts =
    /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})[日号]?(?:T?\d{1,2}:.*|星期.|周.)?$/u.exec(text) ??
    /^(\d{2})年(\d{1,2})月(\d{1,2})[日号]$/u.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/u.exec(text);
  if (parts === null) return null;
  const [, year = '', month, day] = parts;
  return dayOf(Number(year.length === 2 ? `20${year}` : year), Number(month), Number(day));
}

function chineseDate(text: string): ReadDate | null {
  const parts = /^(.{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十廿卅]{1,3})[日号]$/u.exec(
    text,
  );
  if (parts === null) return null;
  const [, year = '', month = '', day = ''] = parts;
  return dayOf(chineseYear(year) ?? 0, chineseNumber(month) ?? 0, chineseNumber(day) ?? 0);
}

/** A cell of a date that lost its format is a number of days; only recent years are believed. */
function serialDate(text: string): ReadDate | null {
  if (!/^[34]\d{4}$/u.test(text)) return null;
  const date = new Date(EXCEL_EPOCH + Number(text) * DAY);
  return { iso: date.toISOString().slice(0, 10) };
}

function dayOf(year: number, month: number, day: number): ReadDate {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1949 ? { iso: date.toISOString().slice(0, 10) } : 'unreadable';
}
