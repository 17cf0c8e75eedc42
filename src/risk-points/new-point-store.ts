import type { PendingRows } from '../platform/pending-rows.ts';
import type { DomainPlan } from './domain-change.ts';
import { domainRows } from './point-domain-store.ts';
import type { PointHome, PointRevision } from './point-store.ts';

/** Adds a point that nothing is known of yet but its text and measure. Returns its id. */
export async function addPoint(
  rows: PendingRows,
  home: PointHome,
  revision: PointRevision,
  { measureCount, caseId }: { readonly measureCount: number; readonly caseId: number },
): Promise<number> {
  const id = await rows.addWithId('risk_point', { form_id: home.formId });
  const revisionId = await addRevision(rows, id, revision);
  rows.add('risk_point_state', {
    risk_point_id: id,
    campaign_id: home.campaignId,
    unit_id: home.unitId,
    post_id: home.postId,
    holding_id: home.holdingId,
    revision_id: revisionId,
    ordinal: revision.ordinal,
    measure_count: measureCount,
    state: 'entered',
    case_id: caseId,
  });
  return id;
}

/** Adds a revision of a point, with its measure. Returns the revision's id. */
export async function addRevision(
  rows: PendingRows,
  pointId: number,
  { formVersionId, ordinal, text, measure }: PointRevision,
): Promise<number> {
  const wording = { risk_point_id: pointId, form_version_id: formVersionId, ordinal, text };
  const id = await rows.addWithId('risk_point_revision', wording);
  if (measure !== null) rows.add('measure', { revision_id: id, text: measure });
  return id;
}

/** Adds the domains of a new point. Nobody has accepted any, so that it has no main one that grading reads. */
export function addSuggestedDomains(rows: PendingRows, plan: DomainPlan, at: string): void {
  for (const row of domainRows([plan], { by: null, at })) rows.add('risk_point_domain', row);
}
