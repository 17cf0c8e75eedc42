import { casesOfCampaign } from '../grading/grading-store.ts';
import { unitIdsWithin } from '../organisation/reach-store.ts';
import type { Reach } from '../organisation/reach.ts';
import type { Queryable } from '../platform/database.ts';
import { gradedPoints } from '../risk-points/effective-grade-store.ts';
import type { Grade } from '../rulebooks/rulebook.ts';
import type { CurrentOverride } from './calibration.ts';

/** The overrides of a campaign that hold, within reach, in the order of their points. */
export async function currentOverrides(
  from: Queryable,
  campaignId: number,
  versionId: number,
  reach: Reach,
): Promise<readonly CurrentOverride[]> {
  const latest = from('grade_override as one')
    .whereRaw('one.risk_point_id = risk_point_state.risk_point_id')
    .max('one.id');
  const rows = (await gradedPoints(from, campaignId, versionId)
    .join('org_unit', 'org_unit.id', 'risk_point_state.unit_id')
    .join('risk_point_revision', 'risk_point_revision.id', 'risk_point_state.revision_id')
    .join('grade_override', 'grade_override.risk_point_id', 'risk_point_state.risk_point_id')
    .whereNotNull('risk_point_state.override_grade')
    .whereIn('risk_point_state.unit_id', unitIdsWithin(from, reach))
    .where('grade_override.id', latest)
    .orderBy('risk_point_state.risk_point_id')
    .select({
      pointId: 'risk_point_state.risk_point_id',
      text: 'risk_point_revision.text',
      unit: 'org_unit.name',
      caseId: 'risk_point_state.case_id',
      proposed: 'case_verdict.grade',
      grade: 'risk_point_state.override_grade',
      reason: 'grade_override.reason',
    })) as (Omit<CurrentOverride, 'facts' | 'proposed'> & { readonly proposed: Grade | null })[];
  const facts = new Map((await casesOfCampaign(from, campaignId)).map((one) => [one.id, one.facts]));
  return rows.flatMap((row) => {
    const known = facts.get(row.caseId);
    return known === undefined ? [] : [{ ...row, facts: known }];
  });
}
