import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { bureaus } from '../../organisation/organisation-store.ts';
import type { Database } from '../../platform/database.ts';
import { OperationalError } from '../../platform/errors.ts';
import type { Job } from '../../platform/job.ts';
import type { JobService } from '../../platform/job-service.ts';
import { mustBeFiles } from '../read-files-service.ts';
import {
  importLane,
  QUEUED_IMPORT,
  type QueuedRequest,
  type QueuedResult,
  type ToldJob,
} from './queued-import.ts';
import { insertFiles, insertQueuedImport, queuedImport } from './queued-import-store.ts';

/** In memory at once while they are put into the queue. */
const FILES_AT_ONCE = 100;

/** Takes imports for whoever has time, and tells how far they are. */
export class ImportQueueService {
  readonly #database: Database;
  readonly #jobs: JobService;

  constructor(database: Database, jobs: JobService) {
    this.#database = database;
    this.#jobs = jobs;
  }

  /**
   * Puts files into the queue, all or none. Returns the number of the job.
   * @throws OperationalError `not-found` when a file is not there, `several-bureaus` when no bureau is named and there is
   *   more than one
   */
  async enqueue(paths: readonly string[], request: QueuedRequest, by: string): Promise<number> {
    await mustBeFiles(paths);
    if (request.bureau === null && (await bureaus(this.#database.read)).length > 1) {
      throw new OperationalError('invalid', 'several-bureaus', (text) => text.commands.severalBureaus());
    }
    return this.#database.transaction(async (transaction) => {
      const order = { lane: importLane(request.bureau), kind: QUEUED_IMPORT, payload: {}, dueOn: null };
      const id = await this.#jobs.enqueue(transaction, { ...order, createdBy: by });
      await insertQueuedImport(transaction, id, request);
      for (let first = 0; first < paths.length; first += FILES_AT_ONCE) {
        const some = paths.slice(first, first + FILES_AT_ONCE);
        const files = await Promise.all(some.map((path, index) => fileAt(path, first + index)));
        await insertFiles(transaction, id, files);
      }
      return id;
    });
  }

  /** Every job that is not done, whatever it is about, oldest first. */
  async unfinished(): Promise<readonly ToldJob[]> {
    return (await this.#jobs.left()).map((job) => told(job, null));
  }

  /** A job, and what became of it if it is an import; `null` when there is none of that number. */
  async find(id: number): Promise<ToldJob | null> {
    const job = await this.#jobs.find(id);
    if (job === null) return null;
    return told(job, (await queuedImport(this.#database.read, id))?.result ?? null);
  }
}

function told(job: Job, result: QueuedResult | null): ToldJob {
  const { id, kind, state, done, total, dueOn, error, createdBy, createdAt, endedAt } = job;
  return { id, kind, state, done, total, dueOn, error, createdBy, createdAt, endedAt, result };
}

async function fileAt(path: string, number: number) {
  const content = await readFile(path);
  const digest = createHash('sha256').update(content).digest('hex');
  return { number, name: basename(path), content, digest };
}
