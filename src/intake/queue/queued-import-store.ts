import type { Knex } from 'knex';
import type { Queryable, Transaction } from '../../platform/database.ts';
import { insertRows } from '../../platform/dialect.ts';
import type { ImportRequest } from '../import-request.ts';
import type { ReadFile } from '../read-form.ts';
import type { FileRange, QueuedRequest, QueuedResult } from './queued-import.ts';

/** A file as somebody handed it in. */
export interface WaitingFile {
  readonly number: number;
  readonly name: string;
  readonly content: Buffer;
}

export async function insertQueuedImport(
  transaction: Transaction,
  jobId: number,
  request: QueuedRequest,
): Promise<void> {
  await transaction('queued_import').insert({ job_id: jobId, request: JSON.stringify(request) });
}

export async function insertFiles(
  transaction: Transaction,
  jobId: number,
  files: readonly (WaitingFile & { readonly digest: string })[],
): Promise<void> {
  const rows = files.map(({ number, name, digest, content }) => ({
    ...{ job_id: jobId, number, name, digest },
    content: content.toString('base64'),
  }));
  await insertRows(transaction, 'queued_file', rows);
}

/** What was asked for, and what became of it; `null` when the job is no import. */
export async function queuedImport(
  from: Queryable,
  jobId: number,
): Promise<{ readonly request: QueuedRequest; readonly result: QueuedResult | null } | null> {
  const row = (await from('queued_import').where({ job_id: jobId }).first()) as
    { request: string; result: string | null } | undefined;
  if (row === undefined) return null;
  return {
    // Only insertQueuedImport and keepResult write them.
    request: JSON.parse(row.request) as QueuedRequest,
    result: row.result === null ? null : (JSON.parse(row.result) as QueuedResult),
  };
}

export async function filesIn(from: Queryable, jobId: number): Promise<number> {
  const [row] = await from('queued_file').where({ job_id: jobId }).count<{ files: number }[]>({ files: '*' });
  return row?.files ?? 0;
}

/** The first files of a range that nobody has read, so many at most. */
export async function unreadFiles(
  from: Queryable,
  range: FileRange,
  most: number,
): Promise<readonly WaitingFile[]> {
  const rows = (await unread(from, range)
    .orderBy('number')
    .limit(most)
    .select('number', 'name', 'content')) as { number: number; name: string; content: string }[];
  return rows.map(({ number, name, content }) => ({ number, name, content: Buffer.from(content, 'base64') }));
}

export async function isAnyUnread(from: Queryable, range: FileRange): Promise<boolean> {
  return (await unread(from, range).first('number')) !== undefined;
}

function unread(from: Queryable, { importId, first, end }: FileRange): Knex.QueryBuilder {
  return from('queued_file')
    .where({ job_id: importId })
    .whereNull('read')
    .where('number', '>=', first)
    .where('number', '<', end);
}

/** Keeps what a file says instead of the file. */
export async function keepRead(
  transaction: Transaction,
  jobId: number,
  number: number,
  read: ReadFile,
): Promise<void> {
  await transaction('queued_file')
    .where({ job_id: jobId, number })
    .update({ read: JSON.stringify(read), content: null });
}

/** Every file of an import as it was read, in the order in which they were handed in. */
export async function readFilesOf(from: Queryable, jobId: number): Promise<ImportRequest['files']> {
  const rows = (await from('queued_file')
    .where({ job_id: jobId })
    .orderBy('number')
    .select('read', 'digest')) as {
    read: string;
    digest: string;
  }[];
  return rows.map(({ read, digest }) => ({ read: JSON.parse(read) as ReadFile, digest }));
}

/** Lets the files of an import go, read or not. */
export async function deleteFiles(transaction: Transaction, jobId: number): Promise<void> {
  await transaction('queued_file').where({ job_id: jobId }).delete();
}

/** Keeps what became of an import; its files go. */
export async function keepResult(
  transaction: Transaction,
  jobId: number,
  result: QueuedResult,
): Promise<void> {
  await deleteFiles(transaction, jobId);
  await transaction('queued_import')
    .where({ job_id: jobId })
    .update({ result: JSON.stringify(result) });
}
