import { expect } from 'chai';
import fc from 'fast-check';
import { isNumberClass, type CaseFacts, type OwnClass, type PointFacts } from '../../src/grading/case.ts';
import { casesWithIds } from '../../src/grading/grading-store.ts';
import { GradingService } from '../../src/grading/grading-service.ts';
import type { GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import { ActivationJob } from '../../src/tuning/activation-job.ts';
import { arbitraryCampaign } from '../support/arbitrary-campaign.ts';
import {
  fileCampaign,
  placePoints,
  WANTED_POINTS,
  type PlacedPoint,
  type WantedPoint,
} from '../support/graded-campaign.ts';
import { oracleGrade } from '../support/grading-oracle.ts';
import { testApp, type TestApp } from '../support/http.ts';
import { approved } from '../support/proposing.ts';
import { gather, makeElsewhere, spread, type Place } from '../support/spread-campaign.ts';

/** A point and the version that it is to be judged by. */
interface DuePoint extends PlacedPoint {
  readonly by: { readonly id: number; readonly rulebook: GradingRulebook };
}

class Killed extends Error {}

const places = fc.array(fc.constantFrom<Place>('open', 'open', 'open', 'closed', 'elsewhere'), {
  minLength: WANTED_POINTS,
  maxLength: WANTED_POINTS,
});
const anyPlaces = fc.oneof(places, places.map(onlyOpen), places.map(withoutElsewhere));

describe('cases that new rules cut more finely', function () {
  this.timeout(180_000);
  let bureau: TestApp;
  let year = 2021;

  before(async () => {
    bureau = await testApp();
    await fileCampaign(bureau);
    await makeElsewhere(bureau);
  });

  after(() => bureau.end());

  it('end as judging every point by itself says, wherever the work was cut off', async () => {
    const seen = { narrowed: 0, killed: 0 };
    await fc.assert(
      fc.asyncProperty(
        arbitraryCampaign,
        anyPlaces,
        fc.boolean(),
        fc.constantFrom(1, 2, 5, 100),
        fc.infiniteStream(fc.nat({ max: 3 })),
        async ({ inForce, draft, other, points: wanted }, placed, isCrowded, most, chances) => {
          const crowded = isCrowded ? wanted.map((point) => withFactsOf(wanted[0], point)) : wanted;
          year += 1;
          await gather(bureau);
          const { points } = await placePoints(bureau, inForce, crowded);
          const elsewhere = await spread(bureau, points, placed, { other, year });
          const after = await activate(draft, most, () => {
            const isKilled = chances.next().value === 0;
            if (isKilled) seen.killed += 1;
            return isKilled;
          });
          const rules = { open: { id: after, rulebook: draft }, others: { id: elsewhere, rulebook: other } };
          const due = points.map((point, index) => ({
            ...point,
            by: placed[index] === 'open' ? rules.open : rules.others,
          }));
          await expectRight(due);
          await bureau.jobRunner.runWaiting();
          await expectRight(due);
        },
      ),
      { numRuns: 20, endOnFailure: true },
    );
    const [row] = await bureau.database
      .read('case_narrowing')
      .count<{ narrowed: number }[]>({ narrowed: '*' });
    seen.narrowed = row?.narrowed ?? 0;
    expect(seen.narrowed, 'cases that kept their ids').to.be.greaterThan(10);
    expect(seen.killed, 'steps that were cut off').to.be.greaterThan(10);
  });

  /** Does an activation in steps of which some are undone at the last moment, by another worker each time. */
  async function activate(draft: GradingRulebook, most: number, isKilled: () => boolean): Promise<number> {
    const { versionId, jobId } = await approved(bureau, draft);
    let worker = freshWorker();
    let job = await bureau.jobs.find(jobId);
    for (let isFinished = false; !isFinished;) {
      if (job === null) throw new Error('the job is there');
      const now = job;
      try {
        const progress = await bureau.database.transaction(async (transaction) => {
          const done = await worker.step(transaction, now);
          if (isKilled()) throw new Killed();
          return done;
        });
        job = { ...now, ...progress };
        ({ isFinished } = progress);
      } catch (failure) {
        if (!(failure instanceof Killed)) throw failure;
        worker = freshWorker();
      }
    }
    return versionId;

    function freshWorker(): ActivationJob {
      const grading = new GradingService(bureau.rulebooks);
      return new ActivationJob({ ...bureau, grading, batch: { points: most, cases: most } });
    }
  }

  async function expectRight(points: readonly DuePoint[]): Promise<void> {
    const { read } = bureau.database;
    const rows = await read('risk_point_state')
      .orderBy('risk_point_id')
      .select<{ id: number; caseId: number }[]>({ id: 'risk_point_id', caseId: 'case_id' });
    const cases = new Map(
      (
        await casesWithIds(
          read,
          rows.map(({ caseId }) => caseId),
        )
      ).map(({ id, facts }) => [id, facts]),
    );
    const caseIds = new Map(rows.map(({ id, caseId }) => [id, caseId]));
    for (const { id, facts, by } of points) {
      const caseId = caseIds.get(id) ?? 0;
      const known = cases.get(caseId);
      expect(known !== undefined && isIn(facts, known), `point ${String(id)} is in its case`).to.equal(true);
      const verdict = await read('case_verdict')
        .where({ case_id: caseId, rulebook_version_id: by.id })
        .first<{ grade: number | null } | undefined>('grade');
      expect(verdict?.grade, `point ${String(id)}`).to.equal(oracleGrade(by.rulebook, facts));
    }
    const counted = await read('risk_point_state')
      .where({ is_withdrawn: 0 })
      .groupBy('campaign_id', 'case_id', 'state')
      .orderBy(['campaign_id', 'case_id', 'state'])
      .select('campaign_id', 'case_id', 'state', read.raw('count(*) as points'));
    const kept = await read('rollup_case')
      .orderBy(['campaign_id', 'case_id', 'state'])
      .select('campaign_id', 'case_id', 'state', 'points');
    expect(kept).to.deep.equal(counted);
  }
});

function isIn(point: PointFacts, { probability, harm, domain, measureCount, own }: CaseFacts): boolean {
  const values = Object.entries(own);
  return (
    JSON.stringify([point.probability, point.harm, point.domain]) ===
      JSON.stringify([probability, harm, domain]) &&
    isOf(point.measureCount, measureCount) &&
    values.every(([name, value]) => isOf(point.own[name] ?? null, value))
  );
}

function isOf(value: PointFacts['own'][string] | undefined, of: OwnClass): boolean {
  if (!isNumberClass(of)) return value === of;
  return typeof value === 'number' && value >= (of.from ?? -Infinity) && value < (of.below ?? Infinity);
}

/** With the steps and the domain of another point, so that both fall into one case or are parts of it. */
function withFactsOf(other: WantedPoint | undefined, point: WantedPoint): WantedPoint {
  if (other === undefined) return point;
  const { probability, harm, domain } = other.facts;
  return { ...point, facts: { ...point.facts, probability, harm, domain } };
}

function onlyOpen(drawn: readonly Place[]): Place[] {
  return drawn.map(() => 'open');
}

function withoutElsewhere(drawn: readonly Place[]): Place[] {
  return drawn.map((place) => (place === 'elsewhere' ? 'closed' : place));
}
