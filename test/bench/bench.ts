import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { asChart } from './chart.ts';
import { gathered, keepSection, keptSection, type MeasuredSection } from './kept-sections.ts';
import { thisMachine, type Machine } from './machine.ts';
import { asPlanning, PLANNING_FILE } from './planning.ts';
import { progressOf } from './progress.ts';
import {
  asJson,
  asMarkdown,
  asText,
  CHART_FILE,
  reportOf,
  sectionAsText,
  type BenchResult,
} from './report.ts';
import type { BenchOptions, Section } from './section.ts';
import { runBench, SECTIONS } from './suite.ts';
import type { Template } from './template.ts';

const USAGE =
  'npm run bench -- [--points 100000] [--runs 30] [--seed 1] [--forms 200] [--only regrade,what-if] [--keep FOLDER] [--json] [--no-report]';

const RULES = 200;
const INTERRUPTED = 130;

interface Run {
  readonly options: BenchOptions;
  readonly sections: readonly Section[];
  /** Where what is found is kept, and the provinces; without one they go with the process. */
  readonly folder: string | undefined;
  readonly isJson: boolean;
}

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
  const [points, runs] = [countIn(values.points), countIn(values.runs)];
  const options = { points, runs, seed: countIn(values.seed), forms: countIn(values.forms), rules: RULES };
  const sections = sectionsOf(values.only);
  const result = await measuredRun({ options, sections, folder: values.keep, isJson: values.json });
  process.stdout.write(`${values.json ? JSON.stringify(asJson(result), null, 2) : asText(result)}\n`);
  // A report of a part would take the place of the whole, unless the rest was kept.
  if (!values['no-report'] && (values.only === undefined || values.keep !== undefined)) writeReport(result);
  if (reportOf(result).faults.length > 0) process.exitCode = 1;
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

function writeReport(result: BenchResult): void {
  const { points, machine } = result;
  const title = `${points.toLocaleString('en')} risk points, ${String(machine.cores)} cores: what was measured of what is allowed`;
  writeFileSync(join(import.meta.dirname, 'BENCHMARKS.md'), asMarkdown(result));
  writeFileSync(join(import.meta.dirname, CHART_FILE), asChart(reportOf(result).targets, title));
  writeFileSync(join(import.meta.dirname, PLANNING_FILE), asPlanning(result));
}

/** Each section is shown and kept as soon as it is there, so that nothing is lost when somebody has no more time. */
async function measuredRun(run: Run): Promise<BenchResult> {
  const { options, sections, folder, isJson } = run;
  const machine = await thisMachine();
  const found = new Map<string, MeasuredSection>();
  process.once('SIGINT', () => {
    process.stderr.write(`interrupted; measured: ${[...found.keys()].join(', ') || 'nothing'}\n`);
    process.exit(INTERRUPTED);
  });
  const template = await runBench(options, sections, {
    ...{ machine, folder },
    listener: {
      ...progressOf(
        sections.map(({ name }) => name),
        (name) => (folder === undefined ? null : (keptSection(folder, options, name)?.seconds ?? null)),
        (line) => process.stderr.write(line),
      ),
      sectionEnds: (section) => {
        found.set(section.name, section);
        if (folder !== undefined) keepSection(folder, section);
        (isJson ? process.stderr : process.stdout).write(`${sectionAsText(section)}\n`);
      },
    },
  });
  return resultOf(run, machine, template, found);
}

function resultOf(
  { options, sections, folder }: Run,
  machine: Machine,
  { points, seed, filing, bytes }: Template,
  found: ReadonlyMap<string, MeasuredSection>,
): BenchResult {
  const names = (folder === undefined ? sections : SECTIONS).map(({ name }) => name);
  const kept = (name: string): MeasuredSection | null =>
    found.get(name) ?? (folder === undefined ? null : keptSection(folder, options, name));
  return { ...gathered(names, kept, machine), points, seed, machine, filing, bytes };
}

await main();
