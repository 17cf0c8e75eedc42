import { basename } from 'node:path';
import type { Transaction } from '../platform/database.ts';
import type { ImportRequest } from './import-request.ts';
import { insertFile } from './import-store.ts';
import type { FormKind, ReadFile, ReadForm } from './read-form.ts';

/** Self-check forms come before the tables that sum them up, so that those find the points they repeat. */
const ORDER: readonly FormKind[] = ['annex1', 'annex2', 'register'];

/** A form that waits to be filed, with the file it came in. */
export interface QueuedForm {
  readonly file: ReadFile;
  readonly fileId: number;
  readonly form: ReadForm;
}

/** Takes note of a batch's files and puts their forms in the order of filing. */
export async function inFilingOrder(
  transaction: Transaction,
  request: ImportRequest,
  batchId: number,
): Promise<readonly QueuedForm[]> {
  const queue: QueuedForm[] = [];
  for (const { read, digest } of request.files) {
    const fileId = await insertFile(transaction, batchId, {
      // The name is shown with every value; where the importing machine kept the file is nobody's business.
      name: basename(read.file),
      format: read.format ?? '',
      digest,
    });
    queue.push(...read.forms.map((form) => ({ file: read, fileId, form })));
  }
  return queue.sort((a, b) => ORDER.indexOf(a.form.kind) - ORDER.indexOf(b.form.kind));
}
