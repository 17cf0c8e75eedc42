import type { Knex } from 'knex';
import { valuesOn } from '../grading/class.ts';
import { searchWords } from '../language/normalise.ts';
import { unitIdsWithin } from '../organisation/reach-store.ts';
import type { Queryable } from '../platform/database.ts';
import { idsWithWords } from '../platform/word-index.ts';
import { EFFECTIVE_GRADE, gradedPoints } from './effective-grade-store.ts';
import { narrowToAssessment } from './point-assessed-store.ts';
import { narrowToDomain } from './point-domain-filter-store.ts';
import { narrowToFile, narrowToOwner } from './point-origin-store.ts';
import type { PointScope } from './point-scope.ts';
import { POINT_SEARCH } from './point-search-store.ts';
import { gradesUnder } from './responsible-leader.ts';
import type { PointConditions } from './risk-point.ts';

/** The standing points of a scope that meet a filter's conditions. */
export function filteredPoints(
  from: Queryable,
  scope: PointScope,
  filter: PointConditions,
): Knex.QueryBuilder {
  const query = gradedPoints(from, scope.campaignId, scope.versionId).whereIn(
    'risk_point_state.unit_id',
    unitIdsWithin(from, scope.reach),
  );
  narrowToOwner(query, from, filter);
  narrowToStep(query, scope, filter);
  narrowToDomain(query, filter);
  narrowToGrade(query, scope, filter);
  narrowToAssessment(query, from, filter);
  narrowToFile(query, from, filter);
  if (filter.words !== undefined) {
    const found = idsWithWords(from, POINT_SEARCH, searchWords(filter.words));
    void query.whereIn('risk_point_state.risk_point_id', found);
  }
  if (filter.state !== undefined) void query.where('risk_point_state.state', filter.state);
  if (filter.measures !== undefined) {
    // Written out: an index of the points without a measure is found by the words of its condition.
    void query.whereRaw(`risk_point_state.measure_count ${filter.measures === 'none' ? '=' : '>'} 0`);
  }
  return query;
}

function narrowToGrade(
  query: Knex.QueryBuilder,
  { grades }: PointScope,
  { grade, leader, decided, declared, declaredGrade }: PointConditions,
): void {
  if (grade !== undefined) {
    void query.whereRaw(`${EFFECTIVE_GRADE} = ?`, [grade === 'unassessed' ? 0 : grade]);
  }
  if (leader !== undefined) {
    const under = gradesUnder(leader, grades);
    void query.whereRaw(`${EFFECTIVE_GRADE} in (${under.map(() => '?').join(', ') || 'null'})`, [...under]);
  }
  if (decided === 'overridden') void query.whereNotNull('risk_point_state.override_grade');
  if (decided === 'approved') void query.whereNotNull('risk_point_state.approved_grade');
  if (declared === 'differs') void query.whereRaw(`risk_point_state.declared_grade <> ${EFFECTIVE_GRADE}`);
  if (declaredGrade === 'none') void query.whereNull('risk_point_state.declared_grade');
  else if (declaredGrade !== undefined) void query.where('risk_point_state.declared_grade', declaredGrade);
}

function narrowToStep(query: Knex.QueryBuilder, { scales }: PointScope, filter: PointConditions): void {
  for (const fact of ['probability', 'harm'] as const) {
    const step = filter[fact];
    if (step === undefined) continue;
    void query.whereIn(
      [`risk_point_state.${fact}_scale`, `risk_point_state.${fact}_step`],
      valuesOn(scales[fact], step).map((value) => [value.scale, value.step]),
    );
  }
}
