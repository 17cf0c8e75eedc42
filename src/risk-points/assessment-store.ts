import type { Knex } from 'knex';
import type { CampaignState } from '../campaigns/campaign.ts';
import { scaleValue } from '../grading/case.ts';
import type { KeyDomain } from '../organisation/key-domain.ts';
import type { Queryable } from '../platform/database.ts';
import type { Grade } from '../rulebooks/rulebook.ts';
import { ASSESSED_PER_PAGE, type AssessFilter, type PointToAssess } from './assessment.ts';
import { EFFECTIVE_GRADE } from './effective-grade-store.ts';
import type { OwnFacts } from './own-fact.ts';
import { ownFactsOfPoints } from './own-fact-store.ts';
import { filteredPoints } from './point-filter-store.ts';
import type { PointScope } from './point-scope.ts';
import type { PointFilter, PointState } from './risk-point.ts';

interface PointRow {
  readonly id: number;
  readonly text: string;
  readonly measure: string | null;
  readonly unit_name: string;
  readonly unit_path: string;
  readonly post_name: string | null;
  readonly person_name: string | null;
  readonly campaign_id: number;
  readonly campaign_state: CampaignState;
  readonly bureau_path: string;
  readonly state: PointState;
  readonly is_withdrawn: number;
  readonly probability_scale: string | null;
  readonly probability_step: string | null;
  readonly harm_scale: string | null;
  readonly harm_step: string | null;
  readonly main_domain: KeyDomain | null;
  readonly measure_count: number;
  readonly decided_grade: Grade | null;
}

/** Unassessed points first, then by unit, post and place on the form. */
const WORK_ORDER = `case ${EFFECTIVE_GRADE} when 0 then 0 else 1 end, risk_point_state.unit_id,
  risk_point_state.post_id nulls first,
  risk_point_state.risk_point_id`;

export async function countToAssess(
  from: Queryable,
  scope: PointScope,
  filter: AssessFilter,
): Promise<number> {
  const row = (await filteredPoints(from, scope, asPointFilter(filter)).count({ points: '*' }).first()) as {
    points: number;
  };
  return row.points;
}

/** Ids of one page of the points to assess. */
export async function idsToAssess(
  from: Queryable,
  scope: PointScope,
  filter: AssessFilter,
): Promise<readonly number[]> {
  return (await filteredPoints(from, scope, asPointFilter(filter))
    .orderByRaw(WORK_ORDER)
    .limit(ASSESSED_PER_PAGE)
    .offset((filter.page - 1) * ASSESSED_PER_PAGE)
    .pluck('risk_point_state.risk_point_id')) as number[];
}

/** These points, in this order; withdrawn ones, too. An id that names none is left out. */
export async function pointsToAssess(
  from: Queryable,
  ids: readonly number[],
): Promise<readonly PointToAssess[]> {
  const rows = (await withHome(from)
    .whereIn('risk_point_state.risk_point_id', [...ids])
    .select(from.raw('coalesce(approved_grade, override_grade) as decided_grade'))) as PointRow[];
  const own = await ownFactsOfPoints(from, ids);
  const byId = new Map(rows.map((row) => [row.id, toPoint(row, own.get(row.id) ?? {})]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function asPointFilter({ unitId, show, page }: AssessFilter): PointFilter {
  return {
    ...(unitId === undefined ? {} : { unitId }),
    ...(show === undefined ? {} : { grade: show }),
    page,
  };
}

function withHome(from: Queryable): Knex.QueryBuilder {
  return from('risk_point_state')
    .join('risk_point_revision', 'risk_point_revision.id', 'risk_point_state.revision_id')
    .join('org_unit', 'org_unit.id', 'risk_point_state.unit_id')
    .join('campaign', 'campaign.id', 'risk_point_state.campaign_id')
    .join('org_unit as bureau', 'bureau.id', 'campaign.bureau_id')
    .leftJoin('post', 'post.id', 'risk_point_state.post_id')
    .leftJoin('holding', 'holding.id', 'risk_point_state.holding_id')
    .leftJoin('person', 'person.id', 'holding.person_id')
    .select({
      id: 'risk_point_state.risk_point_id',
      text: 'risk_point_revision.text',
      measure: from('measure')
        .whereRaw('measure.revision_id = risk_point_revision.id')
        .orderBy('id')
        .limit(1)
        .select('text'),
      unit_name: 'org_unit.name',
      unit_path: 'org_unit.path',
      post_name: 'post.name',
      person_name: 'person.name',
      campaign_id: 'campaign.id',
      campaign_state: 'campaign.state',
      bureau_path: 'bureau.path',
      state: 'risk_point_state.state',
      is_withdrawn: 'risk_point_state.is_withdrawn',
      probability_scale: 'risk_point_state.probability_scale',
      probability_step: 'risk_point_state.probability_step',
      harm_scale: 'risk_point_state.harm_scale',
      harm_step: 'risk_point_state.harm_step',
      main_domain: 'risk_point_state.main_domain',
      measure_count: 'risk_point_state.measure_count',
    });
}

function toPoint(row: PointRow, own: OwnFacts): PointToAssess {
  return {
    id: row.id,
    text: row.text,
    measure: row.measure,
    unitName: row.unit_name,
    unitPath: row.unit_path,
    postName: row.post_name,
    personName: row.person_name,
    campaignId: row.campaign_id,
    campaignState: row.campaign_state,
    bureauPath: row.bureau_path,
    state: row.state,
    isWithdrawn: row.is_withdrawn === 1,
    facts: {
      probability: scaleValue(row.probability_scale, row.probability_step),
      harm: scaleValue(row.harm_scale, row.harm_step),
      domain: row.main_domain,
      measureCount: row.measure_count,
      own,
    },
    decidedGrade: row.decided_grade,
  };
}
