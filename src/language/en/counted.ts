/** A number, already formatted, before its noun: 1 post, 1,204 posts. */
export function counted(count: string | number, one: string, many = `${one}s`): string {
  return `${String(count)} ${numbered(count, one, many)}`;
}

/** The word that agrees with a number. */
export function numbered(count: string | number, one: string, many: string): string {
  return String(count) === '1' ? one : many;
}

/** Endings of the first word that has one, each with what it is of one thing; the first that fits is taken. */
const PLURALS: readonly (readonly [plural: RegExp, one: string])[] = [
  [/\bpeople\b/u, 'person'],
  [/\bcriteria\b/u, 'criterion'],
  [/(?<=[^aeiou])ies(?= |$)/u, 'y'],
  [/(?<=x|z|ch|sh|ss)es(?= |$)/u, ''],
  [/(?<=[^su])s(?= |$)/u, ''],
];

/** A number with a unit that somebody wrote down in its plural, as units are declared: “1 measure”, “3 measures”. */
export function withUnit(value: string, unit: string): string {
  if (unit === '') return value;
  if (value !== '1') return `${value} ${unit}`;
  const plural = PLURALS.find(([ending]) => ending.test(unit));
  return `${value} ${plural === undefined ? unit : unit.replace(...plural)}`;
}
