import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { finding } from '../finding.ts';
import { LIMITS, megabytes } from '../formats/limits.ts';
import type { ParsingWorker } from '../parsing-worker-service.ts';
import type { ReadFile, ReadScales } from '../read-form.ts';
import { plainReading } from './file-reading.ts';
import type { ReadUpload } from './import-draft.ts';
import type { ReceivedFile } from './received-files.ts';

/** What is kept of a document to read it again; far more than any form needs. */
const LONGEST_DOCUMENT = 24 * 1024 * 1024;

/** Reads received files, one after another, in the limited child process. Never rejects for what is in a file. */
export async function readReceived(
  parsing: ParsingWorker,
  files: readonly ReceivedFile[],
  scales: ReadScales,
): Promise<readonly ReadUpload[]> {
  const uploads: ReadUpload[] = [];
  for (const file of files) uploads.push(await readOne(parsing, file, scales));
  return uploads;
}

async function readOne(
  parsing: ParsingWorker,
  { name, path, size, isTooLarge }: ReceivedFile,
  scales: ReadScales,
): Promise<ReadUpload> {
  if (isTooLarge) {
    const limit = megabytes(LIMITS.fileSize);
    return unread({ name, digest: '', size }, finding('error', 'file-too-large', { limit }, {}));
  }
  const bytes = await readFile(path);
  const digest = createHash('sha256').update(bytes).digest('hex');
  const { document, ...reading } = await parsing.readUpload(bytes, name, scales);
  if (document !== null && JSON.stringify(document).length > LONGEST_DOCUMENT) {
    const limit = megabytes(LONGEST_DOCUMENT);
    return unread({ name, digest, size }, finding('error', 'unzips-too-large', { limit }, {}));
  }
  return { name, digest, size, document, reading };
}

function unread(
  file: Pick<ReadUpload, 'name' | 'digest' | 'size'>,
  found: ReadFile['findings'][number],
): ReadUpload {
  const read = { file: file.name, format: null, forms: [], findings: [found] };
  return { ...file, document: null, reading: plainReading(read) };
}
