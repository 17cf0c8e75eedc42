import type { GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import type { Services } from '../../src/services.ts';
import { approved } from '../support/proposing.ts';
import { benchPages, benchViewers, boardPages, type BenchPage } from './bench-pages.ts';
import { everyCellChanged, newThreshold, ruledBureau } from './bench-rulebooks.ts';
import { prepared, signedIn } from './pages-desk.ts';
import { provinceOf, type BureauPlace } from './province.ts';
import type { BenchOptions } from './section.ts';
import { servedProgram, workingProgram, type ServedProgram } from './served-program.ts';
import { visitsOf, type Visits } from './visits.ts';
import type { Visitor } from './visitor.ts';

/** How many people look at once. */
export const USERS: readonly number[] = [1, 8, 32];

/** What was measured of all pages on one database. */
export interface PagesFigures {
  /** In the order of `USERS`. */
  readonly quiet: readonly Visits[];
  /** One person's, while rules come into force. */
  readonly activating: Visits;
  readonly startUp: number;
  readonly memory: ReturnType<ServedProgram['memory']>;
}

const REGIONS_CHANGES: readonly (() => GradingRulebook)[] = [newThreshold, ruledBureau, everyCellChanged];

/** Visits every page, by one person and by many at once, and while rules come into force. */
export async function pagesBench(
  desk: Services,
  file: string,
  { points, seed, runs }: BenchOptions,
  say: (part: string) => void,
): Promise<PagesFigures> {
  const { largest, bureau } = placesOf(points, seed);
  const viewers = benchViewers(bureau, largest);
  const pages = benchPages(bureau, largest, viewers);
  say('words to search for');
  await prepared(desk, viewers, [largest, bureau]);
  return served(file, viewers, async (visitors, server) => {
    await visitsOf(pages, visitors, { users: 1, rounds: 1 });
    const quiet: Visits[] = [];
    for (const users of USERS) {
      say(`pages, ${String(users)} at once`);
      quiet.push(await visitsOf(pages, visitors, { users, rounds: runs }));
    }
    say('pages while rules come into force');
    const activating = await whileActivating(desk, file, pages, visitors, runs);
    return { quiet, activating, startUp: server.startUp, memory: server.memory() };
  });
}

/** The boards alone, to be compared with those of a province of another size. */
export async function boardsBench(
  desk: Services,
  file: string,
  { points, seed, runs }: BenchOptions,
): Promise<Visits> {
  const { largest, bureau } = placesOf(points, seed);
  const viewers = benchViewers(bureau, largest);
  await prepared(desk, viewers, []);
  return served(file, viewers, async (visitors) => {
    const pages = boardPages(largest, viewers);
    await visitsOf(pages, visitors, { users: 1, rounds: 1 });
    return visitsOf(pages, visitors, { users: 1, rounds: runs });
  });
}

async function served<Result>(
  file: string,
  viewers: ReturnType<typeof benchViewers>,
  work: (visitors: ReadonlyMap<string, Visitor>, server: ServedProgram) => Promise<Result>,
): Promise<Result> {
  const server = await servedProgram(file);
  const visitors = await signedIn(server.address, viewers);
  try {
    return await work(visitors, server);
  } finally {
    for (const visitor of visitors.values()) visitor.leave();
    await server.stop();
  }
}

/** One person goes round while a worker brings one change of rules after another into force. */
async function whileActivating(
  desk: Services,
  file: string,
  pages: readonly BenchPage[],
  visitors: ReadonlyMap<string, Visitor>,
  wanted: number,
): Promise<Visits> {
  const visits = new Map(pages.map((page) => [page, [] as number[]]));
  const stopWorker = workingProgram(file);
  let isAtWork = false;
  const watch = setInterval(() => {
    void jobsLeft(desk).then((left) => (isAtWork = left > 0));
  }, WATCH_MILLISECONDS);
  try {
    for (let turn = 0; fewest(visits) < wanted && turn < wanted * MOST_TURNS; turn += 1) {
      if ((await jobsLeft(desk)) === 0) {
        const change = REGIONS_CHANGES[turn % REGIONS_CHANGES.length] ?? newThreshold;
        await approved(desk, change(), 'region');
      }
      const more = await visitsOf(pages, visitors, { users: 1, rounds: 1 }, () => isAtWork);
      for (const [page, times] of more) visits.get(page)?.push(...times);
    }
  } finally {
    clearInterval(watch);
    await stopWorker();
  }
  return visits;
}

const WATCH_MILLISECONDS = 100;

/** Where nearly no visit falls into the work, it ends all the same. */
const MOST_TURNS = 5;

async function jobsLeft({ database }: Services): Promise<number> {
  return (await database.read('job').whereNot({ state: 'done' }).pluck('id')).length;
}

function fewest(visits: Visits): number {
  return Math.min(...[...visits.values()].map((times) => times.length));
}

/** The largest bureau, and one with a hundredth of the points. */
function placesOf(points: number, seed: number): { largest: BureauPlace; bureau: BureauPlace } {
  const [largest, ...others] = provinceOf(points, seed);
  const bureau = others.find((place) => place.points <= points / 100);
  if (largest === undefined || bureau === undefined) throw new Error('a province has many bureaus');
  return { largest, bureau };
}
