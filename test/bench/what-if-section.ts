import { EVERYWHERE } from '../../src/organisation/reach.ts';
import type { GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import type { Services } from '../../src/services.ts';
import { benchPoints } from './bench-points.ts';
import { changedCell, movedThresholds } from './bench-rulebooks.ts';
import { count, LINE_HEAD, lineRow, spreadCells } from './cells.ts';
import { firstAnswers, type FirstAnswers } from './first-answers.ts';
import { measured, type Line } from './measurement.ts';
import { provinceOf, type BureauPlace } from './province.ts';
import { judgingEveryPoint } from './rival.ts';
import {
  NOTHING,
  type BenchContext,
  type BenchTable,
  type Section,
  type SectionReport,
  type Target,
} from './section.ts';
import { onCopy } from './template.ts';

const RIVAL_POINTS = 2000;
const MOST_RUNS_OF_ALL = 3;
const NO_CUT = 'what-if, no number cut anew';
const CUT_ANEW = 'what-if, two numbers cut anew';

/** What a draft would do: of the largest bureau's campaign, as a page asks, and of all campaigns one after another. */
export const whatIfSection: Section = {
  name: 'what-if',
  run: (context) => onCopy(context.template, (desk, copy) => whatIfs(context, desk, copy)),
};

async function whatIfs({ options, say }: BenchContext, desk: Services, copy: string): Promise<SectionReport> {
  const places = provinceOf(options.points, options.seed);
  const [largest] = places;
  if (largest === undefined) throw new Error('a province has bureaus');
  say('what-if');
  const noCut = await lineOf(desk, changedCell, options.runs, [largest]);
  const cutAnew = await lineOf(desk, movedThresholds, options.runs, [largest]);
  say('what-if of all campaigns');
  const all = Math.min(options.runs, MOST_RUNS_OF_ALL);
  const noCutOfAll = await lineOf(desk, changedCell, all, places);
  const cutAnewOfAll = await lineOf(desk, movedThresholds, all, places);
  say('first answers of fresh processes');
  const first = await firstAnswers(copy, largest.campaignId);
  const lines = { noCut, cutAnew, noCutOfAll, cutAnewOfAll };
  return {
    ...NOTHING,
    tables: [tableOf(lines, first, largest.points)],
    targets: [target(NO_CUT, noCut, 300), target(CUT_ANEW, cutAnew, 3000)],
    notes: [
      `json-rules-engine was asked about ${count(noCut.rival.sampled)} points of what a draft would do; its times for all are extrapolated`,
    ],
  };
}

/** The what-ifs of some campaigns, one after another; the rival is asked about points of the first. */
async function lineOf(
  desk: Services,
  draft: (turn: number) => GradingRulebook,
  runs: number,
  places: readonly BureauPlace[],
): Promise<Line> {
  const [first] = places;
  if (first === undefined) throw new Error('there are no campaigns to look at');
  const points = benchPoints(Math.min(first.points, RIVAL_POINTS), first.seed);
  const of = places.reduce((sum, place) => sum + place.points, 0);
  return {
    figures: await measured(runs, async (turn) => {
      for (const { campaignId } of places) await desk.whatIf.impact(draft(turn), campaignId, EVERYWHERE);
    }),
    rival: await judgingEveryPoint(draft(0), points, RIVAL_POINTS, of),
  };
}

interface Lines {
  readonly noCut: Line;
  readonly cutAnew: Line;
  readonly noCutOfAll: Line;
  readonly cutAnewOfAll: Line;
}

function tableOf(
  { noCut, cutAnew, noCutOfAll, cutAnewOfAll }: Lines,
  first: FirstAnswers,
  points: number,
): BenchTable {
  const size = count(points);
  return {
    title: 'What a draft would do, in milliseconds',
    rows: [
      LINE_HEAD,
      lineRow(`${NO_CUT}, a bureau of ${size} points`, noCut, 'every point'),
      lineRow(`${CUT_ANEW}, a bureau of ${size} points`, cutAnew, 'every point'),
      lineRow(`${NO_CUT}, all campaigns`, noCutOfAll, 'every point'),
      lineRow(`${CUT_ANEW}, all campaigns`, cutAnewOfAll, 'every point'),
      ['first what-if of a fresh process, no cut', '', ...spreadCells(first.noCut), '', ''],
      ['first what-if of a fresh process, cut anew', '', ...spreadCells(first.cutAnew), '', ''],
    ],
  };
}

function target(name: string, { figures }: Line, promised: number): Target {
  return {
    ...{ name: `${name}, the largest bureau (p95)`, measured: figures.p95 },
    ...{ bound: 'at most', promised, unit: 'ms' },
  };
}
