import { basename } from 'node:path';
import type { PendingRows } from '../platform/pending-rows.ts';
import type { ImportRequest } from './import-request.ts';
import { addFile } from './import-store.ts';
import type { FormKind, ReadFile, ReadForm } from './read-form.ts';

/** Self-check forms come before the tables that sum them up, so that those find the points they repeat. */
const ORDER: readonly FormKind[] = ['annex1', 'annex2', 'register'];

/** A form that waits to be filed, with the file it came in. */
export interface QueuedForm {
  readonly file: ReadFile;
  /** The file's number in the request, from 0. */
  readonly number: number;
  readonly fileId: number;
  readonly form: ReadForm;
}

/** Takes note of a batch's files and puts their forms in the order of filing. */
export async function inFilingOrder(
  rows: PendingRows,
  request: ImportRequest,
  batchId: number,
): Promise<readonly QueuedForm[]> {
  const queue: QueuedForm[] = [];
  for (const [number, { read, digest }] of request.files.entries()) {
    const fileId = await addFile(rows, batchId, {
      // The name is shown with every value; where the importing machine kept the file is nobody's business.
      name: basename(read.file),
      format: read.format ?? '',
      digest,
    });
    queue.push(...read.forms.map((form) => ({ file: read, number, fileId, form })));
  }
  return queue.sort((a, b) => ORDER.indexOf(a.form.kind) - ORDER.indexOf(b.form.kind));
}
