import type { Queryable } from './database.ts';
import type { JobState } from './job.ts';

/** What the earliest of some rows says, or `null` when there is none. */
interface Earliest {
  readonly at: string | null;
}

/** What is to be known of all jobs together: how many are in each state, and since when those that wait may run. */
export async function jobsLeft(
  from: Queryable,
  today: string,
): Promise<{ readonly counts: ReadonlyMap<JobState, number>; readonly waitsSince: string | null }> {
  const counted = (await from('job')
    .whereNot('state', 'done')
    .groupBy('state')
    .select({ state: 'state', jobs: from.raw('count(*)') })) as { state: JobState; jobs: number | string }[];
  const waiting = from('job').whereRaw(`state in ('waiting', 'running') and state = 'waiting'`);
  const asked = (await waiting.clone().whereNull('due_on').min({ at: 'created_at' }).first()) as Earliest;
  const due = (await waiting.where('due_on', '<=', today).min({ at: 'due_on' }).first()) as Earliest;
  const [waitsSince = null] = [asked.at, due.at].filter((at) => at !== null).sort();
  // PostgreSQL counts in numbers that JavaScript is given as text.
  return { counts: new Map(counted.map(({ state, jobs }) => [state, Number(jobs)])), waitsSince };
}
