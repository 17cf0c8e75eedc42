/** What a list of points can be put in order by: severest, first unit, newest change first. */
export const POINT_COLUMNS = ['grade', 'unit', 'post', 'state', 'declared', 'changed'] as const;

export type PointColumn = (typeof POINT_COLUMNS)[number];

export type PointOrder = PointColumn | `${PointColumn}-reversed`;

export const DEFAULT_ORDER: PointOrder = 'grade';

export const POINT_ORDERS: readonly PointOrder[] = POINT_COLUMNS.flatMap((column): readonly PointOrder[] => [
  column,
  `${column}-reversed`,
]);

/** The column that an order goes by, and whether it goes the other way round. */
export function columnOf(order: PointOrder): { readonly column: PointColumn; readonly isReversed: boolean } {
  const column = POINT_COLUMNS.find((name) => order === name || order === `${name}-reversed`) ?? 'grade';
  return { column, isReversed: order !== column };
}
