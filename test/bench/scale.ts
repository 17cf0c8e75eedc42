import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dropPostgres, postgresCopy } from '../support/postgres-copies.ts';
import { startPostgres } from '../support/postgres-server.ts';
import { activationWork } from './scale-activation.ts';
import { scaleChart } from './scale-chart.ts';
import { importWork } from './scale-import.ts';
import {
  asScaleMarkdown,
  asScaleText,
  faultsOf,
  resultOf,
  type ScaleOptions,
  type ScaleResult,
} from './scale-report.ts';
import { scaleRun, type Kills, type ScaleRun } from './scale-run.ts';
import type { ScaleWork } from './scale-work.ts';

// Lets worker processes share work on a PostgreSQL of our own: one of them, several, and several of whom some are
// killed. Ends with 1 when a run ends otherwise than the first.

const USAGE =
  'npm run scale -- [--points 50000] [--forms 1000] [--workers 1,2,4] [--kills 6] [--seed 1] [--json] [--no-report]';

/** A server that keeps what it said it keeps, unlike that of the tests. */
const SETTINGS = [
  ...['fsync=on', 'synchronous_commit=on', 'full_page_writes=on', 'autovacuum=on'],
  ...['shared_buffers=1GB', 'max_wal_size=4GB'],
];

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      points: { type: 'string', default: '50000' },
      forms: { type: 'string', default: '1000' },
      workers: { type: 'string', default: '1,2,4' },
      kills: { type: 'string', default: '6' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
      'no-report': { type: 'boolean', default: false },
    },
  });
  const options: ScaleOptions = {
    points: numberIn(values.points),
    forms: numberIn(values.forms),
    workers: values.workers.split(',').map(numberIn),
    kills: numberIn(values.kills),
    seed: numberIn(values.seed),
  };
  const results = await allResults(options);
  process.stdout.write(`${values.json ? JSON.stringify(results, null, 2) : asScaleText(results)}\n`);
  if (!values['no-report']) writeReport(options, results);
  if (results.some((result) => faultsOf(result).length > 0)) process.exitCode = 1;
}

function numberIn(written: string): number {
  const number = Number(written);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new TypeError(USAGE);
}

function writeReport(options: ScaleOptions, results: readonly ScaleResult[]): void {
  const folder = import.meta.dirname;
  writeFileSync(join(folder, 'SCALE.md'), asScaleMarkdown(options, results));
  for (const result of results) writeFileSync(join(folder, result.chart), scaleChart(result));
}

async function allResults(options: ScaleOptions): Promise<readonly ScaleResult[]> {
  const server = await startPostgres(SETTINGS);
  try {
    const results: ScaleResult[] = [];
    for (const work of [activationWork(options), importWork(options)]) {
      results.push(resultOf(work, await runsOf(work, server.url, options)));
    }
    return results;
  } finally {
    await server.stop();
  }
}

async function runsOf(work: ScaleWork, server: string, options: ScaleOptions): Promise<readonly ScaleRun[]> {
  const runs: ScaleRun[] = [];
  const run = async (workers: number, kills: Kills | null): Promise<void> => {
    const url = await postgresCopy(server, work.whole, (database) => work.fill(database));
    const seconds = Math.round(performance.now() / 1000);
    say(
      `${String(seconds)} s: ${work.name}, ${String(workers)} workers${kills === null ? '' : ', some are killed'} …`,
    );
    runs.push(await scaleRun(work, url, workers, kills));
    await dropPostgres(server, url);
  };
  for (const workers of options.workers) await run(workers, null);
  const [most] = runs.toSorted((one, other) => other.workers - one.workers);
  if (most === undefined) return runs;
  const { kills: times, seed } = options;
  await run(most.workers, { times, seed, milliseconds: most.milliseconds / (times + 1) });
  return runs;
}

function say(part: string): void {
  process.stderr.write(`${part}\n`);
}

await main();
