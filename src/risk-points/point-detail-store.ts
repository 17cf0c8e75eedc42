import type { Queryable } from '../platform/database.ts';
import type { CampaignState } from '../campaigns/campaign.ts';
import type { DomainSetBy, PointEvent, SourcePlace, ValueSource } from './point-detail.ts';

export interface PointFiling {
  readonly ordinal: number;
  readonly duties: string | null;
  readonly formId: number;
  readonly formVersion: number;
  readonly revisionId: number;
  readonly caseId: number;
  readonly guard: number;
  readonly campaignState: CampaignState;
}

/** Where a point stands on its form now. */
export async function filingOf(from: Queryable, pointId: number): Promise<PointFiling> {
  return (await from('risk_point_state')
    .join('risk_point_revision', 'risk_point_revision.id', 'risk_point_state.revision_id')
    .join('form_version', 'form_version.id', 'risk_point_revision.form_version_id')
    .join('campaign', 'campaign.id', 'risk_point_state.campaign_id')
    .where('risk_point_state.risk_point_id', pointId)
    .first({
      ordinal: 'risk_point_state.ordinal',
      duties: 'form_version.duties',
      formId: 'form_version.form_id',
      formVersion: 'form_version.version',
      revisionId: 'risk_point_revision.id',
      caseId: 'risk_point_state.case_id',
      guard: 'risk_point_state.guard',
      campaignState: 'campaign.state',
    })) as PointFiling;
}

export async function measuresOf(
  from: Queryable,
  revisionId: number,
): Promise<readonly { readonly text: string }[]> {
  return (await from('measure').where({ revision_id: revisionId }).orderBy('id').select('text')) as {
    text: string;
  }[];
}

/** Where a point's values came from, the latest first. */
export async function sourcesOf(from: Queryable, pointId: number): Promise<readonly ValueSource[]> {
  const rows = (await from('value_source')
    .join('import_file', 'import_file.id', 'value_source.import_file_id')
    .join('import_batch', 'import_batch.id', 'import_file.batch_id')
    .where('value_source.risk_point_id', pointId)
    .orderBy('value_source.id', 'desc')
    .select({
      field: 'value_source.field',
      file: 'import_file.name',
      at: 'import_batch.at',
      sheet: 'value_source.sheet',
      table: 'value_source.table_number',
      line: 'value_source.line',
      row: 'value_source.row',
      column: 'value_source.column',
    })) as (Omit<ValueSource, 'place'> & SourcePlace)[];
  return rows.map(({ field, file, at, ...place }) => ({ field, file, at, place }));
}

export interface Assessment {
  readonly fact: 'probability' | 'harm';
  /** `null` where it was taken back to unknown. */
  readonly step: string | null;
  readonly scale: string;
  readonly setBy: string;
  readonly setAt: string;
  readonly file: string | null;
  readonly note: string | null;
}

/** Who set which fact when, newest first. */
export async function assessmentsOf(from: Queryable, pointId: number): Promise<readonly Assessment[]> {
  return (await from('risk_point_assessment')
    .leftJoin('import_file', 'import_file.id', 'risk_point_assessment.import_file_id')
    .where('risk_point_assessment.risk_point_id', pointId)
    .whereNotIn('risk_point_assessment.id', from('assessment_reversal').select('assessment_id'))
    .orderBy('risk_point_assessment.id', 'desc')
    .select({
      fact: 'risk_point_assessment.fact',
      scale: 'risk_point_assessment.scale',
      step: from.raw(
        'case risk_point_assessment.is_cleared when 1 then null else risk_point_assessment.step end',
      ),
      setBy: 'risk_point_assessment.set_by',
      setAt: 'risk_point_assessment.set_at',
      file: 'import_file.name',
      note: 'risk_point_assessment.note',
    })) as Assessment[];
}

/** Every version of the form that has the point, newest first. */
export async function filingsOf(
  from: Queryable,
  pointId: number,
): Promise<readonly Extract<PointEvent, { kind: 'filed' }>[]> {
  const rows = (await from('risk_point_revision')
    .join('form_version', 'form_version.id', 'risk_point_revision.form_version_id')
    .leftJoin('import_file', 'import_file.id', 'form_version.import_file_id')
    .leftJoin('import_batch', 'import_batch.id', 'import_file.batch_id')
    .where('risk_point_revision.risk_point_id', pointId)
    .whereNull('import_batch.undone_at')
    .orderBy('form_version.version', 'desc')
    .select({
      at: 'form_version.created_at',
      actor: 'import_batch.actor',
      version: 'form_version.version',
      file: 'import_file.name',
      text: 'risk_point_revision.text',
    })) as { at: string; actor: string; version: number; file: string | null; text: string }[];
  return rows.map(({ text, ...row }, index) => {
    const before = rows[index + 1];
    return { kind: 'filed', ...row, isEdited: before !== undefined && before.text !== text };
  });
}

/** Who decided about a point's domains, and when. */
export async function domainsSetBy(from: Queryable, pointId: number): Promise<readonly DomainSetBy[]> {
  return (await from('risk_point_domain')
    .where({ risk_point_id: pointId })
    .whereNotNull('set_by')
    .orderBy(['set_at', 'domain'])
    .select({ domain: 'domain', setBy: 'set_by', setAt: 'set_at' })) as DomainSetBy[];
}
