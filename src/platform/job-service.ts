import type { Clock } from './clock.ts';
import type { Database, Queryable, Transaction } from './database.ts';
import { millisecondsBetween } from './instant.ts';
import type { Job, JobFigures, JobOrder } from './job.ts';
import { jobsLeft } from './job-figures-store.ts';
import { allUnfinished, hastenJob, insertJob, jobById, unfinishedIn } from './job-store.ts';

/** Work that is asked for here and done by a `JobRunner`, in this process or another. */
export class JobService {
  readonly #database: Database;
  readonly #clock: Clock;
  #nudge: () => void = () => undefined;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** Who is told that there is something to do, as soon as it is committed; runners of other processes look for it. */
  onOrder(nudge: () => void): void {
    this.#nudge = nudge;
  }

  /** Asks for a job in the transaction of the change that needs it. Returns its id. */
  async enqueue(transaction: Transaction, order: JobOrder): Promise<number> {
    const id = await insertJob(transaction, order, this.#clock.now());
    this.#nudgeAfter(transaction);
    return id;
  }

  /** Lets a job that failed, or that waits for its day, run now. Returns whether there was something to hasten. */
  async hasten(transaction: Transaction, id: number): Promise<boolean> {
    const isHastened = await hastenJob(transaction, id);
    if (isHastened) this.#nudgeAfter(transaction);
    return isHastened;
  }

  find(id: number, from: Queryable = this.#database.read): Promise<Job | null> {
    return jobById(from, id);
  }

  /** The jobs of a lane that are not done, oldest first. */
  unfinished(lane: string, from: Queryable = this.#database.read): Promise<readonly Job[]> {
    return unfinishedIn(from, lane);
  }

  /** Every job that is not done, oldest first, parts of jobs left out. */
  left(): Promise<readonly Job[]> {
    return allUnfinished(this.#database.read);
  }

  /** How many jobs are left, for who watches over the program. */
  async figures(): Promise<JobFigures> {
    const { counts, waitsSince } = await jobsLeft(this.#database.read, this.#clock.today());
    const waited = waitsSince === null ? 0 : millisecondsBetween(waitsSince, this.#clock.now());
    return {
      waiting: counts.get('waiting') ?? 0,
      running: counts.get('running') ?? 0,
      failed: counts.get('failed') ?? 0,
      oldestSeconds: Math.max(0, Math.round(waited / 1000)),
    };
  }

  #nudgeAfter(transaction: Transaction): void {
    transaction.executionPromise.then(
      () => {
        this.#nudge();
      },
      // What was taken back asks for nothing.
      () => undefined,
    );
  }
}
