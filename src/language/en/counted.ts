/** A number, already formatted, before its noun: 1 post, 1,204 posts. */
export function counted(count: string | number, one: string, many = `${one}s`): string {
  return `${String(count)} ${numbered(count, one, many)}`;
}

/** The word that agrees with a number. */
export function numbered(count: string | number, one: string, many: string): string {
  return String(count) === '1' ? one : many;
}

const PLURAL = /[^su]s(?= |$)/u;

/** A number with a unit that somebody wrote down in its plural, as units are declared: “1 measure”, “3 measures”. */
export function withUnit(value: string, unit: string): string {
  if (unit === '') return value;
  if (value !== '1') return `${value} ${unit}`;
  return `${value} ${unit === 'people' ? 'person' : unit.replace(PLURAL, (end) => end.slice(0, 1))}`;
}
