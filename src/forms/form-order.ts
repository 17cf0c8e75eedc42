/** What a list of forms can be put in order by: first unit, most points, newest first. */
export const FORM_COLUMNS = [
  'unit',
  'person',
  'post',
  'points',
  'measures',
  'state',
  'version',
  'filled',
] as const;

export type FormColumn = (typeof FORM_COLUMNS)[number];

export type FormOrder = FormColumn | `${FormColumn}-reversed`;

export const DEFAULT_FORM_ORDER: FormOrder = 'unit';

export const FORM_ORDERS: readonly FormOrder[] = FORM_COLUMNS.flatMap((column): readonly FormOrder[] => [
  column,
  `${column}-reversed`,
]);

const GREATEST_FIRST: ReadonlySet<FormColumn> = new Set(['points', 'measures', 'version', 'filled']);

/** Which way a column is put in order before anybody turns it round. */
export function usualDirection(column: FormColumn): 'ascending' | 'descending' {
  return GREATEST_FIRST.has(column) ? 'descending' : 'ascending';
}

/** The column that an order goes by, and whether it goes the other way round. */
export function formColumnOf(order: FormOrder): {
  readonly column: FormColumn;
  readonly isReversed: boolean;
} {
  const column = FORM_COLUMNS.find((name) => order === name || order === `${name}-reversed`) ?? 'unit';
  return { column, isReversed: order !== column };
}
