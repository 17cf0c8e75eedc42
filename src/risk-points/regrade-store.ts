import type { Queryable } from '../platform/database.ts';
import { EFFECTIVE_GRADE, gradedPoints } from './effective-grade-store.ts';

/** Points of a campaign by effective grade; 0 is unassessed. */
export async function pointsByGrade(
  from: Queryable,
  campaignId: number,
  versionId: number,
): Promise<readonly { readonly grade: number; readonly points: number }[]> {
  return (await gradedPoints(from, campaignId, versionId)
    .groupByRaw(EFFECTIVE_GRADE)
    .select(from.raw(`${EFFECTIVE_GRADE} as grade, count(*) as points`))) as {
    grade: number;
    points: number;
  }[];
}

/** How many standing points are in these cases. */
export async function pointsInCases(
  from: Queryable,
  campaignId: number,
  caseIds: readonly number[],
): Promise<number> {
  let points = 0;
  for (const caseId of caseIds) {
    const row = (await from('risk_point_state')
      .where({ campaign_id: campaignId, is_withdrawn: 0, case_id: caseId })
      .count({ points: '*' })
      .first()) as { points: number };
    points += row.points;
  }
  return points;
}
