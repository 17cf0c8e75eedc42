/** Addresses of the search backwards: from the grade that points should have to the change that would give it. */
export const backwardsPaths = {
  backwards: '/rulebooks/drafts/:id/backwards',
} as const;

/** The search in one draft, for these points where any are named. */
export function backwardsPath(draftId: number, pointIds: readonly number[] = []): string {
  const path = backwardsPaths.backwards.replace(':id', String(draftId));
  return pointIds.length === 0 ? path : `${path}?points=${pointIds.join(',')}`;
}
