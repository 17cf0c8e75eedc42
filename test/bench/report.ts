import { textTable } from '../../src/platform/text-table.ts';
import type { BenchResult, Line } from './suite.ts';

/** Where and on what a bench ran. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly node: string;
  readonly sqlite: string;
  /** Load averages before and after: others may have been at work. */
  readonly load: readonly [number, number];
  readonly at: string;
}

const HEAD = ['', 'cold ms', 'min ms', 'median ms', 'p95 ms', 'rival', 'rival ms (extrapolated)'];

/** A bench's figures as rows of a table, head first. */
function benchRows({
  rules,
  whatIf,
  whatIfCutAnew,
  verification,
}: BenchResult): readonly (readonly string[])[] {
  const { facts, isSampled } = verification;
  const check = `verify ${String(rules)} rules × ${String(facts)} facts${isSampled ? ' (sampled)' : ''}`;
  return [
    HEAD,
    rowOf('what-if, no number cut anew', 'every point', whatIf),
    rowOf('what-if, two numbers cut anew', 'every point', whatIfCutAnew),
    rowOf(check, 'every case', verification),
  ];
}

/** What stands beside the table: the data, the activation, the machine. */
function benchNotes(result: BenchResult, machine: Machine): readonly string[] {
  const { points, cases, runs, seed, filing, activation } = result;
  const [before, after] = machine.load.map((load) => load.toFixed(1));
  return [
    `${String(points)} points in ${String(cases)} cases, seed ${String(seed)}, filed in ${seconds(filing)}; ${String(runs)} runs`,
    `activation ${seconds(activation.milliseconds)}: moved ${String(activation.moved)}, foretold ${String(activation.foretold)}, end state ${activation.isAsForetold ? 'equal' : 'DIFFERENT'}`,
    `rivals run json-rules-engine on a sample (${String(result.whatIf.rival.sampled)} points, ${String(result.verification.rival.sampled)} cases) and are extrapolated`,
    `${machine.processor}, ${String(machine.cores)} cores, load ${String(before)} → ${String(after)}, Node ${machine.node}, SQLite ${machine.sqlite}, ${machine.at}`,
  ];
}

/** The figures for people at a terminal. */
export function asText(result: BenchResult, machine: Machine): string {
  return [...textTable(benchRows(result)), '', ...benchNotes(result, machine)].join('\n');
}

/** The figures as a page of the repository. */
export function asMarkdown(result: BenchResult, machine: Machine): string {
  const [head = [], ...rows] = benchRows(result);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const table = [line(head), line(head.map(() => '---')), ...rows.map(line)];
  const notes = benchNotes(result, machine).map((note) => `- ${note}`);
  return ['# Benchmarks', '', 'Written by `npm run bench -- --report`.', '', ...table, '', ...notes, ''].join(
    '\n',
  );
}

function rowOf(name: string, rivalName: string, { figures, rival }: Line): readonly string[] {
  const { cold, min, median, p95 } = figures;
  const times = [cold, min, median, p95].map((milliseconds) => milliseconds.toFixed(0));
  return [name, ...times, rivalName, Number(rival.extrapolated.toPrecision(3)).toLocaleString('en')];
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
