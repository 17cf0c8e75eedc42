import type { KeyDomain } from '../organisation/key-domain.ts';
import type { Queryable, Transaction } from '../platform/database.ts';
import { inPieces, insertRows } from '../platform/dialect.ts';
import type { Obstacle } from './obstacle.ts';

/** Ids of these points that somebody assessed after a batch did, or although it did not. */
export async function assessedSince(
  from: Queryable,
  batchId: number,
  pointsCreated: readonly number[],
): Promise<readonly number[]> {
  const files = from('import_file').where({ batch_id: batchId }).select('id');
  return (await from('risk_point_assessment')
    .whereIn('risk_point_id', [...pointsCreated])
    .where((query) => {
      void query.whereNull('import_file_id').orWhereNotIn('import_file_id', files);
    })
    .whereNotIn('id', from('assessment_reversal').select('assessment_id'))
    .distinct()
    .pluck('risk_point_id')) as number[];
}

/** Ids of these points about whose grade somebody ever decided. */
export async function gradesDecided(from: Queryable, points: readonly number[]): Promise<readonly number[]> {
  const found = new Set<number>();
  for (const some of inPieces(points)) {
    for (const table of ['grade_override', 'grade_approval']) {
      const ids = (await from(table).whereIn('risk_point_id', some).pluck('risk_point_id')) as number[];
      for (const id of ids) found.add(id);
    }
  }
  return [...found];
}

/** Exemptions of these units that were applied for or decided on after an instant. */
export async function exemptionsSince(
  from: Queryable,
  campaignId: number,
  unitIds: readonly number[],
  at: string,
): Promise<readonly { readonly unit: string; readonly domain: KeyDomain }[]> {
  return (await from('coverage_exemption')
    .join('coverage_exemption_step', 'coverage_exemption_step.exemption_id', 'coverage_exemption.id')
    .join('org_unit', 'org_unit.id', 'coverage_exemption.unit_id')
    .where('coverage_exemption.campaign_id', campaignId)
    .whereIn('coverage_exemption.unit_id', [...unitIds])
    .where('coverage_exemption_step.at', '>', at)
    .distinct({ unit: 'org_unit.name', domain: 'coverage_exemption.domain' })) as {
    unit: string;
    domain: KeyDomain;
  }[];
}

/** Points as a person tells them apart, with their forms. */
export async function namedPoints(
  from: Queryable,
  pointIds: readonly number[],
): Promise<readonly (Extract<Obstacle, { kind: 'point' }> & { readonly formId: number })[]> {
  const rows = (await from('risk_point_state')
    .join('risk_point', 'risk_point.id', 'risk_point_state.risk_point_id')
    .join('risk_point_revision', 'risk_point_revision.id', 'risk_point_state.revision_id')
    .join('org_unit', 'org_unit.id', 'risk_point_state.unit_id')
    .whereIn('risk_point.id', [...pointIds])
    .orderBy('risk_point.id')
    .select({
      pointId: 'risk_point.id',
      text: 'risk_point_revision.text',
      unit: 'org_unit.name',
      formId: 'risk_point.form_id',
    })) as { pointId: number; text: string; unit: string; formId: number }[];
  return rows.map((row) => ({ kind: 'point', ...row }));
}

export async function namedPosts(
  from: Queryable,
  postIds: readonly number[],
): Promise<readonly Extract<Obstacle, { kind: 'post' }>[]> {
  const rows = (await from('post')
    .join('org_unit', 'org_unit.id', 'post.unit_id')
    .whereIn('post.id', [...postIds])
    .orderBy('post.id')
    .select({ postId: 'post.id', unit: 'org_unit.name', post: 'post.name' })) as {
    postId: number;
    unit: string;
    post: string;
  }[];
  return rows.map((row) => ({ kind: 'post', ...row }));
}

/** Nothing stands any more of a form that a batch made; it leaves the unit if the batch made that, too. */
export async function emptyForm(
  transaction: Transaction,
  formId: number,
  home: { readonly unitId?: number },
): Promise<void> {
  await transaction('form')
    .where({ id: formId })
    .update({ current_version: 0, ...(home.unitId === undefined ? {} : { unit_id: home.unitId }) });
}

/** Appends the reversal of a batch's assessments. Returns how many there were. */
export async function reverseAssessments(
  transaction: Transaction,
  batchId: number,
  at: string,
): Promise<number> {
  const ids = (await transaction('risk_point_assessment')
    .join('import_file', 'import_file.id', 'risk_point_assessment.import_file_id')
    .where('import_file.batch_id', batchId)
    .pluck('risk_point_assessment.id')) as number[];
  const rows = ids.map((id) => ({ assessment_id: id, batch_id: batchId, at }));
  await insertRows(transaction, 'assessment_reversal', rows);
  return ids.length;
}

/** Forgets where the values of a batch's files stood. */
export async function forgetPlaces(transaction: Transaction, batchId: number): Promise<void> {
  const files = transaction('import_file').where({ batch_id: batchId }).select('id');
  await transaction('value_source').whereIn('import_file_id', files).delete();
}
