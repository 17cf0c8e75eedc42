import type { Knex } from 'knex';
import { searchWords } from '../language/normalise.ts';
import { withinReach } from '../organisation/reach-store.ts';
import type { Queryable } from '../platform/database.ts';
import { idsWithWords } from '../platform/dialect.ts';
import { EFFECTIVE_GRADE, gradedPoints } from './effective-grade-store.ts';
import { narrowToAssessment } from './point-assessed-store.ts';
import type { PointScope } from './point-scope.ts';
import { POINT_SEARCH } from './point-search-store.ts';
import type { PointConditions } from './risk-point.ts';

/** The standing points of a scope that meet a filter's conditions. */
export function filteredPoints(
  from: Queryable,
  scope: PointScope,
  filter: PointConditions,
): Knex.QueryBuilder {
  const query = gradedPoints(from, scope.campaignId, scope.versionId)
    .join('org_unit', 'org_unit.id', 'risk_point_state.unit_id')
    .where(withinReach(scope.reach));
  narrowToOwner(query, from, filter);
  narrowToStep(query, scope, filter);
  narrowToDomain(query, from, filter);
  narrowToGrade(query, filter);
  narrowToAssessment(query, from, filter);
  narrowToFile(query, from, filter);
  if (filter.words !== undefined) {
    const found = idsWithWords(from, POINT_SEARCH, searchWords(filter.words));
    void query.whereIn('risk_point_state.risk_point_id', found);
  }
  if (filter.state !== undefined) void query.where('risk_point_state.state', filter.state);
  if (filter.measures !== undefined) {
    void query.where('risk_point_state.measure_count', filter.measures === 'none' ? '=' : '>', 0);
  }
  return query;
}

function narrowToOwner(
  query: Knex.QueryBuilder,
  from: Queryable,
  { unitId, postId, holderId, formId }: PointConditions,
): void {
  if (unitId !== undefined) {
    const path = from('org_unit').where({ id: unitId }).select('path');
    void query.whereRaw(`org_unit.path like (?) || '%'`, [path]);
  }
  if (postId !== undefined) void query.where('risk_point_state.post_id', postId);
  if (holderId !== undefined) {
    const held = from('holding').where({ person_id: holderId }).select('id');
    void query.whereIn('risk_point_state.holding_id', held);
  }
  if (formId !== undefined) {
    const ofForm = from('risk_point').where({ form_id: formId }).select('id');
    void query.whereIn('risk_point_state.risk_point_id', ofForm);
  }
}

function narrowToDomain(
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

function narrowToGrade(query: Knex.QueryBuilder, { grade, declared, declaredGrade }: PointConditions): void {
  if (grade !== undefined) {
    void query.whereRaw(`${EFFECTIVE_GRADE} = ?`, [grade === 'unassessed' ? 0 : grade]);
  }
  if (declared === 'differs') void query.whereRaw(`risk_point_state.declared_grade <> ${EFFECTIVE_GRADE}`);
  if (declaredGrade === 'none') void query.whereNull('risk_point_state.declared_grade');
  else if (declaredGrade !== undefined) void query.where('risk_point_state.declared_grade', declaredGrade);
}

function narrowToStep(query: Knex.QueryBuilder, { scales }: PointScope, filter: PointConditions): void {
  for (const fact of ['probability', 'harm'] as const) {
    const step = filter[fact];
    if (step === undefined) continue;
    void query.where({
      [`risk_point_state.${fact}_scale`]: scales[fact],
      [`risk_point_state.${fact}_step`]: step,
    });
  }
}

function narrowToFile(query: Knex.QueryBuilder, from: Queryable, { batchId, fileId }: PointConditions): void {
  const brought = from('value_source').whereNotNull('risk_point_id').select('risk_point_id');
  if (fileId !== undefined) void brought.where('import_file_id', fileId);
  if (batchId !== undefined) {
    void brought.whereIn('import_file_id', from('import_file').where({ batch_id: batchId }).select('id'));
  }
  if (fileId === undefined && batchId === undefined) return;
  void query.whereIn('risk_point_state.risk_point_id', brought);
}
