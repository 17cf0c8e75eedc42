import type { Knex } from 'knex';
import type { Queryable, Transaction } from './database.ts';
import { insertRow, skippingTaken } from './dialect.ts';
import type { JobRelease } from './job-release.ts';
import type { Job, JobOrder, JobProgress, JobState } from './job.ts';

interface JobRow {
  readonly id: number;
  readonly lane: string;
  readonly kind: string;
  readonly payload: string;
  readonly state: JobState;
  readonly due_on: string | null;
  readonly attempts: number;
  readonly cursor: string | null;
  readonly done: number;
  readonly total: number;
  readonly error: string | null;
  readonly created_by: string;
  readonly created_at: string;
  readonly started_at: string | null;
  readonly ended_at: string | null;
  readonly part_of: number | null;
}

/** Who works on a job, and until when nobody else may. */
export interface Lease {
  readonly owner: string;
  readonly until: string;
}

export function insertJob(transaction: Transaction, order: JobOrder, at: string): Promise<number> {
  return insertRow(transaction, 'job', {
    lane: order.lane,
    kind: order.kind,
    payload: JSON.stringify(order.payload),
    state: 'waiting',
    due_on: order.dueOn,
    created_by: order.createdBy,
    created_at: at,
    part_of: order.partOf ?? null,
  });
}

export async function jobById(from: Queryable, id: number): Promise<Job | null> {
  const row = (await from('job').where({ id }).first()) as JobRow | undefined;
  return row === undefined ? null : toJob(row);
}

/** The jobs of a lane that are not done, oldest first. */
export async function unfinishedIn(from: Queryable, lane: string): Promise<readonly Job[]> {
  const rows = (await from('job').where({ lane }).whereNot('state', 'done').orderBy('id')) as JobRow[];
  return rows.map(toJob);
}

/** The same of all lanes, parts of jobs left out. */
export async function allUnfinished(from: Queryable): Promise<readonly Job[]> {
  const rows = (await from('job').whereNull('part_of').whereNot('state', 'done').orderBy('id')) as JobRow[];
  return rows.map(toJob);
}

/**
 * The oldest job that may run now: due, waiting or left behind by a worker whose lease has run out, with nobody at
 * work in its lane. One that failed holds nobody up. Only of the kinds that the asker can do: while an upgrade is under
 * way, an old worker leaves a new kind of job to a new one.
 */
export async function nextJob(from: Queryable, due: Due): Promise<Job | null> {
  const row = (await dueJobs(from, due).first()) as JobRow | undefined;
  return row === undefined ? null : toJob(row);
}

/** The same, but for those that another worker is just taking. */
export async function nextFreeJob(transaction: Transaction, due: Due): Promise<Job | null> {
  const row = (await skippingTaken(transaction, dueJobs(transaction, due)).first()) as JobRow | undefined;
  return row === undefined ? null : toJob(row);
}

/** What is looked for: when, and of which kinds. */
export interface Due {
  readonly now: string;
  readonly today: string;
  readonly kinds: readonly string[];
}

function dueJobs(from: Queryable, { now, today, kinds }: Due): Knex.QueryBuilder {
  return (
    from('job')
      // Written out as the index `job_unfinished` has it: jobs that are done become many.
      .whereRaw(`state in ('waiting', 'running')`)
      .whereIn('kind', [...kinds])
      .where((either) => {
        void either
          .where((waits) => {
            void waits
              .where({ state: 'waiting' })
              .andWhere((when) => void when.whereNull('due_on').orWhere('due_on', '<=', today))
              .andWhere((when) => void when.whereNull('retry_at').orWhere('retry_at', '<=', now))
              .whereNotIn(
                'lane',
                from('job').whereRaw(`state in ('waiting', 'running') and state = 'running'`).select('lane'),
              );
          })
          .orWhere((left) => void left.where({ state: 'running' }).andWhere('lease_until', '<', now));
      })
      .orderBy('id')
  );
}

/** Gives a job to a worker. */
export async function takeJob(
  transaction: Transaction,
  id: number,
  lease: Lease,
  now: string,
): Promise<void> {
  await transaction('job')
    .where({ id })
    .update({
      state: 'running',
      lease_owner: lease.owner,
      lease_until: lease.until,
      retry_at: null,
      started_at: transaction.raw('coalesce(started_at, ?)', [now]),
    });
}

/** Prolongs a lease. Returns whether it still was this worker's. */
export async function renewLease(transaction: Transaction, id: number, lease: Lease): Promise<boolean> {
  const renewed = await transaction('job')
    .where({ id, state: 'running', lease_owner: lease.owner })
    .update({ lease_until: lease.until });
  return renewed === 1;
}

/** Writes where a job stands; a finished one ends. */
export async function writeProgress(
  transaction: Transaction,
  id: number,
  { cursor, done, total, isFinished }: JobProgress,
  now: string,
): Promise<void> {
  const ended = { state: 'done', lease_owner: null, lease_until: null, ended_at: now };
  await transaction('job')
    .where({ id })
    .update({ cursor, done, total, attempts: 0, error: null, ...(isFinished ? ended : {}) });
}

/** Gives a job back, for now or for good. Returns whether it was still the owner's. */
export async function releaseJob(
  transaction: Transaction,
  id: number,
  owner: string,
  left: JobRelease,
): Promise<boolean> {
  const released = await transaction('job').where({ id, state: 'running', lease_owner: owner }).update({
    state: left.state,
    error: left.error,
    attempts: left.attempts,
    retry_at: left.retryAt,
    ended_at: left.endedAt,
    lease_owner: null,
    lease_until: null,
  });
  return released > 0;
}

/** Lets a job run at once: one that failed again, one that waits for its day today. Returns whether there was one. */
export async function hastenJob(transaction: Transaction, id: number): Promise<boolean> {
  const hastened = await transaction('job')
    .where({ id })
    .whereIn('state', ['waiting', 'failed'])
    .update({ state: 'waiting', due_on: null, retry_at: null, ended_at: null, error: null, attempts: 0 });
  return hastened === 1;
}

function toJob(row: JobRow): Job {
  return {
    id: row.id,
    lane: row.lane,
    kind: row.kind,
    payload: JSON.parse(row.payload) as unknown,
    state: row.state,
    dueOn: row.due_on,
    attempts: row.attempts,
    cursor: row.cursor,
    done: row.done,
    total: row.total,
    error: row.error,
    createdBy: row.created_by,
    createdAt: row.created_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    partOf: row.part_of,
  };
}
