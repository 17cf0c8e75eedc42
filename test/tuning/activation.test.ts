import { expect } from 'chai';
import { COMMAND_LINE } from '../../src/audit/audit-service.ts';
import { EVERYWHERE } from '../../src/organisation/reach.ts';
import { noticeRulebook } from '../support/shipped-rulebooks.ts';
import { aReadFile } from '../support/read-file.ts';
import { MINUTE } from '../support/test-clock.ts';
import { signedInAgent, testApp, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';
import { approved } from '../support/proposing.ts';
import { addOwnFacts, afterTheChange, runFor, runnerInSteps } from '../support/rule-change.ts';
import { stricterNotice } from '../support/stricter-rulebook.ts';

describe('bringing rules into force', () => {
  let bureau: TestApp;
  beforeEach(async () => {
    bureau = await testApp();
    await inspectBureau(bureau);
    await addOwnFacts(bureau);
  });
  afterEach(() => bureau.end());

  async function gradeOf(point: number): Promise<number | null> {
    const { id } = await bureau.rulebooks.inForce('grading', '/1/');
    const row = await bureau.database
      .read('risk_point_state')
      .leftJoin('case_verdict', 'case_verdict.case_id', 'risk_point_state.case_id')
      .where({ risk_point_id: point, rulebook_version_id: id })
      .first<{ grade: number | null } | undefined>('grade');
    if (row === undefined) throw new Error('the point has no verdict of the version in force');
    return row.grade;
  }

  it('judges every point by the new rules, own facts and measures cut as they say', async () => {
    await approved(bureau, stricterNotice());
    await runnerInSteps(bureau, 2).runWaiting();
    // Point 2 has no measure, 4 is overdue (index 3, odd), 6 has an amount of 35, 21 one of 140.
    expect(await gradeOf(4)).to.equal(null);
    expect(await gradeOf(10)).to.equal(1);
    expect(await gradeOf(6)).to.equal(3);
    expect(await gradeOf(21)).to.equal(2);
    expect(await gradeOf(8)).to.equal(3);
  });

  it('ends as a fresh regrade would, and a second one finds nothing to change', async () => {
    await approved(bureau, stricterNotice());
    await runnerInSteps(bureau, 7).runWaiting();
    const before = await afterTheChange(bureau.database);
    const { changed, rulebook } = await bureau.regrade.regrade(2021, EVERYWHERE, COMMAND_LINE);
    expect({ changed, version: rulebook.version }).to.deep.equal({ changed: 0, version: 'v2' });
    expect(await afterTheChange(bureau.database)).to.deep.equal(before);
  });

  it('retires the bureau’s version before it, never the one that came with the program', async () => {
    const first = await approved(bureau, stricterNotice());
    await bureau.jobRunner.runWaiting();
    await approved(bureau, noticeRulebook());
    await bureau.jobRunner.runWaiting();
    const rows = (await bureau.database
      .read('rulebook_version')
      .whereIn('id', [1, first.versionId, first.versionId + 1])
      .orderBy('id')
      .pluck('state')) as string[];
    expect(rows.slice(-2)).to.deep.equal(['retired', 'active']);
    expect((await bureau.rulebooks.inForce('grading', '/')).version).to.equal('shipped');
  });

  it('leaves no point in a case finer than the rules need, and points under the old rules again as they were', async () => {
    const before = await afterTheChange(bureau.database);
    await approved(bureau, stricterNotice());
    await bureau.jobRunner.runWaiting();
    await approved(bureau, noticeRulebook());
    await bureau.jobRunner.runWaiting();
    const after = await afterTheChange(bureau.database);
    for (const kept of ['points', 'grades', 'domains', 'cases']) {
      expect(after[kept], kept).to.deep.equal(before[kept]);
    }
  });

  it('counts points, each once, and says all of them when it is done', async () => {
    const { jobId } = await approved(bureau, stricterNotice());
    await runnerInSteps(bureau, 7).runWaiting();
    const [{ points }] = (await bureau.database
      .read('risk_point_state')
      .count({ points: '*' })) as unknown as readonly [{ readonly points: number }];
    const job = await bureau.jobs.find(jobId);
    expect({ done: job?.done, total: job?.total }).to.deep.equal({ done: points, total: points });
    const page = await signedInAgent(bureau.app, 'party-group');
    const { text } = await page.get(`/rulebooks/activations/${String(jobId)}`);
    expect(text).to.include(`${String(points)}／${String(points)} 个风险点`);
  });

  it('never touches approved and overridden grades', async () => {
    await bureau.database.transaction(async (transaction) => {
      await transaction('risk_point_state')
        .where({ risk_point_id: 10 })
        .update({ approved_grade: 3, state: 'approved' });
      await transaction('risk_point_state').where({ risk_point_id: 16 }).update({ override_grade: 3 });
    });
    await approved(bureau, stricterNotice());
    await bureau.jobRunner.runWaiting();
    const kept = await bureau.database
      .read('risk_point_state')
      .whereIn('risk_point_id', [10, 16])
      .orderBy('risk_point_id')
      .select('approved_grade', 'override_grade', 'guard');
    expect(kept).to.deep.equal([
      // The guards are as the decisions left them.
      { approved_grade: 3, override_grade: null, guard: 2 },
      { approved_grade: null, override_grade: 3, guard: 2 },
    ]);
  });

  it('keeps what it moved: as many points as now have another grade', async () => {
    const before = await gradesByPoint();
    await approved(bureau, stricterNotice());
    await bureau.jobRunner.runWaiting();
    const { moves } = await bureau.database
      .read('rulebook_activation')
      .whereNotNull('unit_id')
      .first<{ moves: string }>('moves');
    const after = await gradesByPoint();
    const { changed, points } = JSON.parse(moves) as { changed: number; points: number };
    expect(points).to.equal(before.length);
    expect(changed).to.equal(before.filter((grade, index) => grade !== after[index]).length);
    expect(changed).to.be.greaterThan(5);
  });

  it('gives points that are entered meanwhile both verdicts, and readers the old one until the end', async () => {
    const { versionId } = await approved(bureau, stricterNotice());
    await runFor(bureau, 3);
    const inForce = await bureau.rulebooks.inForce('grading', '/1/');
    expect(inForce.version).to.equal('shipped');
    await bureau.imports.import(
      {
        files: [{ read: aReadFile([LATE], '后报.docx'), digest: 'late' }],
        ...{ year: 2021, bureau: '市商务局', dryRun: false, mayCreate: true },
      },
      COMMAND_LINE,
    );
    const { case_id: late } = await bureau.database
      .read('risk_point_state')
      .orderBy('risk_point_id', 'desc')
      .first<{ case_id: number }>('case_id');
    const judgedBy = (await bureau.database
      .read('case_verdict')
      .where({ case_id: late })
      .orderBy('rulebook_version_id')
      .pluck('rulebook_version_id')) as number[];
    expect(judgedBy).to.deep.equal([inForce.id, versionId]);
    bureau.clock.pass(5 * MINUTE);
    await bureau.jobRunner.runWaiting();
    expect((await bureau.rulebooks.inForce('grading', '/1/')).id).to.equal(versionId);
  });

  /** Effective grades in the order of the points. */
  async function gradesByPoint(): Promise<readonly (number | null)[]> {
    const { id } = await bureau.rulebooks.inForce('grading', '/1/');
    return (await bureau.database
      .read('risk_point_state')
      .leftJoin('case_verdict', 'case_verdict.case_id', 'risk_point_state.case_id')
      .where({ rulebook_version_id: id })
      .orderBy('risk_point_id')
      .pluck('grade')) as (number | null)[];
  }
});

const LATE = {
  unit: '市场秩序处',
  name: '周某',
  post: '执法岗',
  duties: '负责行政执法。',
  risks: [{ text: '选择性执法。', probability: 'small', harm: 'limited', measure: null }],
} as const;
