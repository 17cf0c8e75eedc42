import { expect } from 'chai';
import fc from 'fast-check';
import { EVERYWHERE } from '../../src/organisation/reach.ts';
import type { Impact } from '../../src/tuning/impact.ts';
import { arbitraryCampaign } from '../support/arbitrary-campaign.ts';
import { changeBetween, gradedPoints, type GradedPoint } from '../support/grades-shown.ts';
import { fileCampaign, placePoints } from '../support/graded-campaign.ts';
import { testApp, type TestApp } from '../support/http.ts';
import { approved } from '../support/proposing.ts';
import { runnerInSteps } from '../support/rule-change.ts';
import { rounds } from '../support/postgres-copies.ts';

const BUREAU = '/1/';

describe('what a simulation says', function () {
  this.timeout(120_000);
  let bureau: TestApp;

  before(async () => {
    bureau = await testApp();
    await fileCampaign(bureau);
  });

  after(() => bureau.end());

  it('is what bringing the rules into force then does to every point', async () => {
    let moved = 0;
    let cut = 0;
    await fc.assert(
      fc.asyncProperty(arbitraryCampaign, async ({ inForce, draft, points }) => {
        const { campaignId } = await placePoints(bureau, inForce, points);
        const before = await gradedPoints(bureau);
        const impact = await bureau.whatIf.impact(draft, campaignId, EVERYWHERE);
        const { versionId } = await approved(bureau, draft);
        await runnerInSteps(bureau, 3).runWaiting();
        expect((await bureau.rulebooks.inForce('grading', BUREAU)).id).to.equal(versionId);
        const after = await gradedPoints(bureau);
        expect(impact).to.deep.include(changeBetween(before, after));
        for (const division of impact.divisions) expectDivision(division, before, after);
        const kept = await bureau.database
          .read('rulebook_activation')
          .where({ version_id: versionId })
          .first<{ moves: string }>('moves');
        expect(JSON.parse(kept.moves)).to.deep.include({ points: impact.points, changed: impact.changed });
        moved += impact.changed;
        cut += impact.isCutAnew ? 1 : 0;
      }),
      { numRuns: rounds(16), endOnFailure: true },
    );
    expect(moved, 'points that moved').to.be.greaterThan(0);
    expect(cut, 'simulations that had to cut').to.be.greaterThan(0);
  });
});

function expectDivision(
  { unitId, moves, before, after }: Impact['divisions'][number],
  was: readonly GradedPoint[],
  is: readonly GradedPoint[],
): void {
  const inside = ({ divisionId }: GradedPoint): boolean => divisionId === unitId;
  const change = changeBetween(was.filter(inside), is.filter(inside));
  expect({ moves, before, after }).to.deep.equal({
    moves: change.moves,
    before: change.before,
    after: change.after,
  });
}
