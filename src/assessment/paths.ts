import { pointsPath } from '../risk-points/paths.ts';
import type { PointFilter } from '../risk-points/risk-point.ts';

/** Addresses of what is decided about grades, as the route table writes them. */
export const gradePaths = {
  override: '/points/:id/override',
  withdraw: '/points/:id/override/withdraw',
  approve: '/points/:id/approve',
  reopen: '/points/:id/reopen',
  approveList: '/points/approve',
} as const;

/** Where a point's grade is decided about. */
export function gradePath(
  decision: Exclude<keyof typeof gradePaths, 'approveList'>,
  pointId: number,
): string {
  return gradePaths[decision].replace(':id', String(pointId));
}

/** Where the grades of a list are approved, by the conditions of the list. */
export function approveListPath(filter: Partial<PointFilter> = {}): string {
  const [, search] = pointsPath(filter).split('?');
  return search === undefined ? gradePaths.approveList : `${gradePaths.approveList}?${search}`;
}
