import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { temporaryDatabase } from '../support/temporary-database.ts';
import { asMarkdown, asText, type Machine } from './report.ts';
import { runBench } from './suite.ts';

const USAGE = 'npm run bench -- [--points 100000] [--runs 15] [--seed 1] [--json] [--report]';

const RULES = 200;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      points: { type: 'string', default: '100000' },
      runs: { type: 'string', default: '15' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
      report: { type: 'boolean', default: false },
    },
  });
  const [points, runs, seed] = [values.points, values.runs, values.seed].map(Number);
  if (points === undefined || runs === undefined || seed === undefined) throw new TypeError(USAGE);
  if (![points, runs, seed].every((number) => Number.isSafeInteger(number) && number > 0))
    throw new TypeError(USAGE);
  const loadBefore = loadavg()[0] ?? 0;
  const result = await runBench({ points, runs, seed, rules: RULES });
  const machine = await machineNow(loadBefore);
  const shown = values.json ? JSON.stringify({ ...result, machine }, null, 2) : asText(result, machine);
  process.stdout.write(`${shown}\n`);
  if (values.report)
    writeFileSync(join(import.meta.dirname, '../../BENCHMARKS.md'), asMarkdown(result, machine));
  if (!result.activation.isAsForetold) process.exitCode = 1;
}

async function machineNow(loadBefore: number): Promise<Machine> {
  const { database, end } = await temporaryDatabase();
  const [row] = await database.read.raw<{ version: string }[]>('select sqlite_version() as version');
  await end();
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    node: process.versions.node,
    sqlite: row?.version ?? 'unknown',
    load: [loadBefore, loadavg()[0] ?? 0],
    at: new Date().toISOString().slice(0, 10),
  };
}

await main();
