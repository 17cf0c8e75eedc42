/** An entry of a table of words, by where it stands. */
export interface Leaf {
  /** Such as `riskPoints.list.title`. */
  readonly path: string;
  readonly value: unknown;
}

/** The entries of a language: texts, functions and lists of texts. */
export function leavesOf(table: object, above = ''): readonly Leaf[] {
  return Object.entries(table).flatMap(([key, value]: [string, unknown]) => {
    const path = above === '' ? key : `${above}.${key}`;
    const isTable = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isTable ? leavesOf(value, path) : [{ path, value }];
  });
}
