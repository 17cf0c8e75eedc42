import { expect } from 'chai';
import { testApp, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';

const SEEN = 'risk_point_id, revision_id, case_id, rulebook_version_id, set_by, set_at';
const OVERRIDE = `insert into grade_override (${SEEN}, from_grade, to_grade, reason)`;
const APPROVAL = `insert into grade_approval (${SEEN}, kind, proposed_grade, grade, facts, minutes, reason, reopens_id)`;

/** The first columns of a row about that point, as it stands. */
function seenOf(point: number): string {
  return `${point}, (select revision_id from risk_point_state where risk_point_id = ${point}),
    (select case_id from risk_point_state where risk_point_id = ${point}),
    (select min(rulebook_version_id) from case_verdict), '某人', '2021-04-22T01:00:00.000Z'`;
}

function override(values: string, point = 1): string {
  return `${OVERRIDE} values (${seenOf(point)}, ${values})`;
}

function approval(values: string, point = 1): string {
  return `${APPROVAL} values (${seenOf(point)}, ${values})`;
}

const APPROVED = approval(`'approved', 2, 2, '{}', '8号', null, null`);
const REOPENED = approval(`'reopened', 2, 2, '{}', null, '有新情况', (select min(id) from grade_approval)`);

/** Statements one after the other; the last one must be refused, with these words. */
const REFUSED: readonly { readonly what: string; readonly sql: readonly string[]; readonly said: string }[] =
  [
    { what: 'an override without a reason', sql: [override(`2, 1, ' '`)], said: 'check constraint' },
    { what: 'an override to grade 4', sql: [override(`2, 4, '理由'`)], said: 'check constraint' },
    { what: 'an override to what the rules say', sql: [override(`2, 2, '理由'`)], said: 'check constraint' },
    { what: 'an override of nothing', sql: [override(`null, 1, '理由'`)], said: 'check constraint' },
    {
      what: 'an override of an approved grade',
      sql: [APPROVED, override(`2, 1, '理由'`)],
      said: 'reopened first',
    },
    {
      what: 'a changed override',
      sql: [override(`2, 1, '理由'`), `update grade_override set reason = '别的'`],
      said: 'no update',
    },
    {
      what: 'a deleted override',
      sql: [override(`2, 1, '理由'`), 'delete from grade_override'],
      said: 'no delete',
    },
    {
      what: 'an approval without minutes',
      sql: [approval(`'approved', 2, 2, '{}', ' ', null, null`)],
      said: 'check constraint',
    },
    {
      what: 'an approval of no grade',
      sql: [approval(`'approved', 2, null, '{}', '8号', null, null`)],
      said: 'not null constraint',
    },
    {
      what: 'an approval of an unassessed point',
      sql: [approval(`'approved', null, 2, '{}', '8号', null, null`)],
      said: 'check constraint',
    },
    { what: 'a second approval at a time', sql: [APPROVED, APPROVED], said: 'one approval at a time' },
    { what: 'a changed approval', sql: [APPROVED, 'update grade_approval set grade = 1'], said: 'no update' },
    { what: 'a deleted approval', sql: [APPROVED, 'delete from grade_approval'], said: 'no delete' },
    {
      what: 'a reopening without a reason',
      sql: [APPROVED, approval(`'reopened', 2, 2, '{}', null, '', (select max(id) from grade_approval)`)],
      said: 'check constraint',
    },
    {
      what: 'a reopening of nothing',
      sql: [approval(`'reopened', 2, 2, '{}', null, '有新情况', null`)],
      said: 'only an approval',
    },
    { what: 'a second reopening', sql: [APPROVED, REOPENED, REOPENED], said: 'unique constraint' },
    {
      what: 'a reopening of another point’s approval',
      sql: [
        APPROVED,
        approval(`'reopened', 2, 2, '{}', null, '有新情况', (select max(id) from grade_approval)`, 2),
      ],
      said: 'only an approval',
    },
    {
      what: 'an approved state without a grade',
      sql: [`update risk_point_state set state = 'approved' where risk_point_id = 1`],
      said: 'has an approved grade',
    },
    {
      what: 'an approved grade without the state',
      sql: ['update risk_point_state set approved_grade = 1 where risk_point_id = 1'],
      said: 'has an approved grade',
    },
    ...['approved_grade = 3', 'override_grade = 3'].map((change) => ({
      what: `of an approved point ${change}`,
      sql: [
        `update risk_point_state set state = 'approved', approved_grade = 1 where risk_point_id = 1`,
        `update risk_point_state set ${change} where risk_point_id = 1`,
      ],
      said: 'reopened first',
    })),
  ];

describe('the database, of decisions about grades', () => {
  let running: TestApp;
  before(async () => {
    running = await testApp();
    await inspectBureau(running);
  });
  after(() => running.end());

  /** What the database says to the last statement; nothing of them is kept. */
  async function said(statements: readonly string[]): Promise<string> {
    const last = statements.length - 1;
    try {
      await running.database.transaction(async (transaction) => {
        for (const [index, sql] of statements.entries()) {
          const answer = await transaction.raw(sql).then(
            () => 'accepted',
            (error: unknown) => String(error),
          );
          if (index === last) throw new Error(answer);
          if (answer !== 'accepted') throw new Error(`statement ${index + 1} failed: ${answer}`);
        }
      });
    } catch (error) {
      return String(error);
    }
    throw new Error('no statement was given');
  }

  for (const { what, sql, said: words } of REFUSED) {
    it(`refuses ${what}`, async () => {
      expect((await said(sql)).toLowerCase().replaceAll('-', ' '))
        .to.include(words)
        .and.not.match(/statement \d+ failed/u);
    });
  }

  it('takes an approval again once the last one is reopened', async () => {
    expect(await said([override(`2, 1, '理由'`), APPROVED, REOPENED, APPROVED])).to.include('accepted');
  });
});
