import { createHash } from 'node:crypto';
import { findingWords } from '../finding.ts';
import type { ParsingWorker } from '../parsing-worker-service.ts';
import type { ReadScales } from '../read-form.ts';
import { sectionsOf } from '../upload/stored-document.ts';
import type { ReadPowerList } from './power-row.ts';
import { readPowerList } from './read-power-list.ts';

export interface PowerFile {
  readonly list: ReadPowerList;
  readonly digest: string;
}

/** Reads a list of powers from a file's bytes, in the parsing worker with its limits. Never rejects. */
export async function readPowerFile(
  bytes: Buffer,
  file: string,
  worker: ParsingWorker,
  scales: ReadScales,
): Promise<PowerFile> {
  const digest = createHash('sha256').update(bytes).digest('hex');
  const { document, read } = await worker.readUpload(bytes, file, scales);
  if (document !== null) return { list: readPowerList(sectionsOf(document.sections)), digest };
  const findings = read.findings.map((found) => ({
    code: found.code,
    position: found.position,
    value: null,
    say: (text: Parameters<typeof findingWords>[1]) => findingWords(found, text),
  }));
  return { list: { rows: [], findings }, digest };
}
