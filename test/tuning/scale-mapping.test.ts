import { expect } from 'chai';
import fc from 'fast-check';
import { EVERYWHERE } from '../../src/organisation/reach.ts';
import type { GradingRulebook, Scale } from '../../src/rulebooks/rulebook.ts';
import { arbitraryPoint, arbitraryRulebook } from '../support/arbitrary-rulebook.ts';
import { fileCampaign, placePoints, WANTED_POINTS, type WantedPoint } from '../support/graded-campaign.ts';
import { changeBetween, gradedPoints } from '../support/grades-shown.ts';
import { testApp, type TestApp } from '../support/http.ts';
import { approved } from '../support/proposing.ts';
import { runnerInSteps } from '../support/rule-change.ts';
import { rounds } from '../support/postgres-copies.ts';

const FACTS = ['probability', 'harm'] as const;

interface Rescaling {
  readonly inForce: GradingRulebook;
  readonly draft: GradingRulebook;
  readonly points: readonly WantedPoint[];
}

describe('a change of scales', function () {
  this.timeout(120_000);
  let bureau: TestApp;

  before(async () => {
    bureau = await testApp();
    await fileCampaign(bureau);
  });

  after(() => bureau.end());

  it('with a mapping does what its simulation says, and leaves every value as people set it', async () => {
    let graded = 0;
    await fc.assert(
      fc.asyncProperty(rescalings(true), async (rescaling) => {
        const { impact, change, after, values } = await inForce(rescaling);
        expect(impact).to.deep.include(change);
        expect(values.after).to.deep.equal(values.before);
        graded += after.filter(({ grade }) => grade !== null).length;
      }),
      { numRuns: rounds(10), endOnFailure: true },
    );
    expect(graded, 'points graded by their mapping').to.be.greaterThan(0);
  });

  it('without a mapping leaves every point unassessed that has no decision, and the simulation counts them', async () => {
    let lost = 0;
    await fc.assert(
      fc.asyncProperty(rescalings(false), async (rescaling) => {
        const { impact, change, after } = await inForce(rescaling);
        expect(impact).to.deep.include(change);
        expect(impact.after.unassessed).to.equal(after.length);
        lost += impact.after.unassessed - impact.before.unassessed;
      }),
      { numRuns: rounds(6), endOnFailure: true },
    );
    expect(lost, 'points that became unassessed').to.be.greaterThan(0);
  });

  async function inForce({ inForce: old, draft, points }: Rescaling) {
    const { campaignId } = await placePoints(bureau, old, points);
    const [before, values] = [await gradedPoints(bureau), await valuesOnFile()];
    const impact = await bureau.whatIf.impact(draft, campaignId, EVERYWHERE);
    await approved(bureau, draft);
    await runnerInSteps(bureau, 5).runWaiting();
    const after = await gradedPoints(bureau);
    const change = changeBetween(before, after);
    return { impact, change, after, values: { before: values, after: await valuesOnFile() } };
  }

  async function valuesOnFile(): Promise<readonly unknown[]> {
    return bureau.database
      .read('risk_point_state')
      .orderBy('risk_point_id')
      .select('probability_scale', 'probability_step', 'harm_scale', 'harm_step');
  }
});

/** A rulebook in force, another one on scales of its own, and points on the scales in force. */
function rescalings(isMapped: boolean): fc.Arbitrary<Rescaling> {
  return fc
    .tuple(arbitraryRulebook, arbitraryRulebook, fc.array(fc.nat({ max: 3 }), { minLength: 8, maxLength: 8 }))
    .chain(([inForce, wanted, targets]) =>
      fc.record({
        inForce: fc.constant(inForce),
        draft: fc.constant(rescaled(inForce, wanted, isMapped ? targets : null)),
        points: fc.array(wantedPoint(inForce), { minLength: WANTED_POINTS, maxLength: WANTED_POINTS }),
      }),
    );
}

function rescaled(
  { scales }: GradingRulebook,
  wanted: GradingRulebook,
  targets: readonly number[] | null,
): GradingRulebook {
  const onNew = (fact: 'probability' | 'harm', at: number): Scale => {
    const { steps } = wanted.scales[fact];
    const sorted = (targets ?? []).slice(at, at + 4).sort((one, other) => one - other);
    const mapping = scales[fact].steps.map(({ code }, index) => {
      const to = steps[Math.min(sorted[index] ?? 0, steps.length - 1)]?.code ?? '';
      return [code, to];
    });
    const mappings = targets === null ? {} : { [scales[fact].code]: Object.fromEntries(mapping) };
    return { code: `new-${fact}-${String(steps.length)}`, steps, mappings };
  };
  return { ...wanted, scales: { probability: onNew('probability', 0), harm: onNew('harm', 4) } };
}

function wantedPoint(rulebook: GradingRulebook): fc.Arbitrary<WantedPoint> {
  return arbitraryPoint(rulebook).map((facts) => {
    const known = FACTS.every((fact) => facts[fact]?.scale === rulebook.scales[fact].code);
    const steps = FACTS.map((fact) => rulebook.scales[fact].steps.at(-1)?.code ?? '');
    const [probability, harm] = FACTS.map((fact, at) => ({
      scale: rulebook.scales[fact].code,
      step: steps[at] ?? '',
    }));
    return {
      facts: known ? facts : { ...facts, probability: probability ?? null, harm: harm ?? null },
      override: null,
      approved: null,
      isWithdrawn: false,
      domains: [],
    };
  });
}
