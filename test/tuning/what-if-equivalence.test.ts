import { expect } from 'chai';
import fc from 'fast-check';
import { EVERYWHERE } from '../../src/organisation/reach.ts';
import { KEY_DOMAINS } from '../../src/organisation/key-domain.ts';
import { createLog } from '../../src/platform/log.ts';
import { JudgingWorker } from '../../src/tuning/judging-worker-service.ts';
import { WhatIfService } from '../../src/tuning/what-if-service.ts';
import { arbitraryCampaign } from '../support/arbitrary-campaign.ts';
import { expectedImpact } from '../support/expected-impact.ts';
import { fileCampaign, placePoints, type PlacedPoint } from '../support/graded-campaign.ts';
import { testInstallation, type TestInstallation } from '../support/installation.ts';
import { rounds } from '../support/postgres-copies.ts';

const RUNS = { numRuns: rounds(25) };

describe('what-if', () => {
  let installation: TestInstallation;

  before(async () => {
    installation = await testInstallation();
    await fileCampaign(installation);
  });

  after(() => installation.end());

  it('says in its thread what it says here', async () => {
    const warnings: string[] = [];
    const log = createLog('warn', { write: (line) => void warnings.push(line) });
    const judging = new JudgingWorker(log, { cases: 0, text: 0 });
    const threaded = new WhatIfService({ ...installation, judging });
    await fc.assert(
      fc.asyncProperty(arbitraryCampaign, async ({ inForce, draft, points: wanted }) => {
        const { campaignId, points } = await placePoints(installation, inForce, wanted);
        const impact = await threaded.impact(draft, campaignId, EVERYWHERE);
        expect(impact).to.deep.include(expectedImpact(points, inForce, draft));
        const here = await installation.whatIf.impact(draft, campaignId, EVERYWHERE);
        expect({ ...impact, seconds: 0 }).to.deep.equal({ ...here, seconds: 0 });
      }),
      RUNS,
    );
    await judging.close();
    expect(warnings).to.deep.equal([]);
  });

  it('says of random rulebooks and points what judging each point by itself says', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryCampaign, async ({ inForce, draft, points: wanted }) => {
        const { campaignId, points } = await placePoints(installation, inForce, wanted);
        const impact = await installation.whatIf.impact(draft, campaignId, EVERYWHERE);
        expect(impact).to.deep.include(expectedImpact(points, inForce, draft));
        for (const { unitId, moves, before, after } of impact.divisions) {
          const ids = await unitsOf(unitId);
          const own = points.filter((point) => ids.includes(point.unitId));
          expect({ moves, before, after }).to.deep.equal(withoutTotals(expectedImpact(own, inForce, draft)));
        }
        for (const domain of KEY_DOMAINS) {
          const { before, after } = expectedImpact(points.filter(hasDomain(domain)), inForce, draft);
          expect(impact.domains).to.deep.include({ domain, before, after });
        }
      }),
      RUNS,
    );
  });

  it('compares any two rulebooks, whichever is in force', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryCampaign, async ({ inForce, draft, other, points: wanted }) => {
        const { campaignId, points } = await placePoints(installation, inForce, wanted);
        const impact = await installation.whatIf.between(
          { before: other, after: draft },
          campaignId,
          EVERYWHERE,
        );
        expect(impact).to.deep.include(expectedImpact(points, other, draft));
      }),
      RUNS,
    );
  });

  async function unitsOf(divisionId: number): Promise<readonly number[]> {
    return (await installation.database
      .read('org_unit')
      .where({ id: divisionId })
      .orWhere({ parent_id: divisionId })
      .pluck('id')) as number[];
  }
});

function hasDomain(domain: string): (point: PlacedPoint) => boolean {
  return ({ facts, domains }) => facts.domain === domain || domains.some((named) => named === domain);
}

function withoutTotals({ moves, before, after }: ReturnType<typeof expectedImpact>) {
  return { moves, before, after };
}
