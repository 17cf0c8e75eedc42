import { expect } from 'chai';
import { pointsOfTheirPosts } from '../../src/risk-points/point-of-post-store.ts';
import type { Database } from '../../src/platform/database.ts';
import { testApp, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';
import { approved } from '../support/proposing.ts';
import { addOwnFacts } from '../support/rule-change.ts';
import { stricterNotice } from '../support/stricter-rulebook.ts';

interface Query {
  readonly sql: string;
  readonly bindings: readonly unknown[];
}

/** Ways to points that look at all of a campaign: by no index, or by nothing but the campaign. */
const WALK = /^(SCAN|SEARCH) risk_point_state\b(?!.*(case_id|risk_point_id|post_id|rowid|is_withdrawn)=\?)/u;

describe('how SQLite finds the points of a change of rules', function () {
  this.timeout(20_000);
  let bureau: TestApp;
  beforeEach(async () => {
    bureau = await testApp();
    await inspectBureau(bureau);
    await addOwnFacts(bureau);
  });
  afterEach(() => bureau.end());

  it('by their cases, in every step', async () => {
    await approved(bureau, stricterNotice());
    const queries = await queriesOf(bureau.database, () => bureau.jobRunner.runWaiting());
    expect(queries.filter(({ sql }) => sql.startsWith('with moving')).length).to.be.greaterThan(0);
    expect(await walksOf(bureau.database, queries)).to.deep.equal([]);
  });

  it('by themselves and by their posts, where a few are asked for', async () => {
    const queries = await queriesOf(bureau.database, () =>
      bureau.database.transaction((transaction) => pointsOfTheirPosts(transaction, 1, [1, 2])),
    );
    expect(queries.filter(({ sql }) => sql.includes('risk_point_state'))).to.have.lengthOf(2);
    expect(await walksOf(bureau.database, queries)).to.deep.equal([]);
  });

  it('knows a walk through a campaign when it sees one', async () => {
    const queries = await queriesOf(bureau.database, () =>
      bureau.database.transaction((transaction) => transaction('risk_point_state').where({ campaign_id: 1 })),
    );
    expect(await walksOf(bureau.database, queries)).to.have.lengthOf(1);
  });
});

async function queriesOf({ schema }: Database, work: () => Promise<unknown>): Promise<readonly Query[]> {
  const queries: Query[] = [];
  const note = ({ sql, bindings }: Query): void => {
    queries.push({ sql, bindings });
  };
  schema.on('query', note);
  await work();
  schema.removeListener('query', note);
  return queries;
}

async function walksOf({ schema }: Database, queries: readonly Query[]): Promise<readonly string[]> {
  const walks: string[] = [];
  for (const { sql, bindings } of queries.filter((query) => query.sql.includes('risk_point_state'))) {
    const steps = await schema.raw<{ detail: string }[]>(`explain query plan ${sql}`, [
      ...bindings,
    ] as string[]);
    walks.push(...steps.filter(({ detail }) => WALK.test(detail)).map(({ detail }) => `${detail}: ${sql}`));
  }
  return walks;
}
