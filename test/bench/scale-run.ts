import { setTimeout } from 'node:timers/promises';
import { openDatabase, type Database } from '../../src/platform/database.ts';
import { millisecondsBetween } from '../../src/platform/instant.ts';
import { seededRandom } from './random.ts';
import { Crew } from './scale-crew.ts';
import { Watch, type Busy } from './scale-watch.ts';
import { letGo, type ScaleEnd, type ScaleWork } from './scale-work.ts';

const LOOK_MILLISECONDS = 50;

/** How often somebody is killed, at moments that follow from the seed, so far apart on the average. */
export interface Kills {
  readonly times: number;
  readonly milliseconds: number;
  readonly seed: number;
}

/** What so many workers took. */
export interface ScaleRun {
  readonly workers: number;
  readonly killed: number;
  /** From the first step to the last. */
  readonly milliseconds: number;
  /** While parts were worked on. */
  readonly shared: number;
  readonly parts: number;
  readonly busy: Busy;
  readonly end: ScaleEnd;
}

/** Lets workers, each a process of its own, do the work that waits in a database, and kills some if need be. */
export async function scaleRun(
  work: ScaleWork,
  url: string,
  workers: number,
  kills: Kills | null,
): Promise<ScaleRun> {
  const database = openDatabase(url);
  const watch = new Watch(url);
  const crew = new Crew(url, watch);
  try {
    await watch.begin();
    await Promise.all(Array.from({ length: workers }, () => crew.hire()));
    await letGo(database);
    const done = untilDone(database, work);
    const killed = kills === null ? 0 : await killSome(crew, kills, done);
    await done;
    const busy = await watch.end();
    await crew.dismiss();
    return { workers, killed, ...(await timesOf(database, work)), busy, end: await work.endOf(database) };
  } finally {
    await crew.dismiss();
    await database.close();
  }
}

/** Kills one worker after another, each followed by a new one. Returns how many before the work was done. */
async function killSome(
  crew: Crew,
  { times, milliseconds, seed }: Kills,
  done: Promise<void>,
): Promise<number> {
  const random = seededRandom(seed);
  const over = done.then(() => true);
  for (let killed = 0; killed < times; killed += 1) {
    const pause = setTimeout(2 * milliseconds * random.next(), false);
    if (await Promise.race([pause, over])) return killed;
    crew.kill(random.below(1_000));
    await crew.hire();
  }
  return times;
}

async function untilDone({ read }: Database, { whole }: ScaleWork): Promise<void> {
  for (;;) {
    const jobs = await read('job')
      .where({ kind: whole })
      .select<{ state: string; error: string | null }[]>('state', 'error');
    const failed = jobs.find(({ state }) => state === 'failed');
    if (failed !== undefined) throw new Error(`a job failed: ${failed.error ?? ''}`);
    if (jobs.every(({ state }) => state === 'done')) return;
    await setTimeout(LOOK_MILLISECONDS);
  }
}

interface JobTimes {
  readonly kind: string;
  readonly created_at: string;
  readonly started_at: string;
  readonly ended_at: string;
}

async function timesOf({ read }: Database, { whole, part }: ScaleWork) {
  const jobs = await read<JobTimes>('job').whereIn('kind', [whole, part]);
  const wholes = jobs.filter(({ kind }) => kind === whole);
  const parts = jobs.filter(({ kind }) => kind === part);
  const begun = wholes.map((job) => job.started_at).sort();
  const asked = parts.map((job) => job.created_at).sort();
  return {
    milliseconds: between(begun, wholes.map((job) => job.ended_at).sort()),
    shared: between(asked, parts.map((job) => job.ended_at).sort()),
    parts: parts.length,
  };
}

/** From the first of some instants to the last of others, both in order. */
function between(begun: readonly string[], ended: readonly string[]): number {
  const [first, last] = [begun[0], ended.at(-1)];
  return first === undefined || last === undefined ? 0 : millisecondsBetween(first, last);
}
