import type { CampaignState } from '../campaigns/campaign.ts';
import type { Queryable } from '../platform/database.ts';
import { inPieces } from '../platform/dialect.ts';
import { factsOfPoints } from '../risk-points/point-store.ts';
import type { PointState } from '../risk-points/risk-point.ts';
import type { Grade } from '../rulebooks/rulebook.ts';
import type { StoredSubject } from './grade-subject.ts';

interface SubjectRow {
  readonly id: number;
  readonly text: string;
  readonly unitId: number;
  readonly unitName: string;
  readonly unitPath: string;
  readonly campaignId: number;
  readonly campaignState: CampaignState;
  readonly bureauPath: string;
  readonly state: PointState;
  readonly isWithdrawn: number;
  readonly revisionId: number;
  readonly formVersion: number;
  readonly caseId: number;
  readonly override: Grade | null;
  readonly approved: Grade | null;
}

const COLUMNS = {
  id: 'risk_point_state.risk_point_id',
  text: 'risk_point_revision.text',
  unitId: 'org_unit.id',
  unitName: 'org_unit.name',
  unitPath: 'org_unit.path',
  campaignId: 'campaign.id',
  campaignState: 'campaign.state',
  bureauPath: 'bureau.path',
  state: 'risk_point_state.state',
  isWithdrawn: 'risk_point_state.is_withdrawn',
  revisionId: 'risk_point_state.revision_id',
  formVersion: 'form_version.version',
  caseId: 'risk_point_state.case_id',
  override: 'risk_point_state.override_grade',
  approved: 'risk_point_state.approved_grade',
};

/** The points of these ids with all that a decision about their grades looks at; in the order of their ids. */
export async function gradeSubjects(
  from: Queryable,
  ids: readonly number[],
): Promise<readonly StoredSubject[]> {
  const distinct = [...new Set(ids)].sort((a, b) => a - b);
  const facts = await factsOfPoints(from, distinct);
  const subjects: StoredSubject[] = [];
  for (const some of inPieces(distinct)) {
    const approvals = await currentApprovals(from, some);
    const rows = (await from('risk_point_state')
      .join('risk_point_revision', 'risk_point_revision.id', 'risk_point_state.revision_id')
      .join('form_version', 'form_version.id', 'risk_point_revision.form_version_id')
      .join('org_unit', 'org_unit.id', 'risk_point_state.unit_id')
      .join('campaign', 'campaign.id', 'risk_point_state.campaign_id')
      .join('org_unit as bureau', 'bureau.id', 'campaign.bureau_id')
      .whereIn('risk_point_state.risk_point_id', some)
      .orderBy('risk_point_state.risk_point_id')
      .select(COLUMNS)) as SubjectRow[];
    for (const row of rows) {
      const known = facts.get(row.id);
      if (known === undefined) throw new Error(`no facts of risk point ${String(row.id)}`);
      const { probability, harm, domain, measureCount, own } = known;
      subjects.push({
        ...row,
        isWithdrawn: row.isWithdrawn === 1,
        approvalId: approvals.get(row.id) ?? null,
        facts: { probability, harm, domain, measureCount, own },
      });
    }
  }
  return subjects;
}

/** The approvals that hold, by point. */
async function currentApprovals(
  from: Queryable,
  ids: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const rows = (await from('grade_approval')
    .leftJoin('grade_approval as later', 'later.reopens_id', 'grade_approval.id')
    .whereIn('grade_approval.risk_point_id', [...ids])
    .where('grade_approval.kind', 'approved')
    .whereNull('later.id')
    .select({ pointId: 'grade_approval.risk_point_id', id: 'grade_approval.id' })) as {
    pointId: number;
    id: number;
  }[];
  return new Map(rows.map(({ pointId, id }) => [pointId, id]));
}
