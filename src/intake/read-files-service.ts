import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { OperationalError } from '../platform/errors.ts';
import { ParsingWorker } from './parsing-worker-service.ts';
import type { ReadFile, ReadScales } from './read-form.ts';

export interface ReadInput {
  readonly read: ReadFile;
  /** SHA-256 of the file's bytes. */
  readonly digest: string;
}

/** Each worker may take hundreds of megabytes. */
const MOST_WORKERS = 8;
/** A worker takes about as long to start as it takes to read so many files. */
const FILES_WORTH_A_WORKER = 200;

/**
 * Reads files from disk in parsing workers, as many as there are cores where there is enough to read. The answer is
 * in the order of the paths, whoever read what; no more files than workers are in memory unread. `onRead` is told
 * after each.
 * @throws OperationalError `not-found` when a file is not there; nothing has been read then.
 */
export async function readInputFiles(
  paths: readonly string[],
  scales: ReadScales,
  onRead: (done: number, of: number) => void = () => undefined,
): Promise<readonly ReadInput[]> {
  await mustBeFiles(paths);
  const inputs: ReadInput[] = [];
  let done = 0;
  const waiting = paths.entries();
  const readWaiting = async (): Promise<void> => {
    const worker = new ParsingWorker();
    try {
      for (const [index, path] of waiting) {
        inputs[index] = await readInput(worker, path, scales);
        done += 1;
        onRead(done, paths.length);
      }
    } finally {
      await worker.close();
    }
  };
  await Promise.all(Array.from({ length: workersFor(paths.length) }, readWaiting));
  return inputs;
}

function workersFor(files: number): number {
  return Math.min(availableParallelism(), MOST_WORKERS, Math.ceil(files / FILES_WORTH_A_WORKER));
}

async function readInput(worker: ParsingWorker, path: string, scales: ReadScales): Promise<ReadInput> {
  const bytes = await readFile(path);
  const digest = createHash('sha256').update(bytes).digest('hex');
  return { read: await worker.read(bytes, path, scales), digest };
}

/** @throws OperationalError `not-found` when one of them is not there. */
export async function mustBeFiles(paths: readonly string[]): Promise<void> {
  for (const path of paths) await mustBeFile(path);
}

async function mustBeFile(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found?.isFile() === true) return;
  throw new OperationalError('not-found', 'no-file', (text) => text.commands.noFile(path));
}
