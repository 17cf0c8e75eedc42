import type { Texts } from '../language/texts.ts';
import type { ActiveFilter, FilterField, FilterForm } from './list-parts.ts';
import { LONGEST_SEARCH } from './list-fields.ts';
import type { QueryFields } from './query-fields.ts';
import { selectField } from './select-field.ts';

/** A condition that a list may be narrowed by, in words. */
export interface ListCondition<Filter> {
  readonly key: keyof Filter & string;
  readonly label: string;
  /** What it is called where the label would be too long. */
  readonly short?: string;
  /** Typed into the search box, chosen from what many ask for or from the rest, or brought by a link alone. */
  readonly asked: 'search' | 'common' | 'more' | 'link';
  /** Its values as they stand in the address, with their words; `date` is any day. */
  readonly options: readonly (readonly [value: string, label: string])[] | 'date';
}

/** What a list's form of conditions needs besides them. */
export interface ListAddresses<Filter> {
  readonly action: string;
  readonly fields: QueryFields<Filter>;
  /** The list's address with other conditions. */
  readonly addressOf: (filter: Partial<Filter>) => string;
  /** What is no condition and stays when others are asked for, such as the order. */
  readonly kept: readonly (keyof Filter & string)[];
}

/** The form that asks for conditions, filled with those of the address; what many ask for stands before the rest. */
export function filterForm<Filter>(
  conditions: readonly ListCondition<Filter>[],
  filter: Partial<Filter>,
  addresses: ListAddresses<Filter>,
  text: Texts,
): Omit<FilterForm, 'ignored'> {
  const { fields, action, kept } = addresses;
  const asked = (where: ListCondition<Filter>['asked']): readonly ListCondition<Filter>[] =>
    conditions.filter((condition) => condition.asked === where);
  const written = (key: keyof Filter & string): string | undefined => writtenValue(fields, filter, key);
  const field = (condition: ListCondition<Filter>): FilterField =>
    fieldOf(condition, fields[condition.key].name, written(condition.key), text);
  const more = asked('more');
  return {
    action,
    resetHref: addresses.addressOf({}),
    kept: [...asked('link').map(({ key }) => key), ...kept].flatMap((key) => {
      const value = written(key);
      return value === undefined ? [] : [{ name: fields[key].name, value }];
    }),
    search: asked('search').map(({ key, label }) => ({
      name: fields[key].name,
      label,
      value: written(key) ?? '',
      longest: LONGEST_SEARCH,
    })),
    fields: asked('common').map(field),
    more:
      more.length === 0
        ? null
        : { fields: more.map(field), isOpen: more.some(({ key }) => written(key) !== undefined) },
    active: conditions.flatMap((condition) => activeFilter(condition, filter, addresses, text)),
  };
}

function fieldOf<Filter>(
  { label, options }: ListCondition<Filter>,
  name: string,
  value: string | undefined,
  text: Texts,
): FilterField {
  if (options === 'date') return { name, label, value: value ?? '', options: null };
  return selectField(name, { label, any: text.lists.any }, options, value);
}

/** The condition in words, with the list from its first page without it. */
function activeFilter<Filter>(
  { key, label, short, options }: ListCondition<Filter>,
  filter: Partial<Filter>,
  { fields, addressOf }: ListAddresses<Filter>,
  text: Texts,
): readonly ActiveFilter[] {
  const value = writtenValue(fields, filter, key);
  if (value === undefined) return [];
  const chosen = options === 'date' ? undefined : options.find(([code]) => code === value)?.[1].trim();
  const shown = chosen ?? (options === 'date' ? text.formats.date(value) : value);
  const others = Object.entries(filter).filter(([other]) => other !== key && other !== 'page');
  // Leaving keys out of a partial filter leaves a partial filter.
  const dropHref = addressOf(Object.fromEntries(others) as Partial<Filter>);
  return [{ text: text.lists.filter(short ?? label, shown), dropHref }];
}

function writtenValue<Filter>(
  fields: QueryFields<Filter>,
  filter: Partial<Filter>,
  key: keyof Filter & string,
): string | undefined {
  const value = filter[key];
  if (value === undefined) return undefined;
  // A partial filter's value that is there is a value of the filter.
  return fields[key].write(value as Exclude<Filter[keyof Filter & string], undefined>);
}
