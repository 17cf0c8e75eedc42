import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { OperationalError } from '../platform/errors.ts';
import { ParsingWorker } from './parsing-worker-service.ts';
import type { ReadFile, ReadScales } from './read-form.ts';

export interface ReadInput {
  readonly read: ReadFile;
  /** SHA-256 of the file's bytes. */
  readonly digest: string;
}

/**
 * Reads files from disk in the parsing worker, one after another. `onRead` is told after each.
 * @throws OperationalError `not-found` when a file is not there; nothing has been read then.
 */
export async function readInputFiles(
  paths: readonly string[],
  scales: ReadScales,
  onRead: (done: number, of: number) => void = () => undefined,
): Promise<readonly ReadInput[]> {
  for (const path of paths) await mustBeFile(path);
  const worker = new ParsingWorker();
  try {
    const inputs: ReadInput[] = [];
    for (const path of paths) {
      const bytes = await readFile(path);
      const read = await worker.read(bytes, path, scales);
      inputs.push({ read, digest: createHash('sha256').update(bytes).digest('hex') });
      onRead(inputs.length, paths.length);
    }
    return inputs;
  } finally {
    await worker.close();
  }
}

async function mustBeFile(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found?.isFile() === true) return;
  throw new OperationalError('not-found', 'no-file', (text) => text.commands.noFile(path));
}
