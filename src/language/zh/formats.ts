import { placeText } from './places.ts';

/** People read instants as their wall clock shows them; all of China keeps one time. */
const WALL_CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

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
  /** A place in a file. */
  place: placeText,
  /** Chooses this language of what a rulebook says in both. */
  inThisLanguage: (both: { readonly zh: string; readonly en: string }) => both.zh,
};

type ClockPart = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second';

function unpadded(digits: string): string {
  return digits.replace(/^0/u, '');
}

function wallClock(instant: string): Readonly<Record<ClockPart, string>> {
  const parts = WALL_CLOCK.formatToParts(new Date(instant));
  const valueOf = (type: ClockPart): string => parts.find((part) => part.type === type)?.value ?? '';
  return {
    year: valueOf('year'),
    month: valueOf('month'),
    day: valueOf('day'),
    hour: valueOf('hour'),
    minute: valueOf('minute'),
    second: valueOf('second'),
  };
}
