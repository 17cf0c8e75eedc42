import type { Texts } from '../language/texts.ts';
import { sortHeader, type SortHeader } from '../web/sort-header.ts';
import { pointsPath } from './paths.ts';
import { columnOf, DEFAULT_ORDER, POINT_COLUMNS, type PointColumn } from './point-order.ts';
import type { PointFilter } from './risk-point.ts';

/** The columns' heads; two heads hold two orders, and are sorted by whichever is in use. */
export interface PointHeaders extends Readonly<Record<PointColumn, SortHeader>> {
  readonly home: SortHeader['sorted'];
  readonly standing: SortHeader['sorted'];
}

/** The heads of a list that is narrowed and ordered like this. */
export function sortHeaders(filter: Partial<PointFilter>, text: Texts): PointHeaders {
  const now = columnOf(filter.order ?? DEFAULT_ORDER);
  const headers = POINT_COLUMNS.map((column) => [
    column,
    sortHeader(
      column,
      text.riskPoints.list.sorted[column],
      now,
      column === 'changed' ? 'descending' : 'ascending',
      (order) => pointsPath({ ...filter, order, page: 1 }),
      text,
    ),
  ]);
  // The entries are made of the columns, each once.
  const by = Object.fromEntries(headers) as Record<PointColumn, SortHeader>;
  return { ...by, home: by.unit.sorted ?? by.post.sorted, standing: by.state.sorted ?? by.changed.sorted };
}
