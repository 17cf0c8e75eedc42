import type { Knex } from 'knex';
import { EFFECTIVE_GRADE, gradedPoints } from '../risk-points/effective-grade-store.ts';
import { unitIdsWithin, withinReach } from '../organisation/reach-store.ts';
import type { KeyDomain } from '../organisation/key-domain.ts';
import type { Queryable } from '../platform/database.ts';
import type { Grade } from '../rulebooks/rulebook.ts';
import type { GradeRow, HeatRow, PostRow } from './board-figures.ts';

/** Points per unit and effective grade under some paths, from the rollup. */
export async function gradesByUnit(
  from: Queryable,
  campaignId: number,
  paths: readonly string[],
): Promise<readonly (GradeRow & { readonly unitPath: string })[]> {
  return (await under(from('rollup_grade').join('org_unit', 'org_unit.id', 'rollup_grade.unit_id'), paths)
    .where('rollup_grade.campaign_id', campaignId)
    .groupBy('org_unit.path', 'rollup_grade.grade')
    .select({
      unitPath: 'org_unit.path',
      grade: 'rollup_grade.grade',
      points: from.raw('sum(points)'),
    })) as (GradeRow & {
    unitPath: string;
  })[];
}

/** Points per campaign and effective grade, from the rollup. */
export async function gradesByCampaign(
  from: Queryable,
  campaignIds: readonly number[],
): Promise<readonly (GradeRow & { readonly campaignId: number })[]> {
  return (await from('rollup_grade')
    .whereIn('campaign_id', [...campaignIds])
    .groupBy('campaign_id', 'grade')
    .select({ campaignId: 'campaign_id', grade: 'grade', points: from.raw('sum(points)') })) as (GradeRow & {
    campaignId: number;
  })[];
}

export async function gradesByDomain(
  from: Queryable,
  campaignId: number,
  paths: readonly string[],
): Promise<readonly (GradeRow & { readonly domain: KeyDomain })[]> {
  return (await under(from('rollup_domain').join('org_unit', 'org_unit.id', 'rollup_domain.unit_id'), paths)
    .where('rollup_domain.campaign_id', campaignId)
    .groupBy('rollup_domain.domain', 'rollup_domain.grade')
    .select({
      domain: 'rollup_domain.domain',
      grade: 'rollup_domain.grade',
      points: from.raw('sum(points)'),
    })) as (GradeRow & {
    domain: KeyDomain;
  })[];
}

/** Points by probability and harm of the whole campaign, from the rollup of its cases. */
export async function heatOfCampaign(from: Queryable, campaignId: number): Promise<readonly HeatRow[]> {
  return (await from('rollup_case')
    .join('grading_case', 'grading_case.id', 'rollup_case.case_id')
    .where('rollup_case.campaign_id', campaignId)
    .groupBy(...HEAT_COLUMNS.map((column) => `grading_case.${column}`))
    .select(heatColumns(), from.raw('sum(points) as points'))) as HeatRow[];
}

/** The same for some parts of the tree: their points are counted by case, which an index has all of. */
export async function heatUnder(
  from: Queryable,
  campaignId: number,
  paths: readonly string[],
): Promise<readonly HeatRow[]> {
  const counted = from('risk_point_state')
    .where({ campaign_id: campaignId, is_withdrawn: 0 })
    .whereIn('unit_id', unitIdsWithin(from, { unitPaths: paths }))
    .groupBy('case_id')
    .select({ case_id: 'case_id', points: from.raw('count(*)') });
  return (await from(counted.as('counted'))
    .join('grading_case', 'grading_case.id', 'counted.case_id')
    .groupBy(...HEAT_COLUMNS.map((column) => `grading_case.${column}`))
    .select(heatColumns(), from.raw('sum(counted.points) as points'))) as HeatRow[];
}

/** Points per post by effective grade of one unit's subtree; points without a post are the unit's own. */
export async function gradesByPost(
  from: Queryable,
  campaignId: number,
  versionId: number,
  unitPath: string,
): Promise<readonly PostRow[]> {
  const ofGrade = (grade: 0 | Grade): Knex.Raw =>
    from.raw(
      `sum(case ${EFFECTIVE_GRADE} when ${String(grade)} then 1 else 0 end) as grade_${String(grade)}`,
    );
  const counted = gradedPoints(from, campaignId, versionId)
    .whereIn('risk_point_state.unit_id', unitIdsWithin(from, { unitPaths: [unitPath] }))
    .groupBy('risk_point_state.post_id')
    .select('risk_point_state.post_id', ofGrade(1), ofGrade(2), ofGrade(3), ofGrade(0));
  return (await from(counted.as('counted')).leftJoin('post', 'post.id', 'counted.post_id').select({
    postId: 'post.id',
    post: 'post.name',
    1: 'counted.grade_1',
    2: 'counted.grade_2',
    3: 'counted.grade_3',
    unassessed: 'counted.grade_0',
  })) as PostRow[];
}

const HEAT_COLUMNS = ['probability_scale', 'probability_step', 'harm_scale', 'harm_step'] as const;

function heatColumns(): Readonly<Record<string, string>> {
  return {
    probabilityScale: 'grading_case.probability_scale',
    probabilityStep: 'grading_case.probability_step',
    harmScale: 'grading_case.harm_scale',
    harmStep: 'grading_case.harm_step',
  };
}

function under(query: Knex.QueryBuilder, unitPaths: readonly string[]): Knex.QueryBuilder {
  return query.where(withinReach({ unitPaths }));
}
