/** All texts of each name of a form; anything but a text is left out. */
export function choicesOf(parsed: unknown): Readonly<Record<string, readonly string[]>> {
  if (typeof parsed !== 'object' || parsed === null) return {};
  return Object.fromEntries(
    Object.entries(parsed).map(([name, given]: [string, unknown]) => {
      const values: readonly unknown[] = Array.isArray(given) ? given : [given];
      return [name, values.filter((value) => typeof value === 'string')];
    }),
  );
}

/** Named texts of a query or form; of a name given more than once, the last; anything but a text is left out. */
export function fieldsOf(parsed: unknown): Readonly<Record<string, string>> {
  if (typeof parsed !== 'object' || parsed === null) return {};
  return Object.fromEntries(
    Object.entries(parsed).flatMap(([name, given]: [string, unknown]) => {
      const value: unknown = Array.isArray(given) ? given.at(-1) : given;
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
}
