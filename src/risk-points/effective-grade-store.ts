import type { Knex } from 'knex';
import type { Queryable } from '../platform/database.ts';
import { withoutIndex } from '../platform/dialect.ts';

/** approved ?? override ?? verdict; 0 is unassessed. The one place where SQL says so. */
export const EFFECTIVE_GRADE =
  'coalesce(risk_point_state.approved_grade, risk_point_state.override_grade, case_verdict.grade, 0)';

/** Points that stand, each beside what a rulebook version says of its case. */
export function gradedPoints(from: Queryable, campaignId: number, versionId: number): Knex.QueryBuilder {
  return besideVerdict(from, versionId).where({
    'risk_point_state.campaign_id': campaignId,
    'risk_point_state.is_withdrawn': 0,
  });
}

/** The same, of these. A sum uses no index: SQLite is to look them up, not to walk all points of the campaign. */
export function gradedPointsAmong(
  from: Queryable,
  campaignId: number,
  versionId: number,
  ids: readonly number[],
): Knex.QueryBuilder {
  return besideVerdict(from, versionId)
    .whereRaw(`${withoutIndex(from, 'risk_point_state.campaign_id')} = ?`, [campaignId])
    .whereRaw(`${withoutIndex(from, 'risk_point_state.is_withdrawn')} = 0`)
    .whereIn('risk_point_state.risk_point_id', [...ids]);
}

function besideVerdict(from: Queryable, versionId: number): Knex.QueryBuilder {
  return from('risk_point_state').leftJoin('case_verdict', (join) => {
    join
      .on('case_verdict.case_id', 'risk_point_state.case_id')
      .andOnVal('case_verdict.rulebook_version_id', versionId);
  });
}
