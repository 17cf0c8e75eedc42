/**
 * All texts of each name of a form or query; anything but a text is left out, and so is the character NUL, which no
 * keyboard types, no page shows and PostgreSQL does not hold.
 */
export function choicesOf(parsed: unknown): Readonly<Record<string, readonly string[]>> {
  if (typeof parsed !== 'object' || parsed === null) return {};
  return Object.fromEntries(
    Object.entries(parsed).map(([name, given]: [string, unknown]) => {
      const values: readonly unknown[] = Array.isArray(given) ? given : [given];
      return [
        name,
        values.flatMap((value) => (typeof value === 'string' ? [value.replaceAll('\0', '')] : [])),
      ];
    }),
  );
}

/** The same, but of a name given more than once only the last, if that is a text. */
export function fieldsOf(parsed: unknown): Readonly<Record<string, string>> {
  if (typeof parsed !== 'object' || parsed === null) return {};
  const lasts = Object.entries(parsed).map(([name, given]: [string, unknown]) => {
    const last: unknown = Array.isArray(given) ? given.at(-1) : given;
    return [name, last] as const;
  });
  return Object.fromEntries(
    Object.entries(choicesOf(Object.fromEntries(lasts))).flatMap(([name, [value]]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
}
