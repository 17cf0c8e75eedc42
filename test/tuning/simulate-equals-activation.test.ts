import { expect } from 'chai';
import fc from 'fast-check';
import { EVERYWHERE } from '../../src/organisation/reach.ts';
import type { GradeOrNone, Impact } from '../../src/tuning/impact.ts';
import { arbitraryCampaign } from '../support/arbitrary-campaign.ts';
import { fileCampaign, placePoints } from '../support/graded-campaign.ts';
import { testApp, type TestApp } from '../support/http.ts';
import { approved } from '../support/proposing.ts';
import { runnerInSteps } from '../support/rule-change.ts';

const BUREAU = '/1/';

interface GradedPoint {
  readonly id: number;
  readonly divisionId: number;
  readonly grade: GradeOrNone;
}

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
        const before = await gradedPoints();
        const impact = await bureau.whatIf.impact(draft, campaignId, EVERYWHERE);
        const { versionId } = await approved(bureau, draft);
        await runnerInSteps(bureau, 3).runWaiting();
        expect((await bureau.rulebooks.inForce('grading', BUREAU)).id).to.equal(versionId);
        const after = await gradedPoints();
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
      { numRuns: 16, endOnFailure: true },
    );
    expect(moved, 'points that moved').to.be.greaterThan(0);
    expect(cut, 'simulations that had to cut').to.be.greaterThan(0);
  });

  /** Standing points with the grade that a page shows, in the order of their ids. */
  async function gradedPoints(): Promise<readonly GradedPoint[]> {
    const { id } = await bureau.rulebooks.inForce('grading', BUREAU);
    const { read } = bureau.database;
    return read('risk_point_state')
      .join('org_unit', 'org_unit.id', 'risk_point_state.unit_id')
      .join('case_verdict', 'case_verdict.case_id', 'risk_point_state.case_id')
      .where({ rulebook_version_id: id, is_withdrawn: 0 })
      .orderBy('risk_point_id')
      .select<GradedPoint[]>(
        { id: 'risk_point_id' },
        read.raw(
          `case org_unit.kind when 'section' then org_unit.parent_id else org_unit.id end as "divisionId"`,
        ),
        read.raw('coalesce(approved_grade, override_grade, case_verdict.grade) as grade'),
      );
  }
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

function changeBetween(was: readonly GradedPoint[], is: readonly GradedPoint[]) {
  expect(is.map(({ id }) => id)).to.deep.equal(was.map(({ id }) => id));
  const pairs = was.map(({ grade }, index) => ({ from: grade, to: is[index]?.grade ?? null }));
  const grades = [1, 2, 3, null] as const;
  const moves = grades.flatMap((from) =>
    grades
      .filter((to) => to !== from)
      .map((to) => ({ from, to, count: pairs.filter((pair) => pair.from === from && pair.to === to).length }))
      .filter(({ count }) => count > 0),
  );
  return {
    points: pairs.length,
    changed: pairs.filter(({ from, to }) => from !== to).length,
    moves,
    before: countsOf(was),
    after: countsOf(is),
  };
}

function countsOf(points: readonly GradedPoint[]) {
  const of = (wanted: GradeOrNone): number => points.filter(({ grade }) => grade === wanted).length;
  return { 1: of(1), 2: of(2), 3: of(3), unassessed: of(null) };
}
