/** One condition of a list as it stands in the address. */
export interface QueryField<Value> {
  /** Its key in the address. */
  readonly name: string;
  readonly read: (text: string) => Value | null;
  readonly write: (value: Value) => string;
}

/** How each condition of a list is read from and written to the address. */
export type QueryFields<Filter> = {
  readonly [Key in keyof Filter]-?: QueryField<Exclude<Filter[Key], undefined>>;
};

/** A condition in the address that means nothing. */
export interface IgnoredCondition {
  readonly name: string;
  readonly value: string;
}

export interface ReadQuery<Filter> {
  readonly filter: Partial<Filter>;
  readonly ignored: readonly IgnoredCondition[];
}

const LONGEST_SHOWN = 40;

/** Reads the conditions of an address. An empty one narrows nothing; one that means nothing is named, not obeyed. */
export function readQuery<Filter>(
  fields: QueryFields<Filter>,
  query: Readonly<Record<string, string>>,
): ReadQuery<Filter> {
  const read: [string, unknown][] = [];
  const ignored: IgnoredCondition[] = [];
  for (const [key, field] of entriesOf(fields)) {
    const text = (query[field.name] ?? '').trim();
    if (text === '') continue;
    const value = field.read(text);
    if (value === null) ignored.push(ignoredCondition(field.name, text));
    else read.push([String(key), value]);
  }
  // Every key is one of the filter's, and its value was read by that key's own field.
  return { filter: Object.fromEntries(read) as Partial<Filter>, ignored };
}

/** Names a condition without repeating more of the address than a person can read. */
export function ignoredCondition(name: string, value: string): IgnoredCondition {
  return { name, value: value.length > LONGEST_SHOWN ? `${value.slice(0, LONGEST_SHOWN)}…` : value };
}

/** The filter without some of its conditions. */
export function without<Filter>(filter: Partial<Filter>, keys: readonly (keyof Filter)[]): Partial<Filter> {
  const kept = Object.entries(filter).filter(([key]) => !keys.some((dropped) => dropped === key));
  // Leaving keys out of a partial filter leaves a partial filter.
  return Object.fromEntries(kept) as Partial<Filter>;
}

/** The address of a list that is narrowed like this; conditions stand in the order of the fields. */
export function addressOf<Filter>(
  path: string,
  fields: QueryFields<Filter>,
  filter: Partial<Filter>,
  unsaid: Partial<Filter> = {},
): string {
  const query = new URLSearchParams();
  for (const [key, field] of entriesOf(fields)) {
    const value = filter[key];
    if (value !== undefined && value !== unsaid[key]) query.set(field.name, field.write(value));
  }
  const search = query.toString();
  return search === '' ? path : `${path}?${search}`;
}

/** A whole number within bounds; takes no sign, no leading zero, no other script's digits. */
export function wholeNumber(name: string, least: number, most: number): QueryField<number> {
  return {
    name,
    read: (text) => {
      const value = /^(?:0|[1-9][0-9]{0,15})$/u.test(text) ? Number(text) : NaN;
      return value >= least && value <= most ? value : null;
    },
    write: String,
  };
}

/** One of some codes. */
export function oneOf<Code extends string>(name: string, codes: readonly Code[]): QueryField<Code> {
  return { name, read: (text) => codes.find((code) => code === text) ?? null, write: (code) => code };
}

function entriesOf<Filter>(
  fields: QueryFields<Filter>,
): readonly (readonly [keyof Filter, QueryField<unknown>])[] {
  // An object literal of this mapped type has the filter's keys and no others.
  return Object.entries(fields) as unknown as readonly (readonly [keyof Filter, QueryField<unknown>])[];
}
