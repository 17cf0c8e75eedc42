import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Request } from 'express';
import type { UploadedFile } from './page.ts';
import { receiveForm } from './received-form.ts';
import type { UploadLimits } from './upload-limits.ts';
import { UploadTurns } from './upload-turns.ts';

export type ReceiveUpload = <Result>(
  request: Request,
  work: (files: readonly UploadedFile[]) => Promise<Result>,
) => Promise<Result>;

/**
 * Receives forms with files. The form's fields become the request's body; the files are there while `work` runs
 * and gone afterwards, however it ends. A form without files goes straight on.
 */
export function uploads(limits: UploadLimits): ReceiveUpload {
  const turns = new UploadTurns(limits);
  return async (request, work) => {
    if (request.is('multipart/form-data') === false) return work([]);
    return turns.take(async () => {
      const folder = await mkdtemp(join(tmpdir(), 'qinglian-upload-'));
      try {
        const { fields, files } = await receiveForm(request, folder, limits);
        request.body = fields;
        return await work(files);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });
  };
}
