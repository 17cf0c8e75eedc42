import { EVERYWHERE } from '../../src/organisation/reach.ts';
import { digestOf } from '../../src/rulebooks/digest.ts';
import type { GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import { activateForAll, insertVersion } from '../../src/rulebooks/rulebook-store.ts';
import { testApp, type TestApp } from '../support/http.ts';
import { activationBench, type ActivationFigures } from './activation-bench.ts';
import { fileInBulk } from './bench-campaign.ts';
import { benchPoints } from './bench-points.ts';
import { changedCell, movedThresholds, ruledBureau } from './bench-rulebooks.ts';
import { firstAnswers, type FirstAnswers } from './first-answers.ts';
import { bareUpdate } from './floor.ts';
import { measured, timed, type Line, type Taken } from './measurement.ts';
import { judgingEveryPoint } from './rival.ts';
import { verificationBench, type VerificationLine } from './verification-bench.ts';

export interface BenchOptions {
  readonly points: number;
  readonly runs: number;
  readonly seed: number;
  /** Of the decision tables that are verified. */
  readonly rules: number;
}

export interface BenchResult extends BenchOptions {
  readonly cases: number;
  /** Milliseconds of filling the tables, with every trigger, and of grading. */
  readonly filing: number;
  readonly whatIf: Line;
  readonly whatIfCutAnew: Line;
  readonly first: FirstAnswers;
  /** One bare `UPDATE … CASE` of all points. */
  readonly floor: Taken;
  readonly activation: ActivationFigures;
  readonly activationCutAnew: ActivationFigures;
  readonly verification: readonly VerificationLine[];
}

const RIVAL_POINTS = 2000;

/**
 * Measures everything on one generated bureau, which is gone afterwards.
 * @param say told what begins
 */
export async function runBench(options: BenchOptions, say: (part: string) => void): Promise<BenchResult> {
  say(`${String(options.points)} points are filed`);
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
    const cases = await casesIn(app);
    say('what-if');
    const looked = { whatIf: await whatIf(changedCell), whatIfCutAnew: await whatIf(movedThresholds) };
    say('first answers of fresh processes');
    const first = await firstAnswers(app.database, campaignId);
    say('activation');
    const floor = await bareUpdate(app.database, campaignId);
    const activation = await activationBench(app, campaignId, changedCell(0));
    const activationCutAnew = await activationBench(app, campaignId, movedThresholds(0));
    say('verification');
    const verification = await verificationBench(options);
    return {
      ...options,
      cases,
      filing,
      ...looked,
      first,
      floor,
      activation,
      activationCutAnew,
      verification,
    };
  } finally {
    await app.end();
  }
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
