import { textTable } from '../../src/platform/text-table.ts';
import { count } from './cells.ts';
import { isMet, type BenchTable, type Target } from './section.ts';
import type { BenchResult } from './suite.ts';

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
  const { points, runs, seed } = result;
  return [
    '# Benchmarks 性能测试',
    '',
    `Written by \`npm run bench -- --points ${String(points)} --runs ${String(runs)} --seed ${String(seed)}\`; no figure is by hand.`,
    '',
    `![What was measured as shares of what is promised](${CHART_FILE})`,
    '',
    ...tables,
    '## The run',
    '',
    ...notesOf(result, machine).map((note) => `- ${note}`),
    '',
  ].join('\n');
}

/** The figures for other programs: `{points, rows, ratios, pages}`, and more beside them. */
export function asJson(result: BenchResult, machine: Machine): object {
  const { points, runs, seed, sections, filing, bytes, report } = result;
  const { rows, ratios, pages, faults } = report;
  const targets = report.targets.map((target) => ({ ...target, isMet: isMet(target) }));
  return { points, rows, ratios, pages, targets, faults, sections, runs, seed, filing, bytes, machine };
}

/** A target's figure as people read it. */
export function figureOf(number: number, unit: Target['unit']): string {
  if (unit !== '×') return `${count(number)} ${unit}`;
  return `${number >= 10 ? count(number) : number.toFixed(2)}×`;
}

function tablesOf({ points, report }: BenchResult): readonly BenchTable[] {
  const rows = report.targets.map((target) => [
    target.name,
    figureOf(target.measured, target.unit),
    `${target.bound} ${figureOf(target.promised, target.unit)}`,
    isMet(target) ? 'met' : 'MISSED',
  ]);
  const title = `What is promised at 1,000,000 points on two cores, at ${count(points)} points`;
  return [{ title, rows: [['', 'measured', 'promised', ''], ...rows] }, ...report.tables];
}

/** What stands beside the tables: the points, the machine. */
function notesOf(
  { points, runs, seed, filing, bytes, report }: BenchResult,
  machine: Machine,
): readonly string[] {
  const [before, after] = machine.load.map((load) => load.toFixed(1));
  const filed = filing === null ? 'filed in an earlier run' : `filed in ${(filing / 1000).toFixed(1)} s`;
  return [
    `${count(points)} points of 100 bureaus with a campaign each, seed ${String(seed)}, ${filed}, a database of ${count(bytes / 2 ** 20)} MB; ${String(runs)} runs of repeated work`,
    ...report.notes,
    ...report.faults.map((fault) => `WRONG: ${fault}`),
    `${machine.processor}, ${String(machine.cores)} cores, ${machine.memory}, Node ${machine.node}, SQLite ${machine.sqlite} (WAL, synchronous = FULL)`,
    `load average ${String(before)} at the start, ${String(after)} at the end: above ${String(machine.cores)}, others were at work as well and the times by the clock, by which targets are judged, are longer than they need be; those of the processor are the work itself`,
    `${machine.at}, ${String(Math.round(machine.seconds))} s in all`,
  ];
}
