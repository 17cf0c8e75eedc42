import type { Texts } from '../language/texts.ts';

/** The head of a column that a list can be put in order by. */
export interface SortHeader {
  readonly text: string;
  /** The list in this order; the other way round where it already is. */
  readonly href: string;
  /** For `aria-sort`; `null` where the list goes by something else. */
  readonly sorted: 'ascending' | 'descending' | null;
  readonly label: string;
}

/** Takes the column's name and order in the address, how the list is ordered now, and which way is the usual one. */
export function sortHeader<Column extends string>(
  column: Column,
  name: string,
  now: { readonly column: Column; readonly isReversed: boolean },
  usual: 'ascending' | 'descending',
  addressOf: (order: Column | `${Column}-reversed`) => string,
  text: Texts,
): SortHeader {
  const { sortBy, sortOtherWay } = text.lists;
  if (now.column !== column)
    return { text: name, href: addressOf(column), sorted: null, label: sortBy(name) };
  const other = usual === 'ascending' ? 'descending' : 'ascending';
  return {
    text: name,
    href: addressOf(now.isReversed ? column : `${column}-reversed`),
    sorted: now.isReversed ? other : usual,
    label: sortOtherWay(name),
  };
}
