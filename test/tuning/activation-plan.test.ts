import { expect } from 'chai';
import { pointsOfTheirPosts } from '../../src/risk-points/point-of-post-store.ts';
import { pointsByIds } from '../../src/risk-points/point-list-store.ts';
import { wantedPoints } from '../../src/tuning/wanted-point-store.ts';
import { testApp, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';
import { approved } from '../support/proposing.ts';
import { queriesOf, walksOf } from '../support/query-plan.ts';
import { addOwnFacts } from '../support/rule-change.ts';
import { stricterNotice } from '../support/stricter-rulebook.ts';

describe('how SQLite finds the points of a change of rules', () => {
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
    expect(queries.filter(({ sql }) => sql.startsWith('insert into case_move')).length).to.be.greaterThan(0);
    // Of withdrawn points, few as they are, it has to find all.
    const others = queries.filter(
      ({ sql }) => !/^select (distinct )?`case_id`.*`is_withdrawn` = \?/u.test(sql),
    );
    expect(await walksOf(bureau.database, others)).to.deep.equal([]);
  });

  it('by themselves and by their posts, where a few are asked for', async () => {
    const queries = await queriesOf(bureau.database, () =>
      bureau.database.transaction((transaction) => pointsOfTheirPosts(transaction, 1, [1, 2])),
    );
    expect(queries.filter(({ sql }) => sql.includes('risk_point_state'))).to.have.lengthOf(2);
    expect(await walksOf(bureau.database, queries)).to.deep.equal([]);
  });

  it('by themselves, on a page of a list and among the points that rules are to be found for', async () => {
    const scope = { campaignId: 1, versionId: 1 };
    const queries = await queriesOf(bureau.database, () =>
      bureau.database.transaction(async (transaction) => [
        await pointsByIds(transaction, scope, [1, 2]),
        await wantedPoints(transaction, 1, [1, 2]),
      ]),
    );
    expect(queries.filter(({ sql }) => sql.includes('+risk_point_state'))).to.have.lengthOf(2);
    expect(await walksOf(bureau.database, queries)).to.deep.equal([]);
  });

  it('knows a walk through a campaign when it sees one', async () => {
    const queries = await queriesOf(bureau.database, () =>
      bureau.database.transaction((transaction) => transaction('risk_point_state').where({ campaign_id: 1 })),
    );
    expect(await walksOf(bureau.database, queries)).to.have.lengthOf(1);
  });
});
