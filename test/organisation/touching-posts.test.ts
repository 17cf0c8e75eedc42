import { expect } from 'chai';
import fc from 'fast-check';
import { KEY_DOMAINS, type KeyDomain } from '../../src/organisation/key-domain.ts';
import type { Transaction } from '../../src/platform/database.ts';
import { testApp, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';
import { rounds } from '../support/postgres-copies.ts';

/** What is done to some posts in one statement. */
interface Change {
  readonly kind: 'named' | 'decided' | 'gone' | 'moved';
  readonly posts: readonly number[];
  readonly domains: readonly KeyDomain[];
  readonly state: string;
  readonly unit: number;
}

/** Few of each, so that changes meet. */
const CHANGES = fc.array(
  fc.record<Change>({
    kind: fc.constantFrom('named', 'decided', 'gone', 'moved'),
    posts: fc.uniqueArray(fc.nat(3), { minLength: 1 }),
    domains: fc.uniqueArray(fc.constantFrom(...KEY_DOMAINS.slice(0, 3)), { minLength: 1 }),
    state: fc.constantFrom('suggested', 'confirmed', 'rejected'),
    unit: fc.nat(2),
  }),
  { minLength: 1, maxLength: 8 },
);

describe('posts whose duties touch a domain', function () {
  this.timeout(120_000);
  let app: TestApp;
  let units: readonly number[];
  let posts: readonly number[];
  before(async () => {
    app = await testApp();
    await inspectBureau(app);
    const { schema } = app.database;
    units = (await schema('org_unit').orderBy('id').pluck('id')) as number[];
    posts = (await schema('post').orderBy('id').pluck('id')) as number[];
    // A unit has no two posts of a name, and these are to move.
    for (const id of posts)
      await schema('post')
        .where({ id })
        .update({ name: `岗位${String(id)}` });
  });
  after(() => app.end());

  const apply = async (transaction: Transaction, change: Change): Promise<void> => {
    const { domains, state } = change;
    const ids = change.posts.map((which) => posts[which] ?? 0);
    const of = transaction('post_domain').whereIn('post_id', ids).whereIn('domain', domains);
    const rows = ids.flatMap((post_id) => domains.map((domain) => ({ post_id, domain, state })));
    if (change.kind === 'named') {
      await transaction('post_domain').insert(rows).onConflict(['post_id', 'domain']).merge();
    } else if (change.kind === 'decided') await of.update({ state });
    else if (change.kind === 'gone') await of.delete();
    else {
      const unit_id = units[change.unit];
      await transaction('post').whereIn('id', ids).update({ unit_id, duties: '负责采购。' });
    }
  };

  it('are kept with their unit, as a count from nothing finds them, whatever is changed together', async () => {
    const { database } = app;
    await fc.assert(
      fc.asyncProperty(CHANGES, async (changes) => {
        await database.transaction(async (transaction) => {
          for (const change of changes) await apply(transaction, change);
        });
        const touching = database.read('post_domain').whereNot({ state: 'rejected' }).select('post_id');
        const found = await database
          .read('post')
          .whereIn('id', touching)
          .orderBy('id')
          .select({ post_id: 'id', unit_id: 'unit_id' });
        expect(await database.read('touching_post').orderBy('post_id')).to.deep.equal(found);
      }),
      { numRuns: rounds(60), endOnFailure: true },
    );
  });
});
