import type { Queryable, Transaction } from '../platform/database.ts';
import type { PendingRow, PendingRows } from '../platform/pending-rows.ts';
import type { FormContent, SourceKind } from './form-content.ts';
import type { CurrentForm, KnownPoint } from './form-plan.ts';

export interface StoredForm extends CurrentForm {
  readonly id: number;
  readonly version: number;
}

export interface NewVersion {
  readonly formId: number;
  /** The version that stood until now; 0 for a new form. */
  readonly replaces: number;
  readonly sourceKind: SourceKind;
  readonly content: FormContent;
  readonly filledOn: string | null;
  readonly digest: string;
  readonly importFileId: number;
  readonly at: string;
}

export interface FormVersion {
  readonly id: number;
  /** From 1, within its form. */
  readonly number: number;
}

/** The current version of a form that nothing stands of: it is new, or its import was undone. */
export const NO_VERSION = 0;

/** The form that covers one of these holdings in a campaign. */
export async function formOfHoldings(
  from: Queryable,
  campaignId: number,
  holdingIds: readonly number[],
): Promise<StoredForm | null> {
  const row = (await from('form_holding')
    .where({ campaign_id: campaignId })
    .whereIn('holding_id', [...holdingIds])
    .orderBy('form_id')
    .first('form_id')) as { form_id: number } | undefined;
  return row === undefined ? null : readForm(from, row.form_id);
}

/** The form that holds a unit's own risk points, which belong to nobody. */
export async function formOfUnit(
  from: Queryable,
  campaignId: number,
  unitId: number,
): Promise<StoredForm | null> {
  const row = (await from('form')
    .where({ campaign_id: campaignId, unit_id: unitId })
    .where('current_version', '>', NO_VERSION)
    .whereNotIn('id', from('form_holding').select('form_id'))
    .first('id')) as { id: number } | undefined;
  return row === undefined ? null : readForm(from, row.id);
}

export async function linkHoldings(
  transaction: Transaction,
  campaignId: number,
  formId: number,
  holdingIds: readonly number[],
): Promise<void> {
  const rows = holdingIds.map((holdingId) => ({
    form_id: formId,
    holding_id: holdingId,
    campaign_id: campaignId,
  }));
  await transaction('form_holding').insert(rows).onConflict(['form_id', 'holding_id']).ignore();
}

/** Adds a version and makes it the current one. Its number follows the last ever given, undone ones included. */
export async function insertVersion(
  transaction: Transaction,
  rows: PendingRows,
  version: NewVersion,
): Promise<FormVersion> {
  const last = (await transaction('form_version')
    .where({ form_id: version.formId })
    .max({ number: 'version' })
    .first()) as { number: number | null };
  const number = (last.number ?? 0) + 1;
  const id = await rows.addWithId('form_version', versionRow(version, number));
  await rows.write();
  const moved = await transaction('form')
    .where({ id: version.formId, current_version: version.replaces })
    .update({ current_version: number, state: 'submitted' });
  if (moved !== 1)
    throw new Error(`form ${String(version.formId)} is not at version ${String(version.replaces)}`);
  return { id, number };
}

/** Remembers what the latest paper of a kind said, so that the same paper again changes nothing. */
export async function rememberPaper(
  transaction: Transaction,
  formId: number,
  kind: SourceKind,
  digest: string,
): Promise<void> {
  await transaction('form_paper')
    .insert({ form_id: formId, kind, digest })
    .onConflict(['form_id', 'kind'])
    .merge();
}

/** A row of a version, as it is inserted. */
export function versionRow(version: Omit<NewVersion, 'replaces'>, number: number): PendingRow {
  return {
    form_id: version.formId,
    version: number,
    source_kind: version.sourceKind,
    duties: version.content.duties,
    filled_on: version.filledOn,
    digest: version.digest,
    import_file_id: version.importFileId,
    created_at: version.at,
  };
}

async function readForm(from: Queryable, formId: number): Promise<StoredForm> {
  const version = (await from('form_version')
    .join('form', (join) => {
      join.on('form.id', 'form_version.form_id').andOn('form.current_version', 'form_version.version');
    })
    .where('form.id', formId)
    .first('form_version.version', 'form_version.duties')) as { version: number; duties: string | null };
  const papers = (await from('form_paper').where({ form_id: formId })) as {
    kind: SourceKind;
    digest: string;
  }[];
  const kinds = new Set(papers.map(({ kind }) => kind));
  return {
    id: formId,
    version: version.version,
    duties: version.duties,
    points: await pointsOf(from, formId),
    filedAs: kinds.has('annex1') ? 'annex1' : kinds.has('annex2') ? 'annex2' : 'register',
    paperDigests: Object.fromEntries(papers.map(({ kind, digest }) => [kind, digest])),
  };
}

async function pointsOf(from: Queryable, formId: number): Promise<readonly KnownPoint[]> {
  const rows = (await from('risk_point_state')
    .join('risk_point', 'risk_point.id', 'risk_point_state.risk_point_id')
    .join('risk_point_revision', 'risk_point_revision.id', 'risk_point_state.revision_id')
    .leftJoin('measure', 'measure.revision_id', 'risk_point_revision.id')
    .where({ 'risk_point.form_id': formId, 'risk_point_state.is_withdrawn': 0 })
    .orderBy('risk_point_state.ordinal')
    .select({
      pointId: 'risk_point.id',
      ordinal: 'risk_point_state.ordinal',
      text: 'risk_point_revision.text',
      measure: 'measure.text',
      fromAnnex1: from('risk_point_revision as earlier')
        .join('form_version', 'form_version.id', 'earlier.form_version_id')
        .leftJoin('import_file', 'import_file.id', 'form_version.import_file_id')
        .leftJoin('import_batch', 'import_batch.id', 'import_file.batch_id')
        .whereRaw('earlier.risk_point_id = risk_point.id')
        .whereNull('import_batch.undone_at')
        .andWhere('form_version.source_kind', 'annex1')
        .count(),
    })) as (Omit<KnownPoint, 'fromAnnex1'> & { fromAnnex1: number })[];
  return rows.map((row) => ({ ...row, fromAnnex1: row.fromAnnex1 > 0 }));
}
