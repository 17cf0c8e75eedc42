import { expect } from 'chai';
import fc from 'fast-check';
import type { Transaction } from '../../src/platform/database.ts';
import { settleCampaign } from '../../src/risk-points/campaign-fact-store.ts';
import { settleOwnFacts } from '../../src/risk-points/own-fact-settling-service.ts';
import type { DeclaredFact } from '../../src/rulebooks/declared-fact.ts';
import { noticeRulebook } from '../support/shipped-rulebooks.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';
import { testApp, type TestApp } from '../support/http.ts';
import { rounds } from '../support/postgres-copies.ts';

const WORDS = { zh: '说明', en: 'words' };
const of = { title: WORDS, worse: 'up', source: WORDS } as const;
const OPTIONS = ['slow', 'fast'].map((code) => ({ code, ...WORDS }));
const FACTS: readonly DeclaredFact[] = [
  { ...of, name: 'overdue', of: 'post', type: 'boolean' },
  { ...of, name: 'pace', of: 'post', type: 'choice', options: OPTIONS },
  { ...of, name: 'alone', of: 'risk-point', type: 'boolean' },
  { ...of, name: 'count', of: 'post', type: 'number', derived: { countPoints: 'of-post' } },
  { ...of, name: 'met', of: 'risk-point', type: 'number', derived: { countTrue: ['overdue', 'alone'] } },
];
const AT = '2021-05-01T00:00:00.000Z';
const truth = fc.constantFrom(null, 0, 1);
const pace = fc.constantFrom(null, 'slow', 'fast');

/** What one point, and what one post, has: stored before, right or wrong. */
const stored = fc.array(
  fc.record({
    overdue: truth,
    alone: truth,
    pace,
    count: fc.constantFrom(null, 1, 4),
    met: fc.constantFrom(null, 1, 2),
  }),
  { minLength: 40, maxLength: 40 },
);
const ofPosts = fc.array(fc.record({ overdue: truth, pace }), { minLength: 20, maxLength: 20 });
const withdrawn = fc.array(fc.boolean(), { minLength: 40, maxLength: 40 });

describe('the facts of a whole campaign', () => {
  let bureau: TestApp;
  before(async () => {
    bureau = await testApp();
    await inspectBureau(bureau);
  });
  after(() => bureau.end());

  it('become what they become point by point', async () => {
    await fc.assert(
      fc.asyncProperty(stored, ofPosts, withdrawn, async (points, posts, gone) => {
        const rulebook = { ...noticeRulebook(), facts: FACTS };
        const settled = async (settle: (transaction: Transaction, id: number) => Promise<unknown>) => {
          const result = await undone(bureau, async (transaction) => {
            const { id } = await transaction('campaign').first<{ id: number }>('id');
            await fill(transaction, { points, posts, gone });
            await settle(transaction, id);
            return (await transaction('risk_point_fact').orderBy(['risk_point_id', 'fact'])) as unknown[];
          });
          return result;
        };
        const each = await settled(async (transaction, id) => {
          const ids = (await transaction('risk_point_state')
            .where({ is_withdrawn: 0 })
            .pluck('risk_point_id')) as number[];
          await settleOwnFacts(transaction, id, ids, { rulebook, at: AT });
        });
        const whole = await settled((transaction, id) => settleCampaign(transaction, id, FACTS, AT));
        expect(whole).to.deep.equal(each);
        expect(each).to.not.deep.equal([]);
      }),
      { numRuns: rounds(25) },
    );
  });
});

/** Does something to a database and takes it back. */
async function undone<Result>(
  { database }: TestApp,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  let result: Result | undefined;
  const back = new Error('taken back');
  await database
    .transaction(async (transaction) => {
      result = await work(transaction);
      throw back;
    })
    .catch((error: unknown) => {
      if (error !== back) throw error;
    });
  if (result === undefined) throw new Error('nothing was done');
  return result;
}

type Values = Readonly<Record<string, string | number | null>>;

async function fill(
  transaction: Transaction,
  wanted: {
    readonly points: readonly Values[];
    readonly posts: readonly Values[];
    readonly gone: readonly boolean[];
  },
): Promise<void> {
  const points = (await transaction('risk_point_state')
    .orderBy('risk_point_id')
    .pluck('risk_point_id')) as number[];
  const posts = (await transaction('post').orderBy('id').pluck('id')) as number[];
  for (const [index, id] of points.entries()) {
    const isWithdrawn = wanted.gone[index] === true ? 1 : 0;
    await transaction('risk_point_state').where({ risk_point_id: id }).update({ is_withdrawn: isWithdrawn });
    await insert(transaction, 'risk_point_fact', { risk_point_id: id }, wanted.points[index] ?? {});
  }
  for (const [index, id] of posts.entries()) {
    await insert(transaction, 'post_fact', { post_id: id }, wanted.posts[index] ?? {});
  }
}

async function insert(
  transaction: Transaction,
  table: string,
  owner: Readonly<Record<string, number>>,
  values: Values,
): Promise<void> {
  for (const [fact, value] of Object.entries(values)) {
    if (value === null) continue;
    const isText = typeof value === 'string';
    const kind = isText ? 'text' : fact === 'overdue' || fact === 'alone' ? 'truth' : 'number';
    const columns = { kind, number: isText ? null : value, text: isText ? value : null };
    await transaction(table).insert({ ...owner, fact, ...columns, set_by: '张三', set_at: AT });
  }
}
