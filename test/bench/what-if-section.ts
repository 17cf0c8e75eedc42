import { unitById } from '../../src/organisation/organisation-store.ts';
import { EVERYWHERE } from '../../src/organisation/reach.ts';
import type { GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import type { Services } from '../../src/services.ts';
import type { Impact } from '../../src/tuning/impact.ts';
import { benchPoints } from './bench-points.ts';
import { changedCell, movedThresholds } from './bench-rulebooks.ts';
import { count, LINE_HEAD, lineRow, spreadCells } from './cells.ts';
import { firstAnswers, type FirstAnswers } from './first-answers.ts';
import { measured, type Line } from './measurement.ts';
import { provinceOf, REGION, type BureauPlace } from './province.ts';
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
const MOST_RUNS_OF_ALL = 10;
const LARGEST = 'the largest bureau';
const ALL = 'all campaigns';
const NO_CUT = 'what-if, no number cut anew';
const CUT_ANEW = 'what-if, two numbers cut anew';

/** What a draft would do: of the largest bureau's campaign, as a page asks, and of all campaigns together. */
export const whatIfSection: Section = {
  name: 'what-if',
  run: (context) => onCopy(context.template, (desk, copy) => whatIfs(context, desk, copy)),
};

async function whatIfs({ options, say }: BenchContext, desk: Services, copy: string): Promise<SectionReport> {
  const places = provinceOf(options.points, options.seed);
  const [largest] = places;
  const region = await unitById(desk.database.read, REGION);
  if (largest === undefined || region === null) throw new Error('a province has bureaus');
  const ofLargest = (draft: GradingRulebook) => desk.whatIf.impact(draft, largest.campaignId, EVERYWHERE);
  const ofAll = (draft: GradingRulebook) => desk.whatIf.impactUnder(draft, region);
  const ask = { places, runs: options.runs };
  say('what-if');
  const noCut = await lineOf(changedCell, ofLargest, { ...ask, places: [largest] });
  const cutAnew = await lineOf(movedThresholds, ofLargest, { ...ask, places: [largest] });
  say('what-if of all campaigns');
  const runs = Math.min(options.runs, MOST_RUNS_OF_ALL);
  const noCutOfAll = await lineOf(changedCell, ofAll, { ...ask, runs });
  const cutAnewOfAll = await lineOf(movedThresholds, ofAll, { ...ask, runs });
  say('first answers of fresh processes');
  const first = await firstAnswers(copy, largest.campaignId);
  const lines = { noCut, cutAnew, noCutOfAll, cutAnewOfAll };
  say('what-if of each campaign, to compare');
  const drafts = [changedCell(0), movedThresholds(0)];
  return {
    ...NOTHING,
    tables: [tableOf(lines, first, largest.points)],
    targets: [
      target(NO_CUT, noCut, 300),
      target(CUT_ANEW, cutAnew, 3000),
      target(NO_CUT, noCutOfAll, 300, ALL),
      target(CUT_ANEW, cutAnewOfAll, 3000, ALL),
    ],
    notes: [
      `json-rules-engine was asked about ${count(noCut.rival.sampled)} points of what a draft would do; its times for all are extrapolated`,
    ],
    costs: {
      'what-if of all campaigns, ms of the processor': noCutOfAll.figures.processor,
      'what-if of all campaigns, cut anew, ms of the processor': cutAnewOfAll.figures.processor,
    },
    faults: (await Promise.all(drafts.map((draft) => differenceOfAll(desk, draft, places, ofAll)))).flat(),
  };
}

type Asked = (draft: GradingRulebook) => Promise<Impact | null>;

/** Asked together, campaigns must move what they do one by one. */
async function differenceOfAll(
  desk: Services,
  draft: GradingRulebook,
  places: readonly BureauPlace[],
  ofAll: Asked,
): Promise<readonly string[]> {
  let changed = 0;
  for (const { campaignId } of places) {
    changed += (await desk.whatIf.impact(draft, campaignId, EVERYWHERE)).changed;
  }
  const together = (await ofAll(draft))?.changed ?? 0;
  if (changed === together) return [];
  return [`a what-if of all campaigns moves ${count(together)} points, those of each ${count(changed)}`];
}

/** The what-ifs of a draft that is another one at each turn; the rival is asked about points of the first campaign. */
async function lineOf(
  draft: (turn: number) => GradingRulebook,
  asked: Asked,
  { places, runs }: { readonly places: readonly BureauPlace[]; readonly runs: number },
): Promise<Line> {
  const [first] = places;
  if (first === undefined) throw new Error('there are no campaigns to look at');
  const points = benchPoints(Math.min(first.points, RIVAL_POINTS), first.seed);
  const of = places.reduce((sum, place) => sum + place.points, 0);
  return {
    figures: await measured(runs, (turn) => asked(draft(turn))),
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
      lineRow(`${NO_CUT}, ${ALL}`, noCutOfAll, 'every point'),
      lineRow(`${CUT_ANEW}, ${ALL}`, cutAnewOfAll, 'every point'),
      ['first what-if of a fresh process, no cut', '', ...spreadCells(first.noCut), '', ''],
      ['first what-if of a fresh process, cut anew', '', ...spreadCells(first.cutAnew), '', ''],
    ],
  };
}

function target(name: string, { figures }: Line, promised: number, of = LARGEST): Target {
  return {
    ...{ name: `${name}, ${of} (p95)`, measured: figures.p95 },
    ...{ bound: 'at most', promised, unit: 'ms' },
  };
}
