export type ClockPart = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second';

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

/** A UTC instant's digits on the wall, of two digits each but for the year. */
export function wallClock(instant: string): Readonly<Record<ClockPart, string>> {
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

/** The UTC instant at which a date such as `2021-04-26` begins in China. */
export function dayBegins(date: string): string {
  return new Date(`${date}T00:00:00+08:00`).toISOString();
}

/** The UTC instant at which a date is over in China. */
export function dayEnds(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00+08:00`) + 24 * 60 * 60 * 1000).toISOString();
}
