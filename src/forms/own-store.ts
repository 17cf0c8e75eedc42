import type { Queryable } from '../platform/database.ts';
import { EFFECTIVE_GRADE, gradedPoints } from '../risk-points/effective-grade-store.ts';
import type { Grade } from '../rulebooks/rulebook.ts';
import type { FormState } from './form.ts';
import type { OwnForm, OwnInspection, OwnPoint } from './own-inspection.ts';

export interface OwnPerson {
  readonly id: number;
  readonly name: string;
  readonly unitPath: string;
}

/** The person that an account belongs to; `null` while the office has not linked it. */
export async function personOfAccount(from: Queryable, accountId: number): Promise<OwnPerson | null> {
  const row = (await from('account')
    .join('person', 'person.id', 'account.person_id')
    .join('org_unit', 'org_unit.id', 'person.unit_id')
    .where('account.id', accountId)
    .first({ id: 'person.id', name: 'person.name', unitPath: 'org_unit.path' })) as OwnPerson | undefined;
  return row ?? null;
}

/** The posts that somebody holds now. */
export async function postsOfPerson(from: Queryable, personId: number): Promise<OwnInspection['posts']> {
  return (await from('holding')
    .join('post', 'post.id', 'holding.post_id')
    .join('org_unit', 'org_unit.id', 'post.unit_id')
    .where({ 'holding.person_id': personId })
    .whereNull('holding.to_date')
    .orderBy('holding.id')
    .select({ post: 'post.name', unit: 'org_unit.name' })) as OwnInspection['posts'];
}

export async function formsOfPerson(
  from: Queryable,
  campaignId: number,
  personId: number,
): Promise<readonly OwnForm[]> {
  const rows = (await from('form')
    .join('form_version', (join) => {
      join.on('form_version.form_id', 'form.id').andOn('form_version.version', 'form.current_version');
    })
    .leftJoin('import_file', 'import_file.id', 'form_version.import_file_id')
    .where('form.campaign_id', campaignId)
    .whereIn(
      'form.id',
      from('form_holding')
        .join('holding', 'holding.id', 'form_holding.holding_id')
        .where('holding.person_id', personId)
        .select('form_holding.form_id'),
    )
    .orderBy('form.id')
    .select({
      id: 'form.id',
      state: 'form.state',
      version: 'form_version.version',
      filledOn: 'form_version.filled_on',
      file: 'import_file.name',
      annex1: from('form_paper')
        .whereRaw('form_paper.form_id = form.id')
        .where('form_paper.kind', 'annex1')
        .count('*'),
    })) as (Omit<OwnForm, 'hasAnnex1'> & { state: FormState; annex1: number })[];
  return rows.map(({ annex1, ...form }) => ({ ...form, hasAnnex1: annex1 > 0 }));
}

interface PointRow {
  readonly ordinal: number;
  readonly text: string;
  readonly file: string | null;
  readonly revisionId: number;
  readonly grade: 0 | Grade;
  readonly probabilityScale: string | null;
  readonly probabilityStep: string | null;
  readonly harmScale: string | null;
  readonly harmStep: string | null;
}

/** The standing points of these forms, with how they are assessed. */
export async function pointsOfForms(
  from: Queryable,
  campaignId: number,
  versionId: number,
  formIds: readonly number[],
): Promise<readonly OwnPoint[]> {
  const rows = (await gradedPoints(from, campaignId, versionId)
    .join('risk_point_revision', 'risk_point_revision.id', 'risk_point_state.revision_id')
    .join('form_version', 'form_version.id', 'risk_point_revision.form_version_id')
    .leftJoin('import_file', 'import_file.id', 'form_version.import_file_id')
    .whereIn('form_version.form_id', [...formIds])
    .orderBy(['form_version.form_id', 'risk_point_state.ordinal'])
    .select({
      ordinal: 'risk_point_state.ordinal',
      text: 'risk_point_revision.text',
      file: 'import_file.name',
      revisionId: 'risk_point_revision.id',
      grade: from.raw(EFFECTIVE_GRADE),
      probabilityScale: 'risk_point_state.probability_scale',
      probabilityStep: 'risk_point_state.probability_step',
      harmScale: 'risk_point_state.harm_scale',
      harmStep: 'risk_point_state.harm_step',
    })) as PointRow[];
  const measures = await measuresOf(
    from,
    rows.map(({ revisionId }) => revisionId),
  );
  return rows.map((row) => ({
    ordinal: row.ordinal,
    text: row.text,
    file: row.file,
    measures: measures.get(row.revisionId) ?? [],
    assessment: {
      grade: row.grade === 0 ? null : row.grade,
      probability: valueOf(row.probabilityScale, row.probabilityStep),
      harm: valueOf(row.harmScale, row.harmStep),
    },
  }));
}

async function measuresOf(
  from: Queryable,
  revisionIds: readonly number[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const rows = (await from('measure')
    .whereIn('revision_id', [...revisionIds])
    .orderBy('id')
    .select({ revisionId: 'revision_id', text: 'text' })) as { revisionId: number; text: string }[];
  const byRevision = new Map<number, readonly string[]>();
  for (const { revisionId, text } of rows) {
    byRevision.set(revisionId, [...(byRevision.get(revisionId) ?? []), text]);
  }
  return byRevision;
}

function valueOf(
  scale: string | null,
  step: string | null,
): { readonly scale: string; readonly step: string } | null {
  return scale === null || step === null ? null : { scale, step };
}
