import type { PointToAssess } from './assessment.ts';

/** Why a point may not be assessed; `null` where it may. Approved grades are frozen, and so is a finished year. */
export function barTo({
  campaignState,
  state,
  isWithdrawn,
}: Pick<PointToAssess, 'campaignState' | 'state' | 'isWithdrawn'>):
  'withdrawn' | 'approved' | 'closed' | null {
  if (isWithdrawn) return 'withdrawn';
  if (state === 'approved' || state === 'published') return 'approved';
  return campaignState === 'open' || campaignState === 'assessing' ? null : 'closed';
}
