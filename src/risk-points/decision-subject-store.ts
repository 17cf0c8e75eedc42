import type { CampaignState } from '../campaigns/campaign.ts';
import { scaleValue } from '../grading/case.ts';
import type { KeyDomain } from '../organisation/key-domain.ts';
import type { Queryable } from '../platform/database.ts';
import { inPieces } from '../platform/dialect.ts';
import type { Grade } from '../rulebooks/rulebook.ts';
import type { DecisionSubject } from './domain-decision.ts';
import type { OwnFacts } from './own-fact.ts';
import { ownFactsOfPoints } from './own-fact-store.ts';
import { domainsOfPoints } from './point-domain-store.ts';
import { filteredPoints } from './point-filter-store.ts';
import type { PointScope } from './point-scope.ts';
import type { PointFilter, PointState } from './risk-point.ts';

interface SubjectRow {
  readonly id: number;
  readonly guard: number;
  readonly text: string;
  readonly unitId: number;
  readonly unitName: string;
  readonly unitPath: string;
  readonly campaignId: number;
  readonly campaignState: CampaignState;
  readonly bureauPath: string;
  readonly state: PointState;
  readonly isWithdrawn: number;
  readonly probabilityScale: string | null;
  readonly probabilityStep: string | null;
  readonly harmScale: string | null;
  readonly harmStep: string | null;
  readonly mainDomain: KeyDomain | null;
  readonly measureCount: number;
  readonly decidedGrade: Grade | null;
}

const COLUMNS = {
  id: 'risk_point_state.risk_point_id',
  guard: 'risk_point_state.guard',
  text: 'risk_point_revision.text',
  unitId: 'org_unit.id',
  unitName: 'org_unit.name',
  unitPath: 'org_unit.path',
  campaignId: 'campaign.id',
  campaignState: 'campaign.state',
  bureauPath: 'bureau.path',
  state: 'risk_point_state.state',
  isWithdrawn: 'risk_point_state.is_withdrawn',
  probabilityScale: 'risk_point_state.probability_scale',
  probabilityStep: 'risk_point_state.probability_step',
  harmScale: 'risk_point_state.harm_scale',
  harmStep: 'risk_point_state.harm_step',
  mainDomain: 'risk_point_state.main_domain',
  measureCount: 'risk_point_state.measure_count',
};

/** The points of these ids with all that a decision about their domains looks at; in the order of their ids. */
export async function decisionSubjects(
  from: Queryable,
  ids: readonly number[],
): Promise<readonly DecisionSubject[]> {
  const distinct = [...new Set(ids)].sort((a, b) => a - b);
  const domains = await domainsOfPoints(from, distinct);
  const subjects: DecisionSubject[] = [];
  for (const some of inPieces(distinct)) {
    const rows = (await from('risk_point_state')
      .join('risk_point_revision', 'risk_point_revision.id', 'risk_point_state.revision_id')
      .join('org_unit', 'org_unit.id', 'risk_point_state.unit_id')
      .join('campaign', 'campaign.id', 'risk_point_state.campaign_id')
      .join('org_unit as bureau', 'bureau.id', 'campaign.bureau_id')
      .whereIn('risk_point_state.risk_point_id', some)
      .orderBy('risk_point_state.risk_point_id')
      .select(COLUMNS)
      .select(from.raw('coalesce(approved_grade, override_grade) as decidedGrade'))) as SubjectRow[];
    const own = await ownFactsOfPoints(from, some);
    for (const row of rows) {
      subjects.push(subjectOf(row, domains.get(row.id) ?? [], own.get(row.id) ?? {}));
    }
  }
  return subjects;
}

/** The ids of all points that a filter leaves, at most as many as asked for. */
export async function filteredIds(
  from: Queryable,
  scope: PointScope,
  filter: PointFilter,
  most: number,
): Promise<readonly number[]> {
  return (await filteredPoints(from, scope, filter)
    .orderBy('risk_point_state.risk_point_id')
    .limit(most)
    .pluck('risk_point_state.risk_point_id')) as number[];
}

function subjectOf(row: SubjectRow, domains: DecisionSubject['domains'], own: OwnFacts): DecisionSubject {
  const { probabilityScale, probabilityStep, harmScale, harmStep, mainDomain, measureCount, ...rest } = row;
  return {
    ...rest,
    isWithdrawn: row.isWithdrawn === 1,
    facts: {
      probability: scaleValue(probabilityScale, probabilityStep),
      harm: scaleValue(harmScale, harmStep),
      domain: mainDomain,
      measureCount,
      own,
    },
    domains,
  };
}
