import { wallClock } from '../wall-clock.ts';
import { placeText } from './places.ts';

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

const SERIES = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** How dates, numbers and lists are written. */
export const formats = {
  /** Takes a date such as `2021-04-26`. */
  date: (date: string) => {
    const [year = '', month = '', day = ''] = date.split('-');
    return dayText(year, month, day);
  },
  /** Takes a UTC instant. */
  instant: (instant: string) => {
    const { year, month, day, hour, minute } = wallClock(instant);
    return `${dayText(year, month, day)}, ${hour}:${minute}`;
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
  list: (items: readonly string[]) => SERIES.format(items),
  /** Short statements as one. */
  clauses: (statements: readonly string[]) => statements.join('; '),
  /** Whole sentences one after the other. */
  sentences: (sentences: readonly string[]) => sentences.join(' '),
  /** Marks between pieces that a page puts together, with the space they need. */
  marks: { colon: ': ', semicolon: '; ', stop: '.' },
  /** What a grade is called, inside a sentence: `grade 1`, `high`, but `A` and `II`. */
  grade: (called: string) =>
    /^\p{Lu}\p{Ll}/u.test(called) ? called.charAt(0).toLowerCase() + called.slice(1) : called,
  /** A place in a file. */
  place: placeText,
  /** Chooses this language of what a rulebook says in both. */
  inThisLanguage: (both: { readonly zh: string; readonly en: string }) => both.en,
};

function dayText(year: string, month: string, day: string): string {
  return `${String(Number(day))} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
}
