import type { Queryable, Transaction } from '../platform/database.ts';
import { inPieces } from '../platform/dialect.ts';
import type { CarriedPoint } from './batch-content.ts';
import type { BatchFile, ImportBatch, NamedForm } from './batch.ts';

/** A batch with its campaign; `null` when there is none of that number. */
export async function batchById(from: Queryable, id: number): Promise<ImportBatch | null> {
  const row = (await from('import_batch')
    .join('campaign', 'campaign.id', 'import_batch.campaign_id')
    .join('org_unit', 'org_unit.id', 'campaign.bureau_id')
    .where('import_batch.id', id)
    .first({
      id: 'import_batch.id',
      campaignId: 'campaign.id',
      year: 'campaign.year',
      bureauPath: 'org_unit.path',
      at: 'import_batch.at',
      actor: 'import_batch.actor',
      undoneAt: 'import_batch.undone_at',
      undoneBy: 'import_batch.undone_by',
      reason: 'import_batch.undo_reason',
    })) as
    | (Omit<ImportBatch, 'undone'> & {
        undoneAt: string | null;
        undoneBy: string | null;
        reason: string | null;
      })
    | undefined;
  if (row === undefined) return null;
  const { undoneAt, undoneBy, reason, ...batch } = row;
  const undone = undoneAt === null ? null : { at: undoneAt, by: undoneBy ?? '', reason: reason ?? '' };
  return { ...batch, undone };
}

export async function filesOf(from: Queryable, batchId: number): Promise<readonly BatchFile[]> {
  return (await from('import_file')
    .where({ batch_id: batchId })
    .orderBy('id')
    .select('name', 'format')) as BatchFile[];
}

/** Whose forms these are, in their order. */
export async function namedForms(from: Queryable, formIds: readonly number[]): Promise<readonly NamedForm[]> {
  return (await from('form')
    .join('org_unit', 'org_unit.id', 'form.unit_id')
    .whereIn('form.id', [...formIds])
    .orderBy(['org_unit.id', 'form.id'])
    .select({
      formId: 'form.id',
      unit: 'org_unit.name',
      person: from('form_holding')
        .join('holding', 'holding.id', 'form_holding.holding_id')
        .join('person', 'person.id', 'holding.person_id')
        .whereRaw('form_holding.form_id = form.id')
        .select('person.name')
        .limit(1),
    })) as NamedForm[];
}

/** The paths of units; one that is gone has none. */
export async function pathsOf(
  from: Queryable,
  unitIds: readonly number[],
): Promise<ReadonlyMap<number, { readonly path: string; readonly name: string }>> {
  const rows = (await from('org_unit')
    .whereIn('id', [...unitIds])
    .select('id', 'path', 'name')) as { id: number; path: string; name: string }[];
  return new Map(rows.map(({ id, path, name }) => [id, { path, name }]));
}

export async function markUndone(
  transaction: Transaction,
  batchId: number,
  undone: {
    readonly at: string;
    readonly accountId: number | null;
    readonly by: string;
    readonly reason: string;
  },
): Promise<void> {
  await transaction('import_batch').where({ id: batchId }).update({
    undone_at: undone.at,
    undone_by_account: undone.accountId,
    undone_by: undone.by,
    undo_reason: undone.reason,
  });
}

interface WordsOfRevision {
  /** Of the revision. */
  readonly id: number;
  readonly text: string;
}

/** Ids of the points whose text or measures differ between their revisions before and after. */
export async function rewordedPoints(
  from: Queryable,
  carried: readonly CarriedPoint[],
): Promise<readonly number[]> {
  const words = new Map<number, string[]>();
  for (const some of inPieces(carried.flatMap(({ before, after }) => [before, after]))) {
    const texts = from('risk_point_revision').whereIn('id', some).select('id', 'text');
    const measures = from('measure').whereIn('revision_id', some).orderBy('id');
    const rows = [
      ...((await texts) as WordsOfRevision[]),
      ...((await measures.select({ id: 'revision_id', text: 'text' })) as WordsOfRevision[]),
    ];
    for (const { id, text } of rows) {
      words.set(id, [...(words.get(id) ?? []), text]);
    }
  }
  const wordsOf = (revision: number): string => JSON.stringify(words.get(revision));
  return carried.filter(({ before, after }) => wordsOf(before) !== wordsOf(after)).map(({ id }) => id);
}
