import { textTable } from '../../src/platform/text-table.ts';
import type { ActivationFigures } from './activation-bench.ts';
import type { Line, Spread, Taken } from './measurement.ts';
import type { BenchResult } from './suite.ts';
import { targetsOf } from './targets.ts';

/** Where and on what a bench ran. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memory: string;
  readonly node: string;
  readonly sqlite: string;
  /** Load averages before and after: others may have been at work. */
  readonly load: readonly [number, number];
  readonly at: string;
  /** Seconds of the whole run. */
  readonly seconds: number;
}

interface Table {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
}

export const CHART_FILE = 'BENCHMARKS.svg';

/** The figures for people at a terminal. */
export function asText(result: BenchResult, machine: Machine): string {
  const tables = tablesOf(result).flatMap(({ title, rows }) => [title, ...textTable(rows), '']);
  return [...tables, ...notesOf(result, machine)].join('\n');
}

/** The figures as a page of the repository. */
export function asMarkdown(result: BenchResult, machine: Machine): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const tables = tablesOf(result).flatMap(({ title, rows: [head = [], ...rows] }) => [
    `## ${title}`,
    '',
    line(head),
    line(head.map((_, index) => (index === 0 ? '---' : '--:'))),
    ...rows.map(line),
    '',
  ]);
  return [
    '# Benchmarks 性能测试',
    '',
    `Written by \`npm run bench -- --points ${String(result.points)} --runs ${String(result.runs)} --seed ${String(result.seed)}\`; no figure is by hand.`,
    '',
    `![Measured times as shares of the times allowed](${CHART_FILE})`,
    '',
    ...tables,
    '## The run',
    '',
    ...notesOf(result, machine).map((note) => `- ${note}`),
    '',
  ].join('\n');
}

function tablesOf(result: BenchResult): readonly Table[] {
  return [
    { title: 'Targets at 100,000 points on two cores', rows: targetRows(result) },
    { title: 'Repeated work, in milliseconds', rows: repeatedRows(result) },
    { title: 'Bringing rules into force, in milliseconds', rows: activationRows(result) },
  ];
}

function targetRows(result: BenchResult): Table['rows'] {
  return [
    ['', 'measured ms', 'allowed ms', ''],
    ...targetsOf(result).map(({ name, measured, most, isMet }) => [
      name,
      count(measured),
      count(most),
      isMet ? 'met' : 'MISSED',
    ]),
  ];
}

function repeatedRows({ rules, whatIf, whatIfCutAnew, first, verification }: BenchResult): Table['rows'] {
  return [
    ['', 'first', 'best', 'median', 'p95', 'of the processor', 'json-rules-engine (extrapolated)'],
    lineRow('what-if, no number cut anew', whatIf, 'every point'),
    lineRow('what-if, two numbers cut anew', whatIfCutAnew, 'every point'),
    ['first what-if of a fresh process, no cut', '', ...spreadCells(first.noCut), '', ''],
    ['first what-if of a fresh process, cut anew', '', ...spreadCells(first.cutAnew), '', ''],
    ...verification.map((line) => {
      const size = `verify ${String(rules)} rules × ${String(line.facts)} facts`;
      return lineRow(`${size}: ${line.name}${line.isSampled ? ' (sampled)' : ''}`, line, 'every case');
    }),
  ];
}

function activationRows({ floor, activation, activationCutAnew }: BenchResult): Table['rows'] {
  const took = ({ milliseconds, processor }: Taken): readonly string[] => [
    count(milliseconds),
    times(milliseconds, floor.milliseconds),
    count(processor),
    times(processor, floor.processor),
  ];
  const row = (name: string, figures: ActivationFigures): readonly string[] => [
    ...[name, ...took(figures), count(figures.longestStep), count(figures.tidying)],
    ...[count(figures.moved), count(figures.foretold), figures.isAsForetold ? 'equal' : 'DIFFERENT'],
  ];
  return [
    [
      ...['', 'until in force', 'of the bare UPDATE', 'of the processor', 'of the bare UPDATE'],
      ...['longest step', 'tidying afterwards', 'points moved', 'what-if said', 'end state'],
    ],
    ['bare UPDATE … CASE of all points', ...took(floor), '', '', '', '', ''],
    row('after one cell of the matrix', activation),
    row('two numbers cut anew', activationCutAnew),
  ];
}

function times(one: number, other: number): string {
  return `${(one / other).toFixed(2)}×`;
}

/** What stands beside the tables: the points, the machine. */
function notesOf(result: BenchResult, machine: Machine): readonly string[] {
  const { points, cases, runs, seed, filing } = result;
  const [before, after] = machine.load.map((load) => load.toFixed(1));
  return [
    `${count(points)} points in ${count(cases)} cases, seed ${String(seed)}, filed in ${seconds(filing)}; ${String(runs)} runs of repeated work`,
    `json-rules-engine ran on a sample (${String(result.whatIf.rival.sampled)} points, ${String(result.verification[0]?.rival.sampled ?? 0)} cases); its times for all are extrapolated`,
    `${machine.processor}, ${String(machine.cores)} cores, ${machine.memory}, Node ${machine.node}, SQLite ${machine.sqlite} (WAL, synchronous = FULL)`,
    `load average ${String(before)} at the start, ${String(after)} at the end: above ${String(machine.cores)}, others were at work as well and the times by the clock, by which targets are judged, are longer than they need be; those of the processor are the work itself`,
    `${machine.at}, ${String(Math.round(machine.seconds))} s in all`,
  ];
}

function lineRow(name: string, { figures, rival }: Line, of: string): readonly string[] {
  const reckoned = Number(rival.extrapolated.toPrecision(3)).toLocaleString('en');
  return [
    name,
    count(figures.cold),
    ...spreadCells(figures),
    count(figures.processor),
    `${reckoned} for ${of}`,
  ];
}

function spreadCells({ min, median, p95 }: Spread): readonly string[] {
  return [min, median, p95].map(count);
}

function count(number: number): string {
  return Math.round(number).toLocaleString('en');
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
