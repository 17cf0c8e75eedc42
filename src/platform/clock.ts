/** The only way to ask what time it is. Instants are UTC ISO 8601 strings, dates are the bureau's. */
export interface Clock {
  /** The present instant, such as `2021-04-22T01:02:03.456Z`. */
  now(): string;
  /** Today's date in the bureau's time zone, such as `2021-04-22`. */
  today(): string;
  /** Milliseconds of a clock that only goes forward, for durations. */
  elapsed(): number;
}

export function systemClock(timeZone: string): Clock {
  const date = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  return {
    now: () => new Date().toISOString(),
    today: () => date.format(new Date()),
    elapsed: () => performance.now(),
  };
}
