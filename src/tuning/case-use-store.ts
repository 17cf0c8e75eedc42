import type { Queryable } from '../platform/database.ts';
import { withoutIndex } from '../platform/dialect.ts';
import { amongIds } from '../platform/json-dialect.ts';

/** Which of these cases points of other campaigns are in, withdrawn ones included. */
export async function usedElsewhere(
  from: Queryable,
  caseIds: readonly number[],
  campaignIds: readonly number[],
): Promise<ReadonlySet<number>> {
  const others = from('campaign').whereNot(amongIds(from, 'campaign.id', campaignIds));
  const standing = others
    .clone()
    .joinRaw('cross join rollup_case')
    .whereRaw('rollup_case.campaign_id = campaign.id')
    .where(amongIds(from, 'rollup_case.case_id', caseIds));
  const withdrawn = others
    .joinRaw('cross join risk_point_state')
    .whereRaw('risk_point_state.campaign_id = campaign.id')
    .where('risk_point_state.is_withdrawn', 1)
    .where(amongIds(from, withoutIndex(from, 'risk_point_state.case_id'), caseIds));
  return new Set([
    ...((await standing.distinct('case_id').pluck('case_id')) as number[]),
    ...((await withdrawn.distinct('case_id').pluck('case_id')) as number[]),
  ]);
}
