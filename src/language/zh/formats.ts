import { wallClock } from '../wall-clock.ts';
import { placeText } from './places.ts';

/** How dates, numbers and lists are written. */
export const formats = {
  /** Takes a date such as `2021-04-26`. */
  date: (date: string) => {
    const [year, month, day] = date.split('-').map(Number);
    return `${String(year)} 年 ${String(month)} 月 ${String(day)} 日`;
  },
  /** Takes a UTC instant. */
  instant: (instant: string) => {
    const { year, month, day, hour, minute } = wallClock(instant);
    return `${year} 年 ${unpadded(month)} 月 ${unpadded(day)} 日 ${hour}:${minute}`;
  },
  /** Takes a UTC instant; the day alone, for tables. */
  shortDay: (instant: string) => {
    const { year, month, day } = wallClock(instant);
    return `${year}-${month}-${day}`;
  },
  /** To the second, for the trail of what happened. */
  exactInstant: (instant: string) => {
    const { year, month, day, hour, minute, second } = wallClock(instant);
    return `${year}-${month}-${day} ${hour}:${minute}:${second}`;
  },
  /** A part of a whole, such as 13.6%; a whole of nothing has no parts. */
  percent: (part: number, whole: number) => (whole === 0 ? '' : `${((part / whole) * 100).toFixed(1)}%`),
  count: (count: number) => String(count).replace(/\B(?=(\d{3})+$)/gu, ','),
  list: (items: readonly string[]) => items.join('、'),
  /** Short statements as one. */
  clauses: (statements: readonly string[]) => statements.join('；'),
  /** Whole sentences one after the other. */
  sentences: (sentences: readonly string[]) => sentences.join(''),
  /** Marks between pieces that a page puts together, with the space they need. */
  marks: { colon: '：', semicolon: '；', stop: '。' },
  /** What a grade is called, inside a sentence: one character alone, such as 高, would be read as a plain word. */
  grade: (called: string) => (Array.from(called).length > 1 ? called : `“${called}”`),
  /** A place in a file. */
  place: placeText,
  /** Chooses this language of what a rulebook says in both. */
  inThisLanguage: (both: { readonly zh: string; readonly en: string }) => both.zh,
};

function unpadded(digits: string): string {
  return digits.replace(/^0/u, '');
}
