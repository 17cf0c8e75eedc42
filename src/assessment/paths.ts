/** Addresses of what is decided about grades, as the route table writes them. */
export const gradePaths = {
  override: '/points/:id/override',
  withdraw: '/points/:id/override/withdraw',
  approve: '/points/:id/approve',
  reopen: '/points/:id/reopen',
} as const;

/** Where a point's grade is decided about. */
export function gradePath(decision: keyof typeof gradePaths, pointId: number): string {
  return gradePaths[decision].replace(':id', String(pointId));
}
