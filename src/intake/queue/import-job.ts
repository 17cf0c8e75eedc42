import type { Transaction } from '../../platform/database.ts';
import type { Job, JobKind, JobProgress } from '../../platform/job.ts';
import type { JobService } from '../../platform/job-service.ts';
import type { ImportResult } from '../import-report.ts';
import type { ImportService } from '../import-service.ts';
import { fileReport } from '../read-report.ts';
import { QUEUED_IMPORT, READING, type QueuedResult, type ReadingBatch } from './queued-import.ts';
import { deleteFiles, filesIn, keepResult, queuedImport, readFilesOf } from './queued-import-store.ts';

interface Parts {
  readonly jobs: JobService;
  readonly imports: ImportService;
  readonly reading: ReadingBatch;
}

/** Lets whoever has time read the files of an import, and then files them, whole or not at all. */
export class ImportJob implements JobKind {
  readonly kind = QUEUED_IMPORT;
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async step(transaction: Transaction, job: Job): Promise<JobProgress> {
    const known = await queuedImport(transaction, job.id);
    if (known === null) throw new Error('there is no such import');
    if (job.cursor === null) return this.#share(transaction, job);
    const { year, bureau, mayCreate } = known.request;
    const files = await readFilesOf(transaction, job.id);
    const request = { files, year, bureau, mayCreate, dryRun: false };
    const actor = { accountId: null, name: job.createdBy };
    const result = await this.#parts.imports.importWithin(transaction, request, actor);
    await keepResult(transaction, job.id, resultOf(result));
    return { cursor: 'filed', done: files.length, total: files.length, isFinished: true };
  }

  async giveUp(transaction: Transaction, { id }: Job): Promise<void> {
    await deleteFiles(transaction, id);
  }

  async #share(transaction: Transaction, job: Job): Promise<JobProgress> {
    const { jobs, reading } = this.#parts;
    const files = await filesIn(transaction, job.id);
    for (let first = 0; first < files; first += reading.ofPart) {
      const payload = { importId: job.id, first, end: Math.min(first + reading.ofPart, files) };
      const order = { kind: READING, payload, dueOn: null, createdBy: job.createdBy, partOf: job.id };
      await jobs.enqueue(transaction, {
        ...order,
        lane: `${READING} ${String(job.id)} ${String(first)}`,
      });
    }
    return { cursor: 'reading', done: 0, total: files, isFinished: false, waitsForParts: files > 0 };
  }
}

function resultOf({ batchId: _, outcomes: __, ...result }: ImportResult): QueuedResult {
  const told = result.files.filter(({ findings }) => findings.length > 0);
  return {
    ...result,
    createdPosts: result.createdPosts.map(({ post }) => post),
    files: told.map((file) => fileReport({ ...file, forms: [] })),
  };
}
