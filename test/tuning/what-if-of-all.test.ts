import { expect } from 'chai';
import fc from 'fast-check';
import { KEY_DOMAINS } from '../../src/organisation/key-domain.ts';
import { refreshRollups } from '../../src/risk-points/rollup-store.ts';
import { arbitraryCampaign } from '../support/arbitrary-campaign.ts';
import { expectedImpact } from '../support/expected-impact.ts';
import { fileCampaign, placePoints, type PlacedPoint } from '../support/graded-campaign.ts';
import { testInstallation, type TestInstallation } from '../support/installation.ts';
import { rounds } from '../support/postgres-copies.ts';

const COUNTRY = { id: 0, parentId: null, kind: 'region', name: '全国', path: '/' } as const;
const OTHER = { id: 900, campaign: 900, unit: 901 } as const;

describe('a what-if of all campaigns under a unit', function () {
  this.timeout(60_000);
  let installation: TestInstallation;

  before(async () => {
    installation = await testInstallation();
    await fileCampaign(installation);
    await installation.database.transaction(async (transaction) => {
      const { id, unit, campaign } = OTHER;
      await transaction('org_unit').insert([
        { id, parent_id: null, kind: 'bureau', name: '第二局', path: `/${String(id)}/` },
        { id: unit, parent_id: id, kind: 'division', name: '一处', path: `/${String(id)}/${String(unit)}/` },
      ]);
      await transaction('campaign').insert({ id: campaign, bureau_id: id, year: 2021, state: 'open' });
    });
  });

  after(() => installation.end());

  it('says of random rulebooks what judging each point by itself says, and keeps bureaus apart', async () => {
    let [moved, cut] = [0, 0];
    await fc.assert(
      fc.asyncProperty(arbitraryCampaign, async ({ inForce, draft, points: wanted }) => {
        const { campaignId, points } = await placePoints(installation, inForce, wanted);
        const { version } = await scope();
        const others = await everySecondIsOfTheOther(points, campaignId, version.id);
        const impact = await installation.whatIf.impactUnder(draft, COUNTRY);
        await backAgain(points, campaignId);
        if (impact === null) throw new Error('there are open campaigns');
        expect(impact).to.deep.include(expectedImpact(points, inForce, draft));
        const { moves, before, after } = expectedImpact(others, inForce, draft);
        expect(impact.divisions.find(({ unitId }) => unitId === OTHER.id)).to.deep.include({
          moves,
          before,
          after,
        });
        for (const domain of KEY_DOMAINS) {
          const named = points.filter(
            ({ facts, domains }) => facts.domain === domain || domains.includes(domain),
          );
          const sums = expectedImpact(named, inForce, draft);
          expect(impact.domains).to.deep.include({ domain, before: sums.before, after: sums.after });
        }
        moved += impact.changed;
        cut += impact.isCutAnew ? 1 : 0;
      }),
      { numRuns: rounds(20), endOnFailure: true },
    );
    expect(moved, 'points that moved').to.be.greaterThan(0);
    expect(cut, 'questions that had to cut').to.be.greaterThan(0);
  });

  it('says nothing where nobody has an open campaign', async () => {
    const { version } = await scope();
    const empty = { id: 902, parentId: null, kind: 'region', name: '某市', path: '/902/' } as const;
    expect(await installation.whatIf.impactUnder(version.body, empty)).to.equal(null);
  });

  async function scope() {
    return { version: await installation.rulebooks.inForce('grading', COUNTRY.path) };
  }

  async function everySecondIsOfTheOther(
    points: readonly PlacedPoint[],
    campaignId: number,
    versionId: number,
  ): Promise<readonly PlacedPoint[]> {
    const others = points.filter((_, index) => index % 2 === 0);
    const home = { campaign_id: OTHER.campaign, unit_id: OTHER.unit };
    await installation.database.transaction(async (transaction) => {
      const ids = others.map(({ id }) => id);
      await transaction('risk_point_state').whereIn('risk_point_id', ids).update(home);
      await refreshRollups(transaction, campaignId, versionId, [
        ...new Set(points.map(({ unitId }) => unitId)),
      ]);
      await refreshRollups(transaction, OTHER.campaign, versionId, [OTHER.unit]);
    });
    return others;
  }

  async function backAgain(points: readonly PlacedPoint[], campaignId: number): Promise<void> {
    await installation.database.transaction(async (transaction) => {
      for (const { id, unitId } of points) {
        const home = { campaign_id: campaignId, unit_id: unitId };
        await transaction('risk_point_state').where({ risk_point_id: id }).update(home);
      }
    });
  }
});
