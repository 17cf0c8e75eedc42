import type { Transaction } from './database.ts';

export type JobState = 'waiting' | 'running' | 'done' | 'failed';

/** A piece of work that outlives a request, as the database remembers it. */
export interface Job {
  readonly id: number;
  /** Jobs of one lane run one after another, in the order in which they were asked for. */
  readonly lane: string;
  readonly kind: string;
  readonly payload: unknown;
  readonly state: JobState;
  /** The day from which it may run; `null` is at once. */
  readonly dueOn: string | null;
  readonly attempts: number;
  /** Where the work stands, in the words of its kind; `null` before the first step. */
  readonly cursor: string | null;
  readonly done: number;
  readonly total: number;
  /** The code of what stopped it. */
  readonly error: string | null;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  /** The job that was shared out, where this is a part of it. */
  readonly partOf: number | null;
}

/** What somebody asks for. */
export type JobOrder = Pick<Job, 'lane' | 'kind' | 'payload' | 'dueOn' | 'createdBy'> &
  Partial<Pick<Job, 'partOf'>>;

/** How many jobs there are that are not done, and for how long the oldest of those that may run has waited. */
export interface JobFigures {
  readonly waiting: number;
  readonly running: number;
  readonly failed: number;
  readonly oldestSeconds: number;
}

/** Where a job stands after a step. */
export interface JobProgress {
  readonly cursor: string;
  readonly done: number;
  readonly total: number;
  readonly isFinished: boolean;
  /** It was shared out into other jobs, and goes on once all of them are done. */
  readonly waitsForParts?: boolean;
}

/**
 * How jobs of one kind are done: step by step. A step's work and its cursor are written in one transaction, so that a
 * job that was cut off anywhere goes on exactly after its last whole step. A step ends well within the lease.
 */
export interface JobKind {
  readonly kind: string;
  /**
   * Whom a step waits for, where that is not everybody who writes. `shared`: those who write alone, and not its like, as no
   * two steps touch the same rows. `own`: nobody, as its rows are nobody else's. Each such job has a lane of its own.
   */
  readonly turn?: 'shared' | 'own';
  /** What takes long and writes nothing, before the step's turn; well within the lease. */
  prepare?(job: Job): Promise<unknown>;
  /** @param prepared what `prepare` gave */
  step(transaction: Transaction, job: Job, prepared?: unknown): Promise<JobProgress>;
  /** Clears away what waited for a job that failed for good, with the same transaction. */
  giveUp?(transaction: Transaction, job: Job): Promise<void>;
}
