import type { BenchPage } from './bench-pages.ts';
import { count } from './cells.ts';
import { percentile } from './measurement.ts';
import { USERS, type PagesFigures } from './pages-bench.ts';
import { NOTHING, type BenchTable, type PageRow, type SectionReport, type Target } from './section.ts';
import { percentilesOf, type Visits } from './visits.ts';

/** The boards of provinces of several sizes, the smallest first. */
export type BoardsBySize = readonly { readonly points: number; readonly visits: Visits }[];

const LISTS_SHOWN = 20;
const MEGABYTE = 2 ** 20;

/** What pages cost, as tables, targets and rows for other programs. */
export function pagesReport(figures: PagesFigures, boards: BoardsBySize): SectionReport {
  const [quiet = new Map<BenchPage, number[]>()] = figures.quiet;
  const { startUp, memory } = figures;
  return {
    ...NOTHING,
    tables: [...pageTables(figures, quiet), boardTable(boards)],
    targets: targetsOf(figures, quiet, boards),
    notes: [
      `pages by a server process of its own on the same machine as who asks; people who look at once do not pause; a server answers ${count(startUp)} ms after its command, and holds ${count(memory.now / MEGABYTE)} MB (at most ${count(memory.most / MEGABYTE)} MB) after all visits`,
      'the lists are those of a bureau with a hundredth of the points (leader) and of the largest bureau, which has about a fifth (province): each filter, order and search; the slowest are shown, all are in --json',
    ],
    costs: {
      'pages, ms of one': mean(quiet),
      'pages, most in a second': Math.max(
        ...figures.quiet.map((visits, index) => ((USERS[index] ?? 1) * 1000) / mean(visits)),
      ),
      'server, MB': memory.most / MEGABYTE,
    },
    pages: [
      ...figures.quiet.flatMap((visits, index) => rowsOf(visits, USERS[index] ?? 1, false)),
      ...rowsOf(figures.activating, 1, true),
    ],
  };
}

function targetsOf(
  { activating, memory }: PagesFigures,
  quiet: Visits,
  boards: BoardsBySize,
): readonly Target[] {
  const lists = p95sOf(quiet, 'list');
  const [smallest] = boards;
  const largest = boards.at(-1);
  const grown = median(largest?.visits) / median(smallest?.visits);
  const atMost = { bound: 'at most' } as const;
  return [
    {
      ...atMost,
      name: 'lists by any filter and order, the slowest (p95)',
      measured: Math.max(0, ...lists),
      promised: 100,
      unit: 'ms',
    },
    {
      ...atMost,
      name: 'all pages while rules come into force, of otherwise (p95)',
      measured: p95(activating) / p95(quiet),
      promised: 2,
      unit: '×',
    },
    {
      ...atMost,
      name: `boards at ${count(largest?.points ?? 0)} points, of ${count(smallest?.points ?? 0)} (median)`,
      measured: grown,
      promised: 1.3,
      unit: '×',
    },
    { ...atMost, name: 'memory of a server', measured: memory.most / MEGABYTE, promised: 300, unit: 'MB' },
  ];
}

function pageTables({ quiet: all, activating }: PagesFigures, quiet: Visits): readonly BenchTable[] {
  const head = [
    '',
    ...USERS.map((users) => `${String(users)} at once: p50 / p95 / p99`),
    'while rules come into force',
    'p95 of otherwise',
  ];
  const row = (page: BenchPage): readonly string[] => {
    const ratio = p95Of(activating, page) / p95Of(quiet, page);
    return [
      page.name,
      ...[...all, activating].map((visits) => cell(visits.get(page) ?? [])),
      `${ratio.toFixed(2)}×`,
    ];
  };
  const slowest = (pages: readonly BenchPage[]): readonly BenchPage[] =>
    pages.toSorted((left, right) => p95Of(quiet, right) - p95Of(quiet, left));
  const pages = [...quiet.keys()];
  const lists = slowest(pages.filter(({ kind }) => kind === 'list'));
  return [
    {
      title: 'Pages, in milliseconds',
      rows: [head, ...slowest(pages.filter(({ kind }) => kind !== 'list')).map(row)],
    },
    {
      title: `The ${String(LISTS_SHOWN)} slowest of ${String(lists.length)} lists, in milliseconds`,
      rows: [head, ...lists.slice(0, LISTS_SHOWN).map(row)],
    },
  ];
}

function boardTable(boards: BoardsBySize): BenchTable {
  const names = [...(boards[0]?.visits.keys() ?? [])].map(({ name }) => name);
  const timesOf = (visits: Visits, name: string): readonly number[] =>
    [...visits].find(([page]) => page.name === name)?.[1] ?? [];
  const rows = names.map((name) => [name, ...boards.map(({ visits }) => cell(timesOf(visits, name)))]);
  return {
    title: 'Boards by the size of the province, p50 / p95 / p99 in milliseconds',
    rows: [['', ...boards.map(({ points }) => `${count(points)} points`)], ...rows],
  };
}

function cell(times: readonly number[]): string {
  if (times.length === 0) return '';
  const { p50, p95: upper, p99 } = percentilesOf(times);
  return [p50, upper, p99].map(count).join(' / ');
}

function rowsOf(visits: Visits, users: number, isActivating: boolean): readonly PageRow[] {
  return [...visits].map(([{ name }, times]) => {
    const { visits: number, p50, p95: upper, p99 } = percentilesOf(times);
    return { name, users, isActivating, visits: number, p50ms: p50, p95ms: upper, p99ms: p99 };
  });
}

function p95Of(visits: Visits, page: BenchPage): number {
  return percentile(visits.get(page) ?? [], 0.95);
}

function p95sOf(visits: Visits, kind: BenchPage['kind']): readonly number[] {
  return [...visits.keys()].filter((page) => page.kind === kind).map((page) => p95Of(visits, page));
}

function p95(visits: Visits): number {
  return percentile([...visits.values()].flat(), 0.95);
}

function mean(visits: Visits): number {
  const times = [...visits.values()].flat();
  return times.reduce((sum, time) => sum + time, 0) / times.length;
}

/** The sum of every page's middle: each page counts, the slow ones more. */
function median(visits: Visits | undefined): number {
  return [...(visits?.values() ?? [])].reduce((sum, times) => sum + percentile(times, 0.5), 0);
}
