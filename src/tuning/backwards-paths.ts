/** Addresses of the search backwards: from the grade that points should have to the change that would give it. */
export const backwardsPaths = {
  backwards: '/rulebooks/drafts/:id/backwards',
} as const;

/** The search in one draft, for these points where any are named; of a campaign's year, or the latest one's. */
export function backwardsPath(draftId: number, pointIds: readonly number[] = [], year?: number): string {
  const path = backwardsPaths.backwards.replace(':id', String(draftId));
  const asked = [
    ...(pointIds.length === 0 ? [] : [`points=${pointIds.join(',')}`]),
    ...(year === undefined ? [] : [`year=${String(year)}`]),
  ];
  return asked.length === 0 ? path : `${path}?${asked.join('&')}`;
}
