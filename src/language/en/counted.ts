/** A number, already formatted, before its noun: 1 post, 1,204 posts. */
export function counted(count: string | number, one: string, many = `${one}s`): string {
  return `${String(count)} ${numbered(count, one, many)}`;
}

/** The word that agrees with a number. */
export function numbered(count: string | number, one: string, many: string): string {
  return String(count) === '1' ? one : many;
}
