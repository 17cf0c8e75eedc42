import type { Knex } from 'knex';
import type { Queryable } from '../platform/database.ts';
import type { Grade } from '../rulebooks/rulebook.ts';
import { scaleValue } from '../grading/case.ts';
import type { Verdict } from '../grading/verdict.ts';
import { domainsOfPoints } from './point-domain-store.ts';
import { measuresOfRevisions } from './point-search-store.ts';
import { EFFECTIVE_GRADE, gradedPointsAmong } from './effective-grade-store.ts';
import { DEFAULT_PAGE_SIZE } from '../web/pager.ts';
import { DEFAULT_ORDER } from './point-order.ts';
import { inOrder } from './point-order-store.ts';
import { filteredPoints } from './point-filter-store.ts';
import type { PointScope } from './point-scope.ts';
import { MOST_LISTED } from './risk-point.ts';
import type { ListedPoint, PointConditions, PointFilter, PointList, PointState } from './risk-point.ts';

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
  readonly formId: number;
  readonly revisionId: number;
  readonly probabilityScale: string | null;
  readonly probabilityStep: string | null;
  readonly harmScale: string | null;
  readonly harmStep: string | null;
  readonly duties: string | null;
  readonly changedAt: string | null;
}

export async function countPoints(
  from: Queryable,
  scope: PointScope,
  filter: PointConditions,
): Promise<number> {
  const row = (await filteredPoints(from, scope, filter).count({ points: '*' }).first()) as {
    points: number;
  };
  return row.points;
}

/**
 * How many points a filter leaves, counted as far as anybody turns pages: behind `MOST_LISTED` only that there are
 * more.
 */
export async function countListed(
  from: Queryable,
  scope: PointScope,
  filter: PointConditions,
): Promise<Pick<PointList, 'total' | 'hasMore'>> {
  const some = filteredPoints(from, scope, filter)
    .limit(MOST_LISTED + 1)
    .select({ id: 'risk_point_state.risk_point_id' });
  const { points } = (await from(some.as('found')).count({ points: '*' }).first()) as { points: number };
  return { total: Math.min(points, MOST_LISTED), hasMore: points > MOST_LISTED };
}

/** One page of points, severest first, then by unit and place on the form. */
export async function listPoints(
  from: Queryable,
  scope: PointScope,
  filter: PointFilter,
): Promise<readonly ListedPoint[]> {
  const size = filter.size ?? DEFAULT_PAGE_SIZE;
  const ids = await pointIds(from, scope, filter, (query) =>
    query.limit(size).offset((filter.page - 1) * size),
  );
  return pointsByIds(from, scope, ids);
}

/** The ids of all points that the filter leaves, in its order. Sorting ids alone keeps a long list light. */
export async function pointIds(
  from: Queryable,
  scope: PointScope,
  filter: PointFilter,
  cut: (query: Knex.QueryBuilder) => Knex.QueryBuilder = (query) => query,
): Promise<readonly number[]> {
  const ordered = inOrder(filteredPoints(from, scope, filter), filter.order ?? DEFAULT_ORDER, filter);
  return (await cut(ordered).pluck('risk_point_state.risk_point_id')) as number[];
}

/** Points in the order of the ids; one that is gone meanwhile is left out. */
export async function pointsByIds(
  from: Queryable,
  scope: Pick<PointScope, 'campaignId' | 'versionId'>,
  ids: readonly number[],
): Promise<readonly ListedPoint[]> {
  const points = await summaries(from, (await withWords(from, pointsOf(from, scope, ids))) as PointRow[]);
  const byId = new Map(points.map((point) => [point.id, point]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function pointsOf(
  from: Queryable,
  { campaignId, versionId }: Pick<PointScope, 'campaignId' | 'versionId'>,
  ids: readonly number[],
): Knex.QueryBuilder {
  return gradedPointsAmong(from, campaignId, versionId, ids).join(
    'org_unit',
    'org_unit.id',
    'risk_point_state.unit_id',
  );
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
): Promise<(ListedPoint & { readonly unitPath: string }) | null> {
  const rows = (await withWords(from, pointsOf(from, scope, [id]))) as PointRow[];
  const row = rows[0];
  const [summary] = await summaries(from, rows);
  return row === undefined || summary === undefined ? null : { ...summary, unitPath: row.unitPath };
}

function withWords(from: Queryable, query: Knex.QueryBuilder): Knex.QueryBuilder {
  return query
    .join('risk_point_revision', 'risk_point_revision.id', 'risk_point_state.revision_id')
    .join('form_version', 'form_version.id', 'risk_point_revision.form_version_id')
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
      formId: 'form_version.form_id',
      revisionId: 'risk_point_revision.id',
      probabilityScale: 'risk_point_state.probability_scale',
      probabilityStep: 'risk_point_state.probability_step',
      harmScale: 'risk_point_state.harm_scale',
      harmStep: 'risk_point_state.harm_step',
      duties: 'form_version.duties',
      changedAt: 'risk_point_state.changed_at',
    });
}

async function summaries(from: Queryable, rows: readonly PointRow[]): Promise<readonly ListedPoint[]> {
  const domains = await domainsOfPoints(
    from,
    rows.map(({ id }) => id),
  );
  const measures = await measuresOfRevisions(
    from,
    rows.map(({ revisionId }) => revisionId),
  );
  return rows.map(({ trace, unitPath: _unitPath, revisionId, ...written }) => {
    const { probabilityScale, probabilityStep, harmScale, harmStep, ...row } = written;
    const verdict = trace === null ? null : (JSON.parse(trace) as Verdict);
    return {
      ...row,
      grade: row.grade === 0 ? null : row.grade,
      probability: scaleValue(probabilityScale, probabilityStep),
      harm: scaleValue(harmScale, harmStep),
      rules: verdict?.grade ? verdict.because.map(({ rule }) => rule) : [],
      domains: domains.get(row.id) ?? [],
      measureTexts: measures.get(revisionId) ?? [],
    };
  });
}
