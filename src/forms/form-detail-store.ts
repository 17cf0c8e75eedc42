import type { Queryable } from '../platform/database.ts';
import { EFFECTIVE_GRADE, gradedPoints } from '../risk-points/effective-grade-store.ts';
import type { SourcePlace, ValueSource } from '../risk-points/point-detail.ts';
import type { Grade } from '../rulebooks/rulebook.ts';
import type { FormVersion, VersionRisk } from './form-detail.ts';
import { NO_VERSION } from './form-store.ts';
import type { FormState } from './form.ts';

export interface FormHead {
  readonly id: number;
  readonly campaignId: number;
  readonly year: number;
  readonly unitId: number;
  readonly unitName: string;
  readonly unitPath: string;
  readonly state: FormState;
}

/** A form of which something stands; `null` when there is none or its import was taken back. */
export async function formHead(from: Queryable, id: number): Promise<FormHead | null> {
  const row = (await from('form')
    .join('org_unit', 'org_unit.id', 'form.unit_id')
    .join('campaign', 'campaign.id', 'form.campaign_id')
    .where('form.id', id)
    .where('form.current_version', '>', NO_VERSION)
    .first({
      id: 'form.id',
      campaignId: 'form.campaign_id',
      year: 'campaign.year',
      unitId: 'org_unit.id',
      unitName: 'org_unit.name',
      unitPath: 'org_unit.path',
      state: 'form.state',
    })) as FormHead | undefined;
  return row ?? null;
}

/** Who filed the form, with the posts it covers; nobody for a unit's own. */
export async function holdersOfForm(
  from: Queryable,
  formId: number,
): Promise<readonly { readonly person: string; readonly post: string }[]> {
  return (await from('form_holding')
    .join('holding', 'holding.id', 'form_holding.holding_id')
    .join('person', 'person.id', 'holding.person_id')
    .join('post', 'post.id', 'holding.post_id')
    .where('form_holding.form_id', formId)
    .orderBy('holding.id')
    .select({ person: 'person.name', post: 'post.name' })) as { person: string; post: string }[];
}

/** All versions of a form but those of imports that were taken back, the latest first. */
export async function versionsOf(from: Queryable, formId: number): Promise<readonly FormVersion[]> {
  const rows = (await from('form_version')
    .leftJoin('import_file', 'import_file.id', 'form_version.import_file_id')
    .leftJoin('import_batch', 'import_batch.id', 'import_file.batch_id')
    .where('form_version.form_id', formId)
    .whereNull('import_batch.undone_at')
    .orderBy('form_version.version', 'desc')
    .select({
      id: 'form_version.id',
      version: 'form_version.version',
      kind: 'form_version.source_kind',
      duties: 'form_version.duties',
      filledOn: 'form_version.filled_on',
      filedAt: 'form_version.created_at',
      actor: 'import_batch.actor',
      file: 'import_file.name',
    })) as Omit<FormVersion, 'opinions' | 'risks'>[];
  const risks = await risksOf(from, formId);
  const opinions = await opinionsOf(from, formId);
  return rows.map((row) => ({
    ...row,
    risks: risks.filter(({ versionId }) => versionId === row.id).map(({ versionId: _, ...risk }) => risk),
    opinions: opinions
      .filter(({ versionId }) => versionId === row.id)
      .map(({ versionId: _, ...opinion }) => opinion),
  }));
}

/** The points of a form that still stand, as a rulebook version grades them. */
export async function gradesOfForm(
  from: Queryable,
  campaignId: number,
  versionId: number,
  formId: number,
): Promise<ReadonlyMap<number, Grade | null>> {
  const rows = (await gradedPoints(from, campaignId, versionId)
    .join('risk_point', 'risk_point.id', 'risk_point_state.risk_point_id')
    .where('risk_point.form_id', formId)
    .select({
      pointId: 'risk_point.id',
      grade: from.raw(EFFECTIVE_GRADE),
    })) as { pointId: number; grade: Grade | 0 }[];
  return new Map(rows.map(({ pointId, grade }) => [pointId, grade === 0 ? null : grade]));
}

/** Where the values of a form's versions came from, the latest first. */
export async function formSources(from: Queryable, formId: number): Promise<readonly ValueSource[]> {
  const rows = (await from('value_source')
    .join('form_version', 'form_version.id', 'value_source.form_version_id')
    .join('import_file', 'import_file.id', 'value_source.import_file_id')
    .join('import_batch', 'import_batch.id', 'import_file.batch_id')
    .where('form_version.form_id', formId)
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

interface RiskRow extends VersionRisk {
  readonly versionId: number;
}

async function risksOf(from: Queryable, formId: number): Promise<readonly RiskRow[]> {
  const rows = (await from('risk_point_revision')
    .join('form_version', 'form_version.id', 'risk_point_revision.form_version_id')
    .leftJoin('measure', 'measure.revision_id', 'risk_point_revision.id')
    .where('form_version.form_id', formId)
    .orderBy(['form_version.id', 'risk_point_revision.ordinal', 'measure.id'])
    .select({
      versionId: 'form_version.id',
      pointId: 'risk_point_revision.risk_point_id',
      ordinal: 'risk_point_revision.ordinal',
      text: 'risk_point_revision.text',
      measure: 'measure.text',
    })) as (Omit<RiskRow, 'measures'> & { measure: string | null })[];
  const risks = new Map<string, RiskRow>();
  for (const { measure, ...row } of rows) {
    const key = `${row.versionId} ${row.pointId}`;
    const measures = [...(risks.get(key)?.measures ?? []), ...(measure === null ? [] : [measure])];
    risks.set(key, { ...row, measures });
  }
  return [...risks.values()];
}

async function opinionsOf(
  from: Queryable,
  formId: number,
): Promise<readonly { readonly versionId: number; readonly label: string; readonly text: string }[]> {
  return (await from('form_opinion_text')
    .join('form_version', 'form_version.id', 'form_opinion_text.form_version_id')
    .where('form_version.form_id', formId)
    .orderBy('form_opinion_text.id')
    .select({
      versionId: 'form_version.id',
      label: 'form_opinion_text.label',
      text: 'form_opinion_text.text',
    })) as { versionId: number; label: string; text: string }[];
}
