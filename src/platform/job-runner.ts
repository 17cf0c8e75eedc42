import { randomUUID } from 'node:crypto';
import type { Clock } from './clock.ts';
import type { Database, Transaction } from './database.ts';
import { instantAfter } from './instant.ts';
import type { Job, JobKind } from './job.ts';
import { leftAfter } from './job-release.ts';
import { failWhole, tellOfStep } from './job-part-store.ts';
import {
  jobById,
  nextFreeJob,
  nextJob,
  releaseJob,
  renewLease,
  takeJob,
  writeProgress,
  type Lease,
} from './job-store.ts';
import { loggable, type Log } from './log.ts';
import { pollPause } from './poll-pause.ts';
import { everywhere } from './row-reach.ts';

/** Many times what a step takes, waiting for its turn to write included; clocks of machines may differ by a part of it. */
const LEASE_MILLISECONDS = 60_000;

const TURNS = { alone: 'transaction', shared: 'sharedTransaction', own: 'ownTransaction' } as const;

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly kinds: readonly JobKind[];
  /** How long a worker that has gone silent keeps its job; tests wait less. */
  readonly leaseMilliseconds?: number;
}

/**
 * Does the jobs that wait in the database, one after another, wherever they were left. Any number of runners, in any
 * number of processes, share them: who has a job holds its lease.
 */
export class JobRunner {
  readonly #parts: Parts;
  readonly #owner = randomUUID();
  #isStopping = false;
  #round: Promise<unknown> | null = null;
  #isNudged = false;
  #isStarted = false;
  #failures = 0;
  #timer: NodeJS.Timeout | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Looks for work now, whenever it is nudged, and every second or two: another process may have asked for it. */
  start(): void {
    this.#isStarted = true;
    this.#isStopping = false;
    this.nudge();
  }

  /** Begins a round unless one is under way, which then is followed by another. */
  nudge(): void {
    if (!this.#isStarted || this.#isStopping) return;
    this.#isNudged = this.#round !== null;
    if (this.#round !== null) return;
    if (this.#timer !== null) clearTimeout(this.#timer);
    // Whoever asked for a job may have seen less than it is about.
    this.#round = everywhere(() => this.#look()).finally(() => {
      this.#round = null;
      if (this.#isNudged) this.nudge();
      else this.#wait();
    });
  }

  /** Lets the step under way end, gives its job back and takes no other. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#round;
    this.#isStarted = false;
  }

  /** Works until nothing is due. Returns how many jobs it ended, parts of jobs not counted. */
  async runWaiting(): Promise<number> {
    let ended = 0;
    while (!this.#isStopping) {
      const job = await this.#take();
      if (job === null) break;
      if ((await this.#work(job)) && job.partOf === null) ended += 1;
    }
    return ended;
  }

  async #look(): Promise<void> {
    try {
      await this.runWaiting();
      this.#failures = 0;
    } catch (failure) {
      this.#failures += 1;
      this.#parts.log.error({ failure: loggable(failure) }, 'jobs could not be looked for');
    }
  }

  /** A pause does not keep the program from ending. */
  #wait(): void {
    if (this.#isStopping) return;
    this.#timer = setTimeout(
      () => {
        this.nudge();
      },
      pollPause(this.#failures, Math.random()),
    );
    this.#timer.unref();
  }

  /** Looks first without taking the turn to write, which nobody is to wait for when there is nothing to do. */
  async #take(): Promise<Job | null> {
    const { database, clock, kinds } = this.#parts;
    const due = { now: clock.now(), today: clock.today(), kinds: kinds.map(({ kind }) => kind) };
    const seen = await nextJob(database.read, due);
    if (seen === null) return null;
    const parts = kinds.filter(({ turn }) => turn !== undefined).map(({ kind }) => kind);
    if (parts.includes(seen.kind)) {
      return database.ownTransaction(async (transaction) =>
        this.#taken(transaction, await nextFreeJob(transaction, { ...due, kinds: parts })),
      );
    }
    return database.transaction(async (transaction) =>
      this.#taken(transaction, await nextJob(transaction, { ...due, now: clock.now() })),
    );
  }

  async #taken(transaction: Transaction, job: Job | null): Promise<Job | null> {
    if (job !== null) await takeJob(transaction, job.id, this.#lease(), this.#parts.clock.now());
    return job;
  }

  /** Takes a job's steps until it is done, rests, fails, is another's or has to wait. Returns whether it is done. */
  async #work(taken: Job): Promise<boolean> {
    const { id, kind: name } = taken;
    try {
      const kind = this.#kindOf(taken);
      if (kind === undefined) throw new Error(`nobody knows how to do a job ${name}`);
      while (!this.#isStopping) {
        const left = await this.#step(taken, kind);
        if (left !== 'more') return left === 'finished';
      }
      await this.#giveBack(id, null, 0);
    } catch (failure) {
      this.#parts.log.error({ job: id, kind: name, failure: loggable(failure) }, 'a job stopped');
      await this.#giveBack(id, failure);
    }
    return false;
  }

  async #step(taken: Job, kind: JobKind): Promise<'more' | 'finished' | 'rests' | 'lost'> {
    const { database, clock } = this.#parts;
    const prepared = await kind.prepare?.(taken);
    return database[TURNS[kind.turn ?? 'alone']](async (transaction) => {
      if (!(await renewLease(transaction, taken.id, this.#lease()))) return 'lost';
      const job = await jobIn(transaction, taken.id);
      const progress = await kind.step(transaction, job, prepared);
      await writeProgress(transaction, job.id, progress, clock.now());
      await tellOfStep(transaction, job, progress);
      if (progress.isFinished) return 'finished';
      return progress.waitsForParts === true ? 'rests' : 'more';
    });
  }

  async #giveBack(id: number, failure: unknown, attempts?: number): Promise<void> {
    const { database, clock } = this.#parts;
    const now = clock.now();
    await database.transaction(async (transaction) => {
      const job = await jobIn(transaction, id);
      const tried = attempts ?? job.attempts + 1;
      const left = leftAfter(failure, tried, now);
      const isReleased = await releaseJob(transaction, id, this.#owner, left);
      if (!isReleased || left.state !== 'failed') return;
      await failWhole(transaction, id, { error: left.error, at: now });
      await this.#kindOf(job)?.giveUp?.(transaction, job);
    });
  }

  #kindOf({ kind }: Job): JobKind | undefined {
    return this.#parts.kinds.find((one) => one.kind === kind);
  }

  #lease(): Lease {
    const { clock, leaseMilliseconds = LEASE_MILLISECONDS } = this.#parts;
    return { owner: this.#owner, until: instantAfter(clock.now(), leaseMilliseconds) };
  }
}

async function jobIn(transaction: Transaction, id: number): Promise<Job> {
  const job = await jobById(transaction, id);
  if (job === null) throw new Error(`job ${String(id)} is gone`);
  return job;
}
