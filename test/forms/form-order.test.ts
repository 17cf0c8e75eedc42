import { expect } from 'chai';
import { DEFAULT_FORM_ORDER, FORM_ORDERS, type FormOrder } from '../../src/forms/form-order.ts';
import type { FormSummary } from '../../src/forms/form.ts';
import { EVERYWHERE } from '../../src/organisation/reach.ts';
import { signedInAgent, testApp, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';

describe('the order of a list of forms', () => {
  let running: TestApp;
  before(async () => {
    running = await testApp();
    await inspectBureau(running);
  });
  after(() => running.end());

  async function list(order: FormOrder): Promise<readonly FormSummary[]> {
    return (await running.forms.list({ page: 1, order }, EVERYWHERE)).forms;
  }

  for (const order of FORM_ORDERS) {
    it(`has each form once, ordered by ${order}`, async () => {
      const ids = (await list(order)).map(({ id }) => id);
      const usual = (await list(DEFAULT_FORM_ORDER)).map(({ id }) => id);
      expect(ids.length).to.be.greaterThan(1);
      expect(ids.toSorted()).to.deep.equal(usual.toSorted());
    });
  }

  it('begins with most risk points, or with fewest', async () => {
    const points = (await list('points')).map((form) => form.points);
    const reversed = (await list('points-reversed')).map((form) => form.points);
    expect(points).to.deep.equal(points.toSorted((one, other) => other - one));
    expect(reversed).to.deep.equal(points.toReversed());
  });

  it('goes by name, and back', async () => {
    const names = async (order: FormOrder): Promise<readonly string[]> =>
      (await list(order)).map(({ personName }) => personName ?? '');
    expect(await names('person-reversed')).to.deep.equal((await names('person')).toReversed());
  });

  it('stands in the heads of the page, which lead to the other way round', async () => {
    const agent = await signedInAgent(running.app, 'office');
    const page = (await agent.get('/forms?sort=points&state=submitted')).text;
    expect(page).to.include('class="n" aria-sort="descending"').and.include('风险点多的在前</option>');
    expect(page).to.match(/href="\/forms\?state=submitted&amp;sort=points-reversed"/u);
  });
});
