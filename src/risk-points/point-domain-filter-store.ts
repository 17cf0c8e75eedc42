import type { Knex } from 'knex';
import type { Queryable } from '../platform/database.ts';
import type { PointConditions } from './risk-point.ts';

/** Narrows to points in a domain, or whose domains stand in some state; rejected ones count as not named. */
export function narrowToDomain(
  query: Knex.QueryBuilder,
  from: Queryable,
  { domain, domainState }: PointConditions,
): void {
  const named = from('risk_point_domain').whereNot('state', 'rejected').select('risk_point_id');
  if (domain !== undefined) void named.where({ domain });
  if (domainState === 'none') {
    const inAny = from('risk_point_domain').whereNot('state', 'rejected').select('risk_point_id');
    void query.whereNotIn('risk_point_state.risk_point_id', inAny);
  } else if (domainState !== undefined) {
    void named.where('state', domainState);
  }
  if (domain === undefined && (domainState === undefined || domainState === 'none')) return;
  void query.whereIn('risk_point_state.risk_point_id', named);
}
