import { availableParallelism, cpus, totalmem } from 'node:os';
import { textTable } from '../../src/platform/text-table.ts';
import { count } from './cells.ts';
import type { ScaleRun } from './scale-run.ts';
import { limitOf } from './scale-limit.ts';
import type { ScaleEnd, ScaleWork } from './scale-work.ts';

export interface ScaleOptions {
  readonly points: number;
  /** Word files, one form in each. */
  readonly forms: number;
  readonly workers: readonly number[];
  readonly kills: number;
  readonly seed: number;
}

/** What workers shared, and what came of it by how many they were. */
export interface ScaleResult extends Pick<ScaleWork, 'name' | 'unit'> {
  /** The file of its picture. */
  readonly chart: string;
  readonly runs: readonly (ScaleRun & {
    readonly perSecond: number;
    /** The same while parts were worked on; 0 where nothing was shared out. */
    readonly perSharedSecond: number;
  })[];
}

/** The runs with their throughput. */
export function resultOf({ name, unit, whole }: ScaleWork, runs: readonly ScaleRun[]): ScaleResult {
  return {
    ...{ name, unit, chart: `SCALE-${whole}.svg` },
    runs: runs.map((run) => ({
      ...run,
      perSecond: (run.end.done / run.milliseconds) * 1000,
      perSharedSecond: run.parts === 0 ? 0 : (run.end.done / run.shared) * 1000,
    })),
  };
}

/** What must not be so, whatever the times: what is wrong by itself, and what ended otherwise than in the first run. */
export function faultsOf({ name, runs }: ScaleResult): readonly string[] {
  return runs.flatMap((run) =>
    [...run.end.faults, ...differences(run.end, runs[0]?.end)].map(
      (fault) => `${name}, ${nameOf(run)}: ${fault}`,
    ),
  );
}

function differences(end: ScaleEnd, first: ScaleEnd = end): readonly string[] {
  const names = Object.keys(first.digests).filter((of) => end.digests[of] !== first.digests[of]);
  if (end.done !== first.done) names.push('number of what was done');
  return names.map((of) => `other ${of} than in the first run`);
}

export function asScaleText(results: readonly ScaleResult[]): string {
  const parts = results.flatMap((result) => [
    result.name,
    ...textTable(rowsOf(result)),
    '',
    ...notesOf(result),
    '',
  ]);
  return [...parts, machine()].join('\n');
}

export function asScaleMarkdown(
  { points, forms, workers, kills, seed }: ScaleOptions,
  results: readonly ScaleResult[],
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const parts = results.flatMap((result) => {
    const [head = [], ...rows] = rowsOf(result);
    return [
      `## ${result.name}`,
      '',
      `![${result.unit} per second by the number of workers](${result.chart})`,
      '',
      line(head),
      line(head.map((_, index) => (index === 0 ? '---' : '--:'))),
      ...rows.map(line),
      '',
      ...notesOf(result).map((note) => `- ${note}`),
      '',
    ];
  });
  return [
    '# Several workers 多个工作进程',
    '',
    `Written by \`npm run scale -- --points ${String(points)} --forms ${String(forms)} --workers ${workers.join(',')} --kills ${String(kills)} --seed ${String(seed)}\`; no figure is by hand.`,
    '',
    ...parts,
    machine(),
    '',
  ].join('\n');
}

function rowsOf({ unit, runs }: ScaleResult): readonly (readonly string[])[] {
  return [
    [
      ...['', 'ms until done', 'ms while parts were worked on', 'parts', `${unit}/s`, `${unit}/s of these`],
      ...['cores of the database', 'of the workers', 'of the machine'],
      ...['connections that run', 'wait for a lock', 'for the disk', 'for the server', 'for their worker'],
    ],
    ...runs.map((run) => [
      ...[nameOf(run), count(run.milliseconds), count(run.shared), count(run.parts)],
      ...[count(run.perSecond), count(run.perSharedSecond)],
      ...[run.busy.databaseCores, run.busy.workerCores, run.busy.machineCores].map((cores) =>
        cores.toFixed(1),
      ),
      ...(['runs', 'lock', 'disk', 'server', 'worker'] as const).map((at) =>
        run.busy.connections[at].toFixed(1),
      ),
    ]),
  ];
}

function notesOf(result: ScaleResult): readonly string[] {
  const { runs, unit } = result;
  const faults = faultsOf(result);
  return [
    `${count(runs[0]?.end.done ?? 0)} ${unit} were dealt with, each once`,
    ...runs.map((run) => `${nameOf(run)}: ${limitOf(run.busy, availableParallelism())}`),
    faults.length === 0
      ? `every run ended with the same ${Object.keys(runs[0]?.end.digests ?? {}).join(', ')}`
      : `WRONG: ${faults.join('; ')}`,
  ];
}

function machine(): string {
  const memory = `${String(Math.round(totalmem() / 2 ** 30))} GB of memory`;
  const cores = `${String(availableParallelism())} cores`;
  const day = new Date().toISOString().slice(0, 10);
  return `PostgreSQL that keeps what it commits, on one machine with the workers: ${cpus()[0]?.model ?? 'unknown'}, ${cores}, ${memory}, Node.js ${process.versions.node}, ${day}.`;
}

function nameOf({ workers, killed }: Pick<ScaleRun, 'workers' | 'killed'>): string {
  const name = `${String(workers)} worker${workers === 1 ? '' : 's'}`;
  return killed === 0 ? name : `${name}, ${String(killed)} killed`;
}
