import type { Knex } from 'knex';
import type { Queryable } from '../platform/database.ts';
import type { Grade } from '../rulebooks/rulebook.ts';
import type { Verdict } from '../grading/verdict.ts';
import { domainsOfPoints } from './point-domain-store.ts';
import { EFFECTIVE_GRADE, gradedPoints } from './effective-grade-store.ts';
import { filteredPoints } from './point-filter-store.ts';
import type { PointScope } from './point-scope.ts';
import { POINTS_PER_PAGE, type PointFilter, type PointState, type PointSummary } from './risk-point.ts';

interface PointRow {
  readonly id: number;
  readonly text: string;
  readonly unitId: number;
  readonly unitName: string;
  readonly unitPath: string;
  readonly postName: string | null;
  readonly personName: string | null;
  readonly grade: 0 | Grade;
  readonly trace: string | null;
  readonly declaredGrade: Grade | null;
  readonly measureCount: number;
  readonly state: PointState;
}

export async function countPoints(from: Queryable, scope: PointScope, filter: PointFilter): Promise<number> {
  const row = (await filteredPoints(from, scope, filter).count({ points: '*' }).first()) as {
    points: number;
  };
  return row.points;
}

/** One page of points, severest first, then by unit and place on the form. */
export async function listPoints(
  from: Queryable,
  scope: PointScope,
  filter: PointFilter,
): Promise<readonly PointSummary[]> {
  const rows = (await withWords(from, filteredPoints(from, scope, filter))
    .orderByRaw(
      `case ${EFFECTIVE_GRADE} when 0 then 4 else ${EFFECTIVE_GRADE} end, org_unit.id, risk_point_state.post_id,
      risk_point_state.risk_point_id`,
    )
    .limit(POINTS_PER_PAGE)
    .offset((filter.page - 1) * POINTS_PER_PAGE)) as PointRow[];
  return summaries(from, rows);
}

/** Where a point belongs, withdrawn or not; `null` when there is none. */
export async function placeOfPoint(
  from: Queryable,
  id: number,
): Promise<{ readonly campaignId: number; readonly unitPath: string } | null> {
  const row = (await from('risk_point_state')
    .join('org_unit', 'org_unit.id', 'risk_point_state.unit_id')
    .where('risk_point_state.risk_point_id', id)
    .first({ campaignId: 'risk_point_state.campaign_id', unitPath: 'org_unit.path' })) as
    { campaignId: number; unitPath: string } | undefined;
  return row ?? null;
}

/** A standing point by its id. */
export async function pointById(
  from: Queryable,
  scope: Pick<PointScope, 'campaignId' | 'versionId'>,
  id: number,
): Promise<(PointSummary & { readonly unitPath: string }) | null> {
  const rows = (await withWords(
    from,
    gradedPoints(from, scope.campaignId, scope.versionId)
      .join('org_unit', 'org_unit.id', 'risk_point_state.unit_id')
      .where('risk_point_state.risk_point_id', id),
  )) as PointRow[];
  const row = rows[0];
  const [summary] = await summaries(from, rows);
  return row === undefined || summary === undefined ? null : { ...summary, unitPath: row.unitPath };
}

function withWords(from: Queryable, query: Knex.QueryBuilder): Knex.QueryBuilder {
  return query
    .join('risk_point_revision', 'risk_point_revision.id', 'risk_point_state.revision_id')
    .leftJoin('post', 'post.id', 'risk_point_state.post_id')
    .leftJoin('holding', 'holding.id', 'risk_point_state.holding_id')
    .leftJoin('person', 'person.id', 'holding.person_id')
    .select({
      id: 'risk_point_state.risk_point_id',
      text: 'risk_point_revision.text',
      unitId: 'org_unit.id',
      unitName: 'org_unit.name',
      unitPath: 'org_unit.path',
      postName: 'post.name',
      personName: 'person.name',
      grade: from.raw(EFFECTIVE_GRADE),
      trace: 'case_verdict.trace',
      declaredGrade: 'risk_point_state.declared_grade',
      measureCount: 'risk_point_state.measure_count',
      state: 'risk_point_state.state',
    });
}

async function summaries(from: Queryable, rows: readonly PointRow[]): Promise<readonly PointSummary[]> {
  const domains = await domainsOfPoints(
    from,
    rows.map(({ id }) => id),
  );
  return rows.map(({ trace, unitPath: _unitPath, ...row }) => {
    const verdict = trace === null ? null : (JSON.parse(trace) as Verdict);
    return {
      ...row,
      grade: row.grade === 0 ? null : row.grade,
      rules: verdict?.grade ? verdict.because.map(({ rule }) => rule) : [],
      domains: domains.get(row.id) ?? [],
    };
  });
}
