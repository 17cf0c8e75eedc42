import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { temporaryDatabase } from '../support/temporary-database.ts';
import { asChart } from './chart.ts';
import { timed } from './measurement.ts';
import { asJson, asMarkdown, asText, CHART_FILE, type Machine } from './report.ts';
import type { BenchOptions, Section } from './section.ts';
import { runBench, SECTIONS, type BenchResult } from './suite.ts';

const USAGE =
  'npm run bench -- [--points 100000] [--runs 30] [--seed 1] [--forms 200] [--only regrade,what-if] [--keep FOLDER] [--json] [--no-report]';

const RULES = 200;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      points: { type: 'string', default: '100000' },
      runs: { type: 'string', default: '30' },
      seed: { type: 'string', default: '1' },
      forms: { type: 'string', default: '200' },
      only: { type: 'string' },
      keep: { type: 'string' },
      json: { type: 'boolean', default: false },
      'no-report': { type: 'boolean', default: false },
    },
  });
  const options = {
    points: countIn(values.points),
    runs: countIn(values.runs),
    seed: countIn(values.seed),
    forms: countIn(values.forms),
    rules: RULES,
  };
  const { result, machine } = await measuredRun(options, sectionsOf(values.only), values.keep);
  const shown = values.json ? JSON.stringify(asJson(result, machine), null, 2) : asText(result, machine);
  process.stdout.write(`${shown}\n`);
  // A report of a part would take the place of the whole.
  if (!values['no-report'] && values.only === undefined) writeReport(result, machine);
  if (result.report.faults.length > 0) process.exitCode = 1;
}

function countIn(written: string): number {
  const number = Number(written);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new TypeError(USAGE);
}

function sectionsOf(only: string | undefined): readonly Section[] {
  if (only === undefined) return SECTIONS;
  return only.split(',').map((name) => {
    const section = SECTIONS.find((one) => one.name === name);
    if (section !== undefined) return section;
    throw new TypeError(`${USAGE}\nsections: ${SECTIONS.map((one) => one.name).join(', ')}`);
  });
}

function writeReport(result: BenchResult, machine: Machine): void {
  const title = `${result.points.toLocaleString('en')} risk points, ${String(machine.cores)} cores: what was measured of what is allowed`;
  writeFileSync(join(import.meta.dirname, 'BENCHMARKS.md'), asMarkdown(result, machine));
  writeFileSync(join(import.meta.dirname, CHART_FILE), asChart(result.report.targets, title));
}

async function measuredRun(
  options: BenchOptions,
  sections: readonly Section[],
  folder: string | undefined,
): Promise<{ readonly result: BenchResult; readonly machine: Machine }> {
  const loadBefore = loadavg()[0] ?? 0;
  const results: BenchResult[] = [];
  const say = (part: string): void => {
    process.stderr.write(`${part} …\n`);
  };
  const milliseconds = await timed(async () => {
    results.push(await runBench(options, sections, say, folder));
  });
  const [result] = results;
  if (result === undefined) throw new Error('a bench that ended has a result');
  return { result, machine: await machineNow(loadBefore, milliseconds / 1000) };
}

async function machineNow(loadBefore: number, seconds: number): Promise<Machine> {
  const { database, end } = await temporaryDatabase();
  const [row] = await database.read.raw<{ version: string }[]>('select sqlite_version() as version');
  await end();
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memory: `${String(Math.round(totalmem() / 2 ** 30))} GB of memory`,
    node: process.versions.node,
    sqlite: row?.version ?? 'unknown',
    load: [loadBefore, loadavg()[0] ?? 0],
    at: new Date().toISOString().slice(0, 10),
    seconds,
  };
}

await main();
