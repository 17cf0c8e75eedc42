import { expect } from 'chai';
import { EVERYWHERE } from '../../src/organisation/reach.ts';
import { zh } from '../../src/language/zh.ts';
import { OperationalError } from '../../src/platform/errors.ts';
import { draftDesk, type DraftDesk } from '../support/draft-desk.ts';
import type { Agent, TestApp } from '../support/http.ts';

describe('a draft that changes under somebody’s hands', () => {
  let app: TestApp;
  let agent: Agent;
  let address = '';
  let post: DraftDesk['post'];
  before(async () => {
    ({ app, agent, address, post } = await draftDesk());
  });
  after(() => app.end());

  const live = async (session: string): Promise<string> =>
    app.workbench.openLive(session, 1, EVERYWHERE, zh).then(
      () => 'answered',
      (failure: unknown) => (failure instanceof OperationalError ? failure.code : 'bug'),
    );

  it('answers the script of the page with where the draft stands now, and then with the page', async () => {
    const fields = { guard: '1', edit: 'set-cells', 'cell/small/limited': '2' };
    const { body, status } = await post(`${address}/save?live=1`, fields);
    expect([status, body]).to.deep.equal([200, { guard: 2, to: address }]);
    const { text } = await agent.get(`${address}?live=1`);
    expect(text).to.include('如按此草稿执行').and.include('name="guard" value="2"');
  });

  it('answers the script with a page where the change is not taken', async () => {
    const stale = await post(`${address}/save?live=1`, {
      guard: '1',
      edit: 'set-cells',
      'cell/small/limited': '1',
    });
    expect([stale.status, stale.type]).to.deep.equal([409, 'text/html']);
    const empty = await post(`${address}/save?live=1`, { guard: '2', edit: 'set-cells' });
    expect([empty.status, empty.type]).to.deep.equal([422, 'text/html']);
  });

  it('ends the work for what the same session asked before, and for nobody else', async () => {
    const answers = await Promise.all([live('a'), live('b'), live('a')]);
    expect(answers).to.deep.equal(['superseded', 'answered', 'answered']);
    expect(await live('a')).to.equal('answered');
  });

  it('shows the page that was asked for without the script whatever else is asked', async () => {
    const [page] = await Promise.all([agent.get(address), live('a')]);
    expect(page.status).to.equal(200);
  });
});
