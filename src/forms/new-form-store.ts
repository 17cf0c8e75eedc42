import type { Queryable } from '../platform/database.ts';
import type { PendingRows } from '../platform/pending-rows.ts';
import type { SourceKind } from './form-content.ts';
import { versionRow, type FormVersion, type NewVersion } from './form-store.ts';

/** The number of a form's first version. */
const FIRST_VERSION = 1;

/** The holdings that forms of a campaign cover. */
export async function coveredHoldings(from: Queryable, campaignId: number): Promise<readonly number[]> {
  return (await from('form_holding').where({ campaign_id: campaignId }).pluck('holding_id')) as number[];
}

/** Adds a form that stands at its first version, which `addFirstVersion` adds. Returns its id. */
export async function addForm(
  rows: PendingRows,
  form: {
    readonly campaignId: number;
    readonly unitId: number;
    readonly holdingIds: readonly number[];
    readonly paper: { readonly kind: SourceKind; readonly digest: string };
  },
): Promise<number> {
  const { campaignId, unitId, holdingIds, paper } = form;
  const standing = { state: 'submitted', current_version: FIRST_VERSION };
  const id = await rows.addWithId('form', { campaign_id: campaignId, unit_id: unitId, ...standing });
  for (const holdingId of new Set(holdingIds)) {
    rows.add('form_holding', { form_id: id, holding_id: holdingId, campaign_id: campaignId });
  }
  rows.add('form_paper', { form_id: id, kind: paper.kind, digest: paper.digest });
  return id;
}

/** Adds the first version of a new form. */
export async function addFirstVersion(
  rows: PendingRows,
  version: Omit<NewVersion, 'replaces'>,
): Promise<FormVersion> {
  const id = await rows.addWithId('form_version', versionRow(version, FIRST_VERSION));
  return { id, number: FIRST_VERSION };
}

export function addOpinionTexts(
  rows: PendingRows,
  formVersionId: number,
  opinions: readonly { readonly label: string; readonly text: string }[],
): void {
  for (const { label, text } of opinions) {
    rows.add('form_opinion_text', { form_version_id: formVersionId, label, text });
  }
}
