import type { Knex } from 'knex';
import { unitIdsWithin } from '../organisation/reach-store.ts';
import type { Queryable } from '../platform/database.ts';

/** Which points: those of a campaign in these units; `null`: in all of its units. */
export interface PointsAsked {
  readonly campaignId: number;
  readonly unitPaths: readonly string[] | null;
}

/** Standing points whose grade nobody approved or overrode: only these follow the rules. */
export function undecided(from: Queryable, { campaignId, unitPaths }: PointsAsked): Knex.QueryBuilder {
  const points = from('risk_point_state')
    // The plus keeps SQLite from walking all of a campaign's points for every case: it is to go by the case.
    .whereRaw('+risk_point_state.campaign_id = ?', [campaignId])
    .where('risk_point_state.is_withdrawn', 0)
    .whereNull('risk_point_state.approved_grade')
    .whereNull('risk_point_state.override_grade');
  return unitPaths === null
    ? points
    : points.whereIn('risk_point_state.unit_id', unitIdsWithin(from, { unitPaths }));
}
