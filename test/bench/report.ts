import { textTable } from '../../src/platform/text-table.ts';
import { count } from './cells.ts';
import type { Gathered, MeasuredSection } from './kept-sections.ts';
import type { Machine } from './machine.ts';
import {
  isMet,
  together,
  type BenchOptions,
  type BenchTable,
  type SectionReport,
  type Target,
} from './section.ts';

/** All that a report says: of one province, one machine and one program. */
export interface BenchResult extends Gathered, Pick<BenchOptions, 'points' | 'seed'> {
  readonly machine: Machine;
  /** Milliseconds of filing, with every trigger, and of grading; `null` where nobody kept it. */
  readonly filing: number | null;
  readonly bytes: number;
}

export const CHART_FILE = 'BENCHMARKS.svg';

/** What a section found, for people at a terminal. */
export function sectionAsText({ name, report, load, seconds }: MeasuredSection): string {
  const targets = { title: `What is promised of ${name}`, rows: targetRows(report.targets) };
  const tables = report.targets.length === 0 ? report.tables : [...report.tables, targets];
  return [
    ...tables.flatMap(({ title, rows }) => [title, ...textTable(rows), '']),
    ...report.notes,
    ...wrong(report),
    `${name} took ${count(seconds)} s; load average ${loadWords(load)}`,
    '',
  ].join('\n');
}

/** What a whole run is judged by, for people at a terminal who have seen each section. */
export function asText(result: BenchResult): string {
  const { title, rows } = targetTable(result);
  return [title, ...textTable(rows), '', ...notesOf(result)].join('\n');
}

/** The figures as a page of the repository. */
export function asMarkdown(result: BenchResult): string {
  const report = reportOf(result);
  return [
    '# Benchmarks 性能测试',
    '',
    `Written by \`npm run bench -- --points ${String(result.points)} --seed ${String(result.seed)}\`, in one run or section by section; no figure is by hand.`,
    '',
    `![What was measured as shares of what is promised](${CHART_FILE})`,
    '',
    ...[targetTable(result), ...report.tables, sectionTable(result)].flatMap(tableAsMarkdown),
    '## The run',
    '',
    ...notesOf(result).map((note) => `- ${note}`),
    '',
  ].join('\n');
}

/** A table as Markdown, under its title. */
export function tableAsMarkdown({ title, rows: [head = [], ...rows] }: BenchTable): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, index) => (index === 0 ? '---' : '--:'));
  return [`## ${title}`, '', line(head), line(rule), ...rows.map(line), ''];
}

/** The figures for other programs: `{points, rows, ratios, pages}`, and more beside them. */
export function asJson(result: BenchResult): object {
  const { points, seed, filing, bytes, machine, leftOut } = result;
  const { rows, ratios, pages, faults, costs, targets } = reportOf(result);
  return {
    ...{ points, rows, ratios, pages, faults, costs, seed, filing, bytes, machine, leftOut },
    targets: targets.map((target) => ({ ...target, isMet: isMet(target) })),
    sections: result.sections.map(({ name, options, at, load, seconds }) => ({
      ...{ name, runs: options.runs, forms: options.forms, at, load, seconds },
    })),
  };
}

/** What all sections found. */
export function reportOf({ sections }: BenchResult): SectionReport {
  return together(sections.map(({ report }) => report));
}

/** A target's figure as people read it. */
export function figureOf(number: number, unit: Target['unit']): string {
  if (unit !== '×') return `${count(number)} ${unit}`;
  return `${number >= 10 ? count(number) : number.toFixed(2)}×`;
}

function targetTable(result: BenchResult): BenchTable {
  const title = `What is promised at 1,000,000 points on two cores, at ${count(result.points)} points`;
  return { title, rows: targetRows(reportOf(result).targets) };
}

function targetRows(targets: readonly Target[]): BenchTable['rows'] {
  const rows = targets.map((target) => [
    target.name,
    figureOf(target.measured, target.unit),
    `${target.bound} ${figureOf(target.promised, target.unit)}`,
    isMet(target) ? 'met' : 'MISSED',
  ]);
  return [['', 'measured', 'promised', ''], ...rows];
}

/** With how much each section was measured, and what else the machine did. */
function sectionTable({ sections, leftOut }: BenchResult): BenchTable {
  const rows = sections.map(({ name, options, at, seconds, load }) => [
    ...[name, at, count(seconds), count(options.runs), loadWords(load)],
  ]);
  const others = leftOut.map(({ name, why }) => [name, why, '', '', '']);
  return {
    title: 'The sections',
    rows: [['', 'measured on', 's', 'runs of repeated work', 'load average'], ...rows, ...others],
  };
}

/** What stands beside the tables: the points, the machine, what is not there. */
function notesOf(result: BenchResult): readonly string[] {
  const { points, seed, filing, bytes, machine, leftOut } = result;
  const report = reportOf(result);
  const filed = filing === null ? '' : `, filed in ${(filing / 1000).toFixed(1)} s`;
  return [
    `${count(points)} points of 100 bureaus with a campaign each, seed ${String(seed)}${filed}, a database of ${count(bytes / 2 ** 20)} MB`,
    ...report.notes,
    ...wrong(report),
    ...leftOut.map(({ name, why }) => `NOT HERE: ${name} ${why}`),
    `${machine.processor}, ${String(machine.cores)} cores, ${machine.memory}, Node ${machine.node}, SQLite ${machine.sqlite} (WAL, synchronous = FULL); program ${machine.program}`,
    `load averages above ${String(machine.cores)} say that others were at work as well: then the times by the clock, by which targets are judged, are longer than they need be; those of the processor are the work itself`,
  ];
}

function wrong({ faults }: SectionReport): readonly string[] {
  return faults.map((fault) => `WRONG: ${fault}`);
}

function loadWords([before, after]: MeasuredSection['load']): string {
  return `${before.toFixed(1)} at the start, ${after.toFixed(1)} at the end`;
}
