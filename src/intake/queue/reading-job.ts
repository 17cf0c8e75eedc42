import type { Database, Transaction } from '../../platform/database.ts';
import type { Job, JobKind, JobProgress } from '../../platform/job.ts';
import type { RulebookService } from '../../rulebooks/rulebook-service.ts';
import type { ParsingWorker } from '../parsing-worker-service.ts';
import type { ReadFile } from '../read-form.ts';
import { readScalesOf } from '../read-scales-service.ts';
import { rangeIn, READING, type ReadingBatch } from './queued-import.ts';
import { deleteFiles, isAnyUnread, keepRead, queuedImport, unreadFiles } from './queued-import-store.ts';

/** What takes longer than this is one file, which is read for as long as it may take. */
const LONGEST_MILLISECONDS = 2_000;

interface Parts {
  readonly database: Database;
  readonly rulebooks: RulebookService;
  readonly parsing: ParsingWorker;
  readonly elapsed: () => number;
  readonly reading: ReadingBatch;
}

/** What was read of some files, by their numbers. */
type Read = ReadonlyMap<number, ReadFile>;

/** Reads files of an import, which takes most of its time and nobody's turn to write. */
export class ReadingJob implements JobKind {
  readonly kind = READING;
  readonly turn = 'own';
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async prepare({ payload }: Job): Promise<Read> {
    const { database, rulebooks, parsing, elapsed, reading } = this.#parts;
    const range = rangeIn(payload);
    const known = await queuedImport(database.read, range.importId);
    const scales = await readScalesOf({ database, rulebooks }, known?.request.bureau ?? null);
    const read = new Map<number, ReadFile>();
    const end = elapsed() + LONGEST_MILLISECONDS;
    for (const { number, name, content } of await unreadFiles(database.read, range, reading.atOnce)) {
      if (elapsed() > end) break;
      read.set(number, await parsing.read(content, name, scales));
    }
    return read;
  }

  async step(transaction: Transaction, job: Job, prepared: unknown): Promise<JobProgress> {
    const range = rangeIn(job.payload);
    // What prepare gave.
    const read = prepared as Read;
    for (const [number, file] of read) await keepRead(transaction, range.importId, number, file);
    const isFinished = !(await isAnyUnread(transaction, range));
    return { cursor: 'reading', done: job.done + read.size, total: range.end - range.first, isFinished };
  }

  async giveUp(transaction: Transaction, { payload }: Job): Promise<void> {
    await deleteFiles(transaction, rangeIn(payload).importId);
  }
}
