import type { Knex } from 'knex';
import type { Queryable } from '../platform/database.ts';
import { EFFECTIVE_GRADE, gradedPoints } from './effective-grade-store.ts';
import type { PointScope } from './point-scope.ts';
import type { PointFilter } from './risk-point.ts';

/** The standing points of a scope that meet a filter's conditions. */
export function filteredPoints(from: Queryable, scope: PointScope, filter: PointFilter): Knex.QueryBuilder {
  const query = gradedPoints(from, scope.campaignId, scope.versionId)
    .join('org_unit', 'org_unit.id', 'risk_point_state.unit_id')
    .where((reached) => {
      for (const path of scope.reach.unitPaths) void reached.orWhereLike('org_unit.path', `${path}%`);
      if (scope.reach.unitPaths.length === 0) void reached.whereRaw('0 = 1');
    });
  narrowToOwner(query, from, filter);
  narrowToStep(query, scope, filter);
  if (filter.grade !== undefined) {
    void query.whereRaw(`${EFFECTIVE_GRADE} = ?`, [filter.grade === 'unassessed' ? 0 : filter.grade]);
  }
  narrowToDomain(query, from, filter);
  if (filter.state !== undefined) void query.where('risk_point_state.state', filter.state);
  if (filter.measures !== undefined) {
    void query.where('risk_point_state.measure_count', filter.measures === 'none' ? '=' : '>', 0);
  }
  if (filter.declared === 'differs') {
    void query.whereRaw(`risk_point_state.declared_grade <> ${EFFECTIVE_GRADE}`);
  }
  return query;
}

function narrowToOwner(
  query: Knex.QueryBuilder,
  from: Queryable,
  { unitId, postId, formId }: PointFilter,
): void {
  if (unitId !== undefined) {
    const path = from('org_unit').where({ id: unitId }).select('path');
    void query.whereRaw(`org_unit.path like (?) || '%'`, [path]);
  }
  if (postId !== undefined) void query.where('risk_point_state.post_id', postId);
  if (formId !== undefined) {
    const ofForm = from('risk_point').where({ form_id: formId }).select('id');
    void query.whereIn('risk_point_state.risk_point_id', ofForm);
  }
}

function narrowToDomain(
  query: Knex.QueryBuilder,
  from: Queryable,
  { domain, domainState }: PointFilter,
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

function narrowToStep(query: Knex.QueryBuilder, { scales }: PointScope, filter: PointFilter): void {
  for (const fact of ['probability', 'harm'] as const) {
    const step = filter[fact];
    if (step === undefined) continue;
    void query.where({
      [`risk_point_state.${fact}_scale`]: scales[fact],
      [`risk_point_state.${fact}_step`]: step,
    });
  }
}
