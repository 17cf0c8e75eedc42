import { expect } from 'chai';
import supertest, { type Response } from 'supertest';
import type { Role } from '../../src/access/role.ts';
import { refuse } from '../../src/platform/schema-dialect.ts';
import { signedInAgent, signIn, testApp, tokenIn, type Agent, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';
import { HOUR } from '../support/test-clock.ts';

const REASON = '本处室不承担政府采购，采购由办公室统一办理。\n附：职责分工第三条。';

describe('a form that is posted when the session has ended', () => {
  let running: TestApp;
  let address: string;
  beforeEach(async () => {
    running = await testApp();
    await inspectBureau(running);
    const { id } = await running.database
      .read('org_unit')
      .where({ name: '对外贸易处' })
      .first<{ id: number }>('id');
    address = `/coverage/divisions/${id}/exemption?domain=assets`;
  });
  afterEach(() => running.end());

  /** What the form's page gave somebody of that role, to be posted later. */
  async function filledIn(agent: Agent): Promise<Readonly<Record<string, string>>> {
    const page = await agent.get(address);
    const keep = /name="_keep" value="([^"]+)"/u.exec(page.text)?.[1];
    if (keep === undefined) throw new Error(`no token to keep the form by in: ${page.text}`);
    return { _csrf: tokenIn(page), _keep: keep, domain: 'assets', reason: REASON };
  }

  function post(agent: Agent, form: object, site = 'same-origin'): Promise<Response> {
    return agent
      .post(address.split('?')[0] ?? '')
      .set('Sec-Fetch-Site', site)
      .type('form')
      .send(form);
  }

  async function expiredPost(form: object, site?: string): Promise<{ agent: Agent; answer: Response }> {
    const agent = supertest.agent(running.app);
    return { agent, answer: await post(agent, form, site) };
  }

  async function exemptions(): Promise<readonly { readonly reason: string }[]> {
    return running.database.read('coverage_exemption_step').select<{ reason: string }[]>('reason');
  }

  it('waits for its sender, is shown after signing in, and is sent again with one click', async () => {
    const agent = await signedInAgent(running.app, 'division-head');
    const form = await filledIn(agent);
    running.clock.pass(HOUR);
    expect((await post(agent, form)).headers['location']).to.equal('/sign-in?next=%2Fheld&notice=expired');
    expect((await agent.get('/sign-in?next=%2Fheld')).text).to.include('刚才提交的内容已经留下');
    expect((await signIn(agent, 'division-head', undefined, '/held')).headers['location']).to.equal('/held');
    const held = await agent.get('/held');
    expect(held.text).to.include('本处室不承担政府采购').and.include('附：职责分工第三条。');
    await post(agent, { ...form, _csrf: tokenIn(held) });
    expect((await exemptions()).map(({ reason }) => reason)).to.deep.equal([REASON]);
    expect((await agent.get('/held')).text).to.include('没有等待再次提交的内容');
  });

  it('is asked about instead of refused when its page is older than the session', async () => {
    const form = await filledIn(await signedInAgent(running.app, 'division-head'));
    const agent = await signedInAgent(running.app, 'division-head');
    expect((await post(agent, form)).headers['location']).to.equal('/held');
    expect((await agent.get('/points')).text).to.include('查看并再次提交');
    expect(await exemptions()).to.deep.equal([]);
  });

  it('waits until it is sent, whoever looks at the address it goes to', async () => {
    const form = await filledIn(await signedInAgent(running.app, 'division-head'));
    const agent = await signedInAgent(running.app, 'division-head');
    await post(agent, form);
    await agent.get(address.split('?')[0] ?? '');
    expect((await agent.get('/held')).text).to.include('本处室不承担政府采购');
  });

  it('waits on when sending it fails', async () => {
    const form = await filledIn(await signedInAgent(running.app, 'division-head'));
    const agent = await signedInAgent(running.app, 'division-head');
    await post(agent, form);
    const held = await agent.get('/held');
    const refused = { name: 'fails', event: 'before insert', table: 'coverage_exemption_step' };
    await running.database.transaction((write) => refuse(write, refused, { when: '1 = 1', words: 'no' }));
    expect((await post(agent, { ...form, _csrf: tokenIn(held) })).status).to.equal(500);
    expect((await agent.get('/held')).text).to.include('本处室不承担政府采购');
  });

  it('is forgotten when somebody else signs in', async () => {
    const form = await filledIn(await signedInAgent(running.app, 'division-head'));
    const { agent } = await expiredPost(form);
    await signIn(agent, 'assessment-group');
    expect((await agent.get('/held')).text).not.to.include('本处室不承担政府采购');
  });

  for (const [what, change, site] of [
    ['of another site', {}, 'cross-site'],
    ['without a token of ours', { _keep: '1.'.padEnd(66, 'a') }, 'same-origin'],
    ['with a password in it', { currentPassword: 'x' }, 'same-origin'],
  ] as const) {
    it(`is not kept when it is ${what}`, async () => {
      const form = await filledIn(await signedInAgent(running.app, 'division-head'));
      const { answer } = await expiredPost({ ...form, ...change }, site);
      expect(answer.headers['location']).to.equal('/sign-in');
      const kept = await running.database.read('session').whereLike('sess', '%政府采购%');
      expect(kept).to.deep.equal([]);
    });
  }

  it('of somebody else is refused, not kept, in a session that is open', async () => {
    const form = await filledIn(await signedInAgent(running.app, 'division-head'));
    const other: Role = 'assessment-group';
    expect((await post(await signedInAgent(running.app, other), form)).status).to.equal(403);
  });
});
