import { count } from './cells.ts';
import { ASSUMED, CHANGES, limitsOf, ofPoint, pagesAsked, type Limit, type Measured } from './limits.ts';
import { reportOf, tableAsMarkdown, type BenchResult } from './report.ts';
import type { BenchTable } from './section.ts';

export const PLANNING_FILE = 'PLANNING.md';

interface Size {
  readonly name: string;
  readonly points: number;
}

const SIZES: readonly Size[] = [
  { name: 'a bureau 一个局', points: 10_000 },
  { name: 'a city 一个市', points: 200_000 },
  { name: 'a province 一个省', points: 1_000_000 },
  { name: 'the country, 31 provinces 全国', points: 31_000_000 },
];

/** From a bureau to a country: what it costs by what a bench measured, and what comes to its end first. */
export function asPlanning(result: BenchResult): string {
  const measured = { points: result.points, bytes: result.bytes, costs: reportOf(result).costs };
  const { machine, points, leftOut } = result;
  const missing = leftOut.map(({ name, why }) => `- not here: ${name} ${why}`);
  return [
    '# From a bureau to a country 容量规划',
    '',
    '由 `npm run bench` 按同一次测得的数字写成，没有手填的数字；大小不同之处按每个风险点的成本推算。',
    '',
    `Written by \`npm run bench\` from what it measured at ${count(points)} points; no figure is by hand. Other sizes are reckoned from the cost of a point; [BENCHMARKS.md](BENCHMARKS.md) has the measurements, and how they grow.`,
    '',
    ...[costTable(measured), sizeTable(measured), limitTable(measured), ...simulated(result)].flatMap(
      tableAsMarkdown,
    ),
    '## Taken for granted',
    '',
    ...assumptions(),
    `- ${machine.processor}, ${String(machine.cores)} cores, ${machine.memory}, SQLite ${machine.sqlite}, program ${machine.program}`,
    ...missing,
    '',
  ].join('\n');
}

function costTable(measured: Measured): BenchTable {
  const { points, bytes, costs } = measured;
  const of = (name: string, unit: string, digits = 1): string => {
    const cost = costs[name];
    return cost === undefined ? 'not measured' : `${cost.toFixed(digits)} ${unit}`;
  };
  const regrading = CHANGES.map((change) => {
    const cost = ofPoint(measured, `regrading after ${change}, ms of the processor`);
    return [
      `a point, regraded after ${change}`,
      cost === null ? 'not measured' : `${(cost * 1000).toFixed(2)} µs`,
    ];
  });
  return {
    title: 'What one costs',
    rows: [
      ['', 'measured'],
      ['a point, kept', `${count(bytes / points)} bytes`],
      ...regrading,
      ['a form, imported', of('import, ms of a form', 'ms')],
      ['a point, exported', of('export, ms of a point', 'ms', 3)],
      ['a page', of('pages, ms of one', 'ms')],
      ['pages, from one server process', of('pages, most in a second', 'a second')],
      ['a server process', of('server, MB', 'MB', 0)],
    ],
  };
}

function sizeTable(measured: Measured): BenchTable {
  const row = (name: string, of: (size: Size) => number | null, unit: string): readonly string[] => [
    name,
    ...SIZES.map((size) => {
      const number = of(size);
      return number === null ? 'not measured' : `${figure(number)} ${unit}`;
    }),
  ];
  const regraded = (change: string) => (size: Size) => {
    const cost = ofPoint(measured, `regrading after ${change}, ms of the processor`);
    return cost === null ? null : (cost * size.points) / 1000;
  };
  return {
    title: 'From a bureau to a country',
    rows: [
      ['', ...SIZES.map(({ name }) => name)],
      ['risk points', ...SIZES.map(({ points }) => count(points))],
      row('database', ({ points }) => ((measured.bytes / measured.points) * points) / 2 ** 30, 'GB'),
      ...CHANGES.map((change) => row(`processor, after ${change}`, regraded(change), 's')),
      row('pages asked for, at the busiest', ({ points }) => pagesAsked(points), 'a second'),
      row(
        'importing all forms',
        ({ points }) =>
          scaled(measured.costs['import, ms of a form'], points / ASSUMED.pointsOfForm / 60_000),
        'min',
      ),
      ['what comes to its end first', ...SIZES.map(({ points }) => firstLimit(limitsOf(measured), points))],
    ],
  };
}

function limitTable(measured: Measured): BenchTable {
  const limits = limitsOf(measured).toSorted((left, right) => (right.share ?? 0) - (left.share ?? 0));
  const rows = limits.map(({ name, share, then }) => [
    name,
    share === null || share === 0 ? 'not measured' : `${count(Number((1 / share).toPrecision(2)))} points`,
    then,
  ]);
  return {
    title: 'Which limit comes first, and what to do then',
    rows: [['', 'reached at', 'then'], ...rows],
  };
}

function firstLimit(limits: readonly Limit[], points: number): string {
  const [first] = limits.toSorted((left, right) => (right.share ?? 0) - (left.share ?? 0));
  if (first?.share === null || first === undefined) return 'not measured';
  const used = first.share * points;
  return `${first.name} (${used < 10 ? `${figure(used * 100)} %` : `${count(used)} times too much`})`;
}

/** What the generator made up to this size, and how it grew: a machine of this size tells no more. */
function simulated(result: BenchResult): readonly BenchTable[] {
  const titles = ['How regrading grows', 'Boards by the size'];
  return reportOf(result).tables.filter(({ title }) => titles.some((begin) => title.startsWith(begin)));
}

function assumptions(): readonly string[] {
  return [
    `- a form has ${String(ASSUMED.pointsOfForm)} points and belongs to one person; at the busiest ${String(ASSUMED.atWork * 100)} % of them look at a page each every ${String(ASSUMED.secondsOfPage)} s`,
    '- what was measured at one size costs as much for each point at another: the exponents of growth say how true that is',
    '- campaigns of one year; earlier years add to the database alone',
  ];
}

function scaled(cost: number | undefined, times: number): number | null {
  return cost === undefined ? null : cost * times;
}

function figure(number: number): string {
  return number >= 100 ? count(number) : String(Number(number.toPrecision(2)));
}
