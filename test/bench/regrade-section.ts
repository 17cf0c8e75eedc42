import type { GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import { activationBench, type ActivationFigures } from './activation-bench.ts';
import { benchPoints } from './bench-points.ts';
import { changedCell, everyCellChanged, newThreshold } from './bench-rulebooks.ts';
import { count, times } from './cells.ts';
import { addFloorColumn, bareUpdate } from './floor.ts';
import { taken, type Rival, type Taken } from './measurement.ts';
import { provinceOf, REGION_PATH } from './province.ts';
import { judgingEveryPoint } from './rival.ts';
import { jsonLogicJudge, regradeEveryPoint, zenJudge, type RivalJudge } from './rival-regrade.ts';
import { faultsAtTheEnd, gradesOfUndecided } from './regrade-end.ts';
import { NOTHING, type BenchContext, type Section, type SectionReport, type Target } from './section.ts';
import { onCopy } from './template.ts';

const SAMPLED_POINTS = 2000;

interface Change {
  readonly name: string;
  readonly rulebook: () => GradingRulebook;
  /** Of the time of the bare update. */
  readonly most: number;
}

const ONE_CELL: Change = { name: 'one cell of the matrix', rulebook: () => changedCell(0), most: 0.3 };
const CHANGES: readonly Change[] = [
  ONE_CELL,
  { name: 'every cell of the matrix', rulebook: everyCellChanged, most: 1 },
  { name: 'a new threshold', rulebook: newThreshold, most: 2.5 },
];

interface Measured {
  readonly floor: Taken;
  readonly zen: Taken;
  readonly jsonLogic: Taken;
  readonly perPoint: Rival;
  readonly changes: readonly (Change & { readonly figures: ActivationFigures })[];
}

/** Regrading every point after a change of rules: ours, what others would use, and the least that must be written. */
export const regradeSection: Section = {
  name: 'regrade',
  async run(context) {
    const { options, template, say } = context;
    say('the bare update of all rows');
    const floor = await onCopy(template, async ({ database }) => {
      await addFloorColumn(database);
      return taken(() => bareUpdate(database));
    });
    const changes: Measured['changes'][number][] = [];
    const faults: string[] = [];
    let afterOneCell = '';
    for (const change of CHANGES) {
      say(`regrading after ${change.name}`);
      await onCopy(template, async (desk) => {
        changes.push({ ...change, figures: await activationBench(desk, change.rulebook()) });
        const found = await faultsAtTheEnd(desk, change.rulebook(), options);
        faults.push(...found.map((fault) => `after ${change.name}: ${fault}`));
        const { id } = await desk.rulebooks.inForce('grading', REGION_PATH);
        if (change === ONE_CELL) afterOneCell = await gradesOfUndecided(desk.database.read, id);
      });
    }
    const rulebook = changedCell(0);
    const zen = await rivalRun(context, 'zen-engine', zenJudge(rulebook));
    const jsonLogic = await rivalRun(context, 'json-logic-engine', jsonLogicJudge(rulebook));
    if (zen.grades !== afterOneCell) faults.push('zen-engine gives points other grades');
    if (jsonLogic.grades !== afterOneCell) faults.push('json-logic-engine gives points other grades');
    say('json-rules-engine, a sample');
    const perPoint = await judgingEveryPoint(rulebook, samplePoints(options), SAMPLED_POINTS, options.points);
    return { ...reportOf(options.points, { floor, zen, jsonLogic, perPoint, changes }), faults };
  },
};

function rivalRun(
  { template, say }: BenchContext,
  name: string,
  judge: RivalJudge,
): Promise<Taken & { readonly grades: string }> {
  say(name);
  return onCopy(template, async ({ database }) => {
    await addFloorColumn(database);
    const time = await taken(() => regradeEveryPoint(database, judge));
    return { ...time, grades: await gradesOfUndecided(database.read, null) };
  });
}

function samplePoints(options: { readonly points: number; readonly seed: number }) {
  const [largest] = provinceOf(options.points, options.seed);
  return benchPoints(Math.min(SAMPLED_POINTS, largest?.points ?? 0), largest?.seed ?? 0);
}

function reportOf(points: number, measured: Measured): SectionReport {
  const { floor, zen, jsonLogic, perPoint, changes } = measured;
  const [oneCell] = changes;
  const ours = oneCell?.figures.milliseconds ?? Infinity;
  const perSecond = (milliseconds: number): number => Math.round((points / milliseconds) * 1000);
  return {
    ...NOTHING,
    tables: [{ title: `Regrading ${count(points)} points, in milliseconds`, rows: tableRows(measured) }],
    targets: [
      ...changes.map(({ name, figures, most }) =>
        ratioTarget(`after ${name}, of the bare UPDATE`, figures.milliseconds / floor.milliseconds, most),
      ),
      faster('json-rules-engine once per point', perPoint.extrapolated / ours, 100),
      faster('zen-engine', zen.milliseconds / ours, 8),
    ],
    notes: [
      `json-rules-engine judged ${count(perPoint.sampled)} points and wrote nothing; its time for all is extrapolated`,
      'zen-engine in loop mode and json-logic-engine compiled read and write like the bare update, in one transaction; each run starts from a copy in which no row has its grade',
    ],
    rows: [
      ...changes.map(({ name, figures }) => ({
        name: `qinglian, ${name}`,
        pointsPerSecond: perSecond(figures.milliseconds),
      })),
      { name: 'bare UPDATE', pointsPerSecond: perSecond(floor.milliseconds) },
      { name: 'json-logic-engine', pointsPerSecond: perSecond(jsonLogic.milliseconds) },
      { name: 'zen-engine', pointsPerSecond: perSecond(zen.milliseconds) },
      { name: 'json-rules-engine (extrapolated)', pointsPerSecond: perSecond(perPoint.extrapolated) },
    ],
    ratios: ratiosOf(measured),
    costs: costsOf(changes),
  };
}

function ratiosOf({ floor, zen, jsonLogic, perPoint, changes }: Measured): Readonly<Record<string, number>> {
  const ours = changes[0]?.figures.milliseconds ?? Infinity;
  return Object.fromEntries([
    ...changes.map(({ name, figures }) => [
      `after ${name}, of the bare UPDATE`,
      figures.milliseconds / floor.milliseconds,
    ]),
    ['json-rules-engine of ours', perPoint.extrapolated / ours],
    ['zen-engine of ours', zen.milliseconds / ours],
    ['json-logic-engine of ours', jsonLogic.milliseconds / ours],
  ]) as Readonly<Record<string, number>>;
}

function costsOf(changes: Measured['changes']): Readonly<Record<string, number>> {
  return Object.fromEntries(
    changes.flatMap(({ name, figures }) => [
      [`regrading after ${name}, ms of the processor`, figures.processor],
      [`regrading after ${name}, ms of the longest step`, figures.longestStep],
    ]),
  );
}

function tableRows({ floor, zen, jsonLogic, perPoint, changes }: Measured): readonly (readonly string[])[] {
  const took = ({ milliseconds, processor }: Taken): readonly string[] => [
    ...[count(milliseconds), times(milliseconds, floor.milliseconds)],
    ...[count(processor), times(processor, floor.processor)],
  ];
  return [
    [
      ...['', 'until in force', 'of the bare UPDATE', 'of the processor', 'of the bare UPDATE'],
      ...['longest step', 'tidying afterwards', 'points moved'],
    ],
    ['bare UPDATE … CASE of all rows', ...took(floor), '', '', ''],
    ...changes.map(({ name, figures }) => [
      ...[`after ${name}`, ...took(figures), count(figures.longestStep)],
      ...[count(figures.tidying), count(figures.moved)],
    ]),
    ['json-logic-engine, compiled', ...took(jsonLogic), '', '', ''],
    ['zen-engine, loop mode', ...took(zen), '', '', ''],
    [
      'json-rules-engine once per point (extrapolated)',
      count(perPoint.extrapolated),
      times(perPoint.extrapolated, floor.milliseconds),
      ...['', '', '', '', ''],
    ],
  ];
}

function ratioTarget(name: string, measured: number, promised: number): Target {
  return { name, measured, bound: 'at most', promised, unit: '×' };
}

function faster(than: string, measured: number, promised: number): Target {
  return {
    ...{ name: `faster after one cell than ${than}`, measured },
    ...{ bound: 'at least', promised, unit: '×' },
  };
}
