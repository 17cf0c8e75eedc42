import type { Knex } from 'knex';
import { dayBegins, dayEnds } from '../language/wall-clock.ts';
import type { Queryable } from '../platform/database.ts';
import type { PointConditions } from './risk-point.ts';

/** Narrows to points whose probability or harm somebody set, on some days or ever, or nobody did. */
export function narrowToAssessment(
  query: Knex.QueryBuilder,
  from: Queryable,
  { assessed, assessedFrom, assessedTo }: PointConditions,
): void {
  const assessments = from('risk_point_assessment').whereRaw(
    'risk_point_assessment.risk_point_id = risk_point_state.risk_point_id',
  );
  if (assessed === 'none') void query.whereNotExists(assessments.clone());
  if (assessed === 'some') void query.whereExists(assessments.clone());
  if (assessedFrom === undefined && assessedTo === undefined) return;
  if (assessedFrom !== undefined) void assessments.where('set_at', '>=', dayBegins(assessedFrom));
  if (assessedTo !== undefined) void assessments.where('set_at', '<', dayEnds(assessedTo));
  void query.whereExists(assessments);
}
