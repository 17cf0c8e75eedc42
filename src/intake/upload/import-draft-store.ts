import type { Queryable, Transaction } from '../../platform/database.ts';
import { insertRow } from '../../platform/dialect.ts';
import { subjectOf, type Correction } from './correction.ts';
import type { FileReading } from './file-reading.ts';
import type {
  ClearedFile,
  DraftContent,
  DraftCorrection,
  DraftFile,
  ImportDraft,
  ReadUpload,
} from './import-draft.ts';
import type { StoredDocument } from './stored-document.ts';

interface DraftRow {
  readonly id: number;
  readonly account_id: number;
  readonly bureau_id: number;
  readonly year: number;
  readonly state: ImportDraft['state'];
  readonly guard: number;
  readonly created_at: string;
  readonly changed_at: string;
  readonly batch_id: number | null;
}

interface FileRow {
  readonly id: number;
  readonly name: string;
  readonly digest: string;
  readonly size: number;
  readonly is_correctable: number;
  readonly reading: string;
}

export async function draftById(from: Queryable, id: number): Promise<ImportDraft | null> {
  const row = (await from('import_draft').where({ id }).first()) as DraftRow | undefined;
  return row === undefined ? null : toDraft(row);
}

/** An account's open drafts, newest first. */
export async function openDrafts(from: Queryable, accountId: number): Promise<readonly ImportDraft[]> {
  const rows = await from('import_draft')
    .where({ account_id: accountId, state: 'open' })
    .orderBy('id', 'desc');
  return (rows as DraftRow[]).map(toDraft);
}

export async function fileNamesOf(from: Queryable, draftId: number): Promise<readonly string[]> {
  return (await from('import_draft_file')
    .where({ draft_id: draftId })
    .orderBy('id')
    .pluck('name')) as string[];
}

export function insertDraft(
  transaction: Transaction,
  draft: Pick<ImportDraft, 'accountId' | 'bureauId' | 'year'>,
  at: string,
): Promise<number> {
  const { accountId, bureauId, year } = draft;
  return insertRow(transaction, 'import_draft', {
    ...{ account_id: accountId, bureau_id: bureauId, year, state: 'open', created_at: at, changed_at: at },
  });
}

export async function insertDraftFile(
  transaction: Transaction,
  draftId: number,
  { document, reading, ...file }: ReadUpload,
): Promise<void> {
  await transaction('import_draft_file').insert({
    draft_id: draftId,
    ...file,
    document: document === null ? null : JSON.stringify(document),
    reading: JSON.stringify(reading),
  });
}

export async function contentOf(from: Queryable, draftId: number): Promise<DraftContent> {
  const rows = (await from('import_draft_file')
    .where({ draft_id: draftId })
    .orderBy('id')
    .select('id', 'name', 'digest', 'size', 'reading')
    .select(from.raw('document is not null as is_correctable'))) as FileRow[];
  const decided = (await from('import_draft_correction')
    .where({ draft_id: draftId })
    .orderBy('id')
    .select('file_id', 'body')) as { file_id: number | null; body: string }[];
  return {
    files: rows.map(toFile),
    // Only corrections were written there.
    corrections: decided.map(({ file_id: fileId, body }) => ({
      fileId,
      correction: JSON.parse(body) as Correction,
    })),
  };
}

export async function documentOf(from: Queryable, fileId: number): Promise<StoredDocument | null> {
  const row = (await from('import_draft_file').where({ id: fileId }).first('document')) as
    { document: string | null } | undefined;
  const document = row?.document ?? null;
  return document === null ? null : (JSON.parse(document) as StoredDocument);
}

/** Takes a decision; an earlier one on the same subject gives way. */
export async function decide(
  transaction: Transaction,
  draftId: number,
  { fileId, correction }: DraftCorrection,
): Promise<void> {
  const subject = subjectOf(correction);
  const same = { draft_id: draftId, file_id: fileId, subject };
  await transaction('import_draft_correction').where(same).delete();
  await transaction('import_draft_correction').insert({ ...same, body: JSON.stringify(correction) });
}

export async function setReading(
  transaction: Transaction,
  fileId: number,
  reading: FileReading,
): Promise<void> {
  await transaction('import_draft_file')
    .where({ id: fileId })
    .update({ reading: JSON.stringify(reading) });
}

/** Keeps a file otherwise than it came, and none of the decisions that go with what was taken out. */
export async function replaceFile(
  transaction: Transaction,
  draftId: number,
  { id, document, reading, gone }: ClearedFile,
): Promise<void> {
  await transaction('import_draft_file')
    .where({ id, draft_id: draftId })
    .update({
      document: document === null ? null : JSON.stringify(document),
      reading: JSON.stringify(reading),
    });
  for (const { fileId, correction } of gone) {
    const subject = subjectOf(correction);
    await transaction('import_draft_correction')
      .where({ draft_id: draftId, file_id: fileId, subject })
      .delete();
  }
}

export async function removeFile(transaction: Transaction, draftId: number, fileId: number): Promise<number> {
  await transaction('import_draft_correction').where({ draft_id: draftId, file_id: fileId }).delete();
  return transaction('import_draft_file').where({ draft_id: draftId, id: fileId }).delete();
}

/** Takes note of a change to an open draft. Returns whether it was still as the changer saw it. */
export async function touch(
  transaction: Transaction,
  { id, guard }: Pick<ImportDraft, 'id' | 'guard'>,
  at: string,
): Promise<boolean> {
  const changed = await transaction('import_draft')
    .where({ id, guard, state: 'open' })
    .update({ guard: guard + 1, changed_at: at });
  return changed === 1;
}

/** Ends a draft and forgets its files. */
export async function endDraft(
  transaction: Transaction,
  id: number,
  state: 'committed' | 'discarded',
  batchId: number | null,
): Promise<void> {
  await transaction('import_draft').where({ id, state: 'open' }).update({ state, batch_id: batchId });
  await transaction('import_draft_correction').where({ draft_id: id }).delete();
  await transaction('import_draft_file').where({ draft_id: id }).delete();
}

function toFile(row: FileRow): DraftFile {
  return {
    ...{ id: row.id, name: row.name, digest: row.digest, size: row.size },
    isCorrectable: row.is_correctable === 1,
    reading: JSON.parse(row.reading) as FileReading,
  };
}

function toDraft(row: DraftRow): ImportDraft {
  return {
    ...{ id: row.id, accountId: row.account_id, bureauId: row.bureau_id, year: row.year },
    ...{ state: row.state, guard: row.guard, createdAt: row.created_at, changedAt: row.changed_at },
    batchId: row.batch_id,
  };
}
