import { expect } from 'chai';
import fc from 'fast-check';
import { caseOf } from '../../src/grading/case.ts';
import { cutsOf } from '../../src/grading/case-scheme.ts';
import { gradingJudge } from '../../src/grading/grading-judge.ts';
import { EVERYWHERE } from '../../src/organisation/reach.ts';
import type { GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import type { GradeOrNone } from '../../src/tuning/impact.ts';
import { arbitraryTableCampaign } from '../support/arbitrary-table-campaign.ts';
import { fileCampaign, placePoints, type PlacedPoint } from '../support/graded-campaign.ts';
import { testInstallation, type TestInstallation } from '../support/installation.ts';
import { rounds } from '../support/postgres-copies.ts';

describe('what-if of decision tables over computed facts', () => {
  let installation: TestInstallation;

  before(async () => {
    installation = await testInstallation();
    await fileCampaign(installation);
    await takePostFrom(installation, '对外贸易处');
  });

  after(() => installation.end());

  it('says what judging each point by itself says, also of points that a unit has without a post', async () => {
    let cut = 0;
    await fc.assert(
      fc.asyncProperty(arbitraryTableCampaign, async ({ inForce, draft, other, points: wanted }) => {
        const { campaignId, points } = await placePoints(installation, inForce, wanted);
        const impact = await installation.whatIf.impact(draft, campaignId, EVERYWHERE);
        expect(impact).to.deep.include(await expectedOf(points, inForce, draft));
        const change = { before: other, after: draft };
        const compared = await installation.whatIf.between(change, campaignId, EVERYWHERE);
        expect(compared).to.deep.include(await expectedOf(points, other, draft));
        cut += impact.isCutAnew ? 1 : 0;
      }),
      { numRuns: rounds(40) },
    );
    expect(cut, 'what-ifs that had to cut').to.be.greaterThan(0);
  });
});

/** A unit's own form is nobody's post. */
async function takePostFrom({ database }: TestInstallation, unit: string): Promise<void> {
  await database.transaction(async (transaction) => {
    const unitIds = transaction('org_unit').where({ name: unit }).select('id');
    await transaction('risk_point_state').whereIn('unit_id', unitIds).update({ post_id: null });
  });
}

async function expectedOf(points: readonly PlacedPoint[], from: GradingRulebook, to: GradingRulebook) {
  const standing = points.filter(({ isWithdrawn }) => !isWithdrawn);
  const [was, will] = [await gradesBy(from, standing), await gradesBy(to, standing)];
  return {
    points: standing.length,
    changed: will.filter((grade, index) => grade !== was[index]).length,
    before: countsOf(was),
    after: countsOf(will),
  };
}

async function gradesBy(
  rulebook: GradingRulebook,
  points: readonly PlacedPoint[],
): Promise<readonly GradeOrNone[]> {
  const judge = gradingJudge(rulebook);
  const grades: GradeOrNone[] = [];
  for (const { facts, approved, override } of points) {
    const { grade } = await judge.judge(caseOf(facts, cutsOf(rulebook)));
    grades.push(approved ?? override ?? grade);
  }
  return grades;
}

function countsOf(grades: readonly GradeOrNone[]) {
  const of = (wanted: GradeOrNone): number => grades.filter((grade) => grade === wanted).length;
  return { 1: of(1), 2: of(2), 3: of(3), unassessed: of(null) };
}
