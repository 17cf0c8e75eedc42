import type { KeyDomain } from '../organisation/key-domain.ts';
import { unitIdsWithin, withinReach } from '../organisation/reach-store.ts';
import type { Queryable } from '../platform/database.ts';
import { amongIds } from '../platform/json-dialect.ts';
import type { GradeRow } from './impact.ts';
import type { PointsAsked } from './undecided-store.ts';

/** Points as they stand, from the rollups that the board reads. */
export async function gradesByUnit(
  from: Queryable,
  { campaignIds, unitPaths }: PointsAsked,
): Promise<readonly (GradeRow & { readonly unitPath: string })[]> {
  const rollup = from('rollup_grade')
    .join('org_unit', 'org_unit.id', 'rollup_grade.unit_id')
    .where(amongIds(from, 'rollup_grade.campaign_id', campaignIds));
  if (unitPaths !== null) void rollup.where(withinReach({ unitPaths }));
  return (await rollup.groupBy('org_unit.path', 'rollup_grade.grade').select({
    unitPath: 'org_unit.path',
    grade: 'rollup_grade.grade',
    points: from.raw('sum(points)'),
  })) as (GradeRow & { unitPath: string })[];
}

export async function gradesByDomain(
  from: Queryable,
  { campaignIds, unitPaths }: PointsAsked,
): Promise<readonly (GradeRow & { readonly domain: KeyDomain })[]> {
  const rollup = from('rollup_domain').where(amongIds(from, 'rollup_domain.campaign_id', campaignIds));
  if (unitPaths !== null) void rollup.whereIn('rollup_domain.unit_id', unitIdsWithin(from, { unitPaths }));
  return (await rollup.groupBy('rollup_domain.domain', 'rollup_domain.grade').select({
    domain: 'rollup_domain.domain',
    grade: 'rollup_domain.grade',
    points: from.raw('sum(points)'),
  })) as (GradeRow & { domain: KeyDomain })[];
}
