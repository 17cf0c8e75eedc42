import { expect } from 'chai';
import fc from 'fast-check';
import { effectiveGrade, type GradeCommand } from '../../src/assessment/grade-decision.ts';
import { COMMAND_LINE } from '../../src/audit/audit-service.ts';
import { EVERYWHERE } from '../../src/organisation/reach.ts';
import { testApp, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';
import { rounds } from '../support/postgres-copies.ts';

const POINTS = [1, 2, 3, 5];

const command: fc.Arbitrary<GradeCommand> = fc.oneof(
  fc
    .constantFrom(1 as const, 2 as const, 3 as const)
    .map((grade) => ({ kind: 'override' as const, grade, reason: '理由' })),
  fc.constant({ kind: 'withdraw' as const, reason: '理由' }),
  fc.constant({ kind: 'approve' as const, minutes: '8号' }),
  fc.constant({ kind: 'reopen' as const, reason: '理由' }),
);

describe('whatever is decided about grades', () => {
  let running: TestApp;
  before(async () => {
    running = await testApp();
    await inspectBureau(running);
  });
  after(() => running.end());

  async function decide(id: number, wanted: GradeCommand): Promise<void> {
    const { revisionId, caseId, rulebook, decided } = await running.points.find(id, EVERYWHERE);
    const override = decided.override?.grade ?? null;
    const approvalId = decided.approval?.id ?? null;
    const seen = { id, revisionId, caseId, versionId: rulebook.id, override, approvalId };
    const { kind } = await running.gradeDecisions.decide(seen, wanted, EVERYWHERE, COMMAND_LINE);
    expect(kind).not.to.equal('stale');
  }

  /** Points by effective grade, counted one by one from what their pages say. */
  async function countedOneByOne(): Promise<Readonly<Record<string, number>>> {
    const counts: Record<string, number> = { 1: 0, 2: 0, 3: 0, unassessed: 0 };
    const { read } = running.database;
    const ids = (await read('risk_point_state')
      .where({ is_withdrawn: 0 })
      .pluck('risk_point_id')) as number[];
    for (const id of ids) {
      const { grade, verdict, decided } = await running.points.find(id, EVERYWHERE);
      const effective = effectiveGrade({
        approved: decided.approval?.grade ?? null,
        override: decided.override?.grade ?? null,
        proposed: verdict.grade,
      });
      expect(grade).to.equal(effective);
      counts[effective ?? 'unassessed'] = (counts[effective ?? 'unassessed'] ?? 0) + 1;
    }
    return counts;
  }

  it('leaves the board and every point in step', async function () {
    this.timeout(120_000);
    const steps = fc.array(fc.tuple(fc.constantFrom(...POINTS), command), { minLength: 4, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        for (const [id, wanted] of sequence) await decide(id, wanted);
        const { total, ...counts } = (await running.board.board({}, EVERYWHERE)).counts;
        expect(counts).to.deep.equal(await countedOneByOne());
        expect(total).to.equal(67);
      }),
      { numRuns: rounds(6) },
    );
  });
});
