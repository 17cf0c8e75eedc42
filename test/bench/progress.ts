/** Lines for somebody who waits: which section of how many, what it does, since when, and about how long it will take. */
export interface Progress {
  readonly say: (part: string) => void;
  readonly sectionBegins: (name: string) => void;
}

/**
 * @param names of the sections that will run, in their order
 * @param secondsOf how long a section took the last time; `null` where nobody knows
 * @param now seconds of a clock that does not go back
 */
export function progressOf(
  names: readonly string[],
  secondsOf: (name: string) => number | null,
  write: (line: string) => void,
  now: () => number = () => performance.now() / 1000,
): Progress {
  let [current, begun] = ['the province', now()];
  const left = (): string => {
    const place = names.indexOf(current);
    const later = names.slice(place + 1).map(secondsOf);
    const own = place === -1 ? 0 : secondsOf(current);
    if (own === null || later.includes(null)) return '';
    const sum = later.reduce<number>(
      (total, seconds) => total + (seconds ?? 0),
      Math.max(own - (now() - begun), 0),
    );
    return `, by the last run about ${duration(sum)} left`;
  };
  return {
    sectionBegins: (name) => {
      [current, begun] = [name, now()];
    },
    say: (part) => {
      const place = `${String(names.indexOf(current) + 1)}/${String(names.length)} ${current}`;
      write(`[${place}, ${duration(now() - begun)}${left()}] ${part} …\n`);
    },
  };
}

/** Seconds as people say them. */
function duration(seconds: number): string {
  if (seconds < 90) return `${String(Math.round(seconds))} s`;
  return `${String(Math.round(seconds / 60))} min`;
}
