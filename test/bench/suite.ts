import { gradingCheck } from '../../src/grading/grading-check.ts';
import { EVERYWHERE } from '../../src/organisation/reach.ts';
import { digestOf } from '../../src/rulebooks/digest.ts';
import type { GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import { activateForAll, insertVersion } from '../../src/rulebooks/rulebook-store.ts';
import { testApp, type TestApp } from '../support/http.ts';
import { activationBench, type ActivationFigures } from './activation-bench.ts';
import { fileInBulk } from './bench-campaign.ts';
import { benchPoints } from './bench-points.ts';
import { changedCell, largeTable, movedThresholds, ruledBureau } from './bench-rulebooks.ts';
import { measured, timed, type Figures } from './measurement.ts';
import { judgingEveryCase, judgingEveryPoint, type Rival } from './rival.ts';

export interface BenchOptions {
  readonly points: number;
  readonly runs: number;
  readonly seed: number;
  /** Of the decision table that is verified. */
  readonly rules: number;
}

/** Something measured, beside a simpler way to the same answer. */
export interface Line {
  readonly figures: Figures;
  readonly rival: Rival;
}

export interface BenchResult extends BenchOptions {
  readonly cases: number;
  readonly filing: number;
  readonly whatIf: Line;
  readonly whatIfCutAnew: Line;
  readonly activation: ActivationFigures;
  readonly verification: Line & {
    readonly facts: number;
    readonly isSampled: boolean;
  };
}

const RIVAL_POINTS = 2000;
const RIVAL_CASES = 100;
const FACTS = 12;

/** Measures everything on one generated bureau, which is gone afterwards. */
export async function runBench(options: BenchOptions): Promise<BenchResult> {
  const points = benchPoints(options.points, options.seed);
  const app = await testApp();
  try {
    await putInForce(app, ruledBureau());
    let campaignId = 0;
    const filing = await timed(async () => (campaignId = await fileInBulk(app, points)));
    const whatIf = async (draft: (turn: number) => GradingRulebook): Promise<Line> => ({
      figures: await measured(options.runs, (turn) => app.whatIf.impact(draft(turn), campaignId, EVERYWHERE)),
      rival: await judgingEveryPoint(draft(0), points, RIVAL_POINTS),
    });
    return {
      ...options,
      cases: await casesIn(app),
      filing,
      whatIf: await whatIf(changedCell),
      whatIfCutAnew: await whatIf(movedThresholds),
      activation: await activationBench(app, campaignId, movedThresholds(0)),
      verification: await verification(options),
    };
  } finally {
    await app.end();
  }
}

async function verification({ runs, seed, rules }: BenchOptions): Promise<BenchResult['verification']> {
  const rulebook = largeTable(rules, FACTS, seed);
  let isSampled = false;
  const figures = await measured(Math.min(runs, 5), async () => {
    isSampled = (await gradingCheck(rulebook)).sampled;
  });
  const rival = await judgingEveryCase(rulebook, RIVAL_CASES);
  return { facts: FACTS, isSampled, figures, rival };
}

async function putInForce({ database }: TestApp, rulebook: GradingRulebook): Promise<void> {
  await database.transaction(async (transaction) => {
    const version = { version: 'bench', digest: digestOf(rulebook), state: 'active', at: 'now' };
    const id = await insertVersion(transaction, rulebook, version);
    const standing = transaction('rulebook_activation').where({ kind: 'grading' }).whereNull('active_to');
    await standing.update({ active_to: 'now' });
    await activateForAll(transaction, 'grading', id, 'now');
  });
}

async function casesIn({ database }: TestApp): Promise<number> {
  const row = (await database.read('rollup_case').countDistinct({ cases: 'case_id' }).first()) as {
    cases: number;
  };
  return row.cases;
}
