import { expect } from 'chai';
import supertest from 'supertest';
import { accountDesk, otherBureau, passwordIn, type AccountDesk } from '../support/account-desk.ts';
import { signedInAgent, signIn, testApp, tokenIn, type TestApp } from '../support/http.ts';

describe('what the office changes of an account', () => {
  let running: TestApp;
  let desk: AccountDesk;
  beforeEach(async () => {
    running = await testApp();
    desk = await accountDesk(running);
  });
  afterEach(() => running.end());

  it('only looks at an account that reaches further than itself', async () => {
    const unitId = await otherBureau(running);
    await running.database.transaction((transaction) =>
      transaction('role_assignment').insert({
        account_id: transaction('account').where({ username: 'auditor' }).select('id'),
        role: 'auditor',
        unit_id: unitId,
      }),
    );
    const page = await desk.agent.get(`/accounts/${await desk.idOf('auditor')}`);
    expect(page.text).to.include('您只能查看').and.not.include('name="guard"');
    expect((await desk.change('auditor', '/password')).status).to.equal(403);
  });

  for (const what of ['', '/roles', '/roles/taken', '/closed', '/password', '/sessions']) {
    it(`changes nothing of its own at ${what || 'its page'}`, async () => {
      const form = { 'display-name': '王五', role: 'post-holder', unit: '2' };
      expect((await desk.change('office', what, form)).status).to.equal(403);
    });
  }

  it('gives and takes roles, which hold at the next request', async () => {
    const head = await signedInAgent(running.app, 'division-head');
    await desk.change('division-head', '/roles', { role: 'leader-in-charge', unit: '1' });
    expect((await head.get('/board')).status).not.to.equal(403);
    const taken = await desk.change('division-head', '/roles/taken', { role: 'leader-in-charge', unit: '1' });
    expect(taken.status).to.equal(303);
    expect((await head.get('/board')).status).to.equal(403);
  });

  it('gives no role that stands apart from one that is held, and says which', async () => {
    const again = await desk.change('auditor', '/roles', { role: 'post-holder', unit: '2' });
    expect(again.status).to.equal(422);
    expect(again.text).to.include('“审计员”和“岗位人员”须由不同的账号担任（职责分离）');
  });

  it('keeps at least one office for the bureau, even when two take each other’s role', async () => {
    await desk.change('discipline-team', '/roles', { role: 'office', unit: '1' });
    const ids = [await desk.idOf('office'), await desk.idOf('discipline-team')] as const;
    const [one, other] = [await running.accounts.viewer(ids[0]), await running.accounts.viewer(ids[1])];
    if (one === null || other === null) throw new Error('an office is missing');
    const first = await running.accountChanges.close({ id: ids[1], guard: 2 }, one);
    const second = await running.accountChanges.close({ id: ids[0], guard: 1 }, other);
    expect([first.kind, second]).to.deep.equal([
      'done',
      { kind: 'refused', faults: [{ code: 'last-office' }] },
    ]);
  });

  it('refuses what was asked on a page that is out of date, and tells both versions', async () => {
    const path = `/accounts/${await desk.idOf('auditor')}`;
    const page = await desk.agent.get(path);
    await desk.change('auditor', '', { 'display-name': '赵六' });
    const again = await desk.agent
      .post(path)
      .type('form')
      .send({ _csrf: tokenIn(page), guard: '1', 'display-name': '孙七', person: '' });
    expect(again.status).to.equal(409);
    expect(again.text).to.include('现在登记的姓名是“赵六”').and.include('value="孙七"');
  });

  it('closes an account, which is out at once, and reopens it', async () => {
    const auditor = await signedInAgent(running.app, 'auditor');
    const closed = await desk.change('auditor', '/closed');
    expect((await desk.agent.get(closed.headers['location'] ?? '')).text).to.include('退出了 1 处登录');
    expect((await auditor.get('/audit')).headers['location']).to.match(/^\/sign-in/u);
    expect((await signIn(supertest.agent(running.app), 'auditor')).status).to.equal(422);
    await desk.change('auditor', '/reopened');
    expect((await signIn(supertest.agent(running.app), 'auditor')).status).to.equal(303);
  });

  it('ends the sessions of an account, whose password stays', async () => {
    const auditor = await signedInAgent(running.app, 'auditor');
    await desk.change('auditor', '/sessions');
    expect((await auditor.get('/audit')).headers['location']).to.match(/^\/sign-in/u);
    expect((await signIn(supertest.agent(running.app), 'auditor')).status).to.equal(303);
  });

  it('resets a password: the old one and all sessions end, the new one is shown once', async () => {
    const auditor = await signedInAgent(running.app, 'auditor');
    const password = passwordIn(await desk.change('auditor', '/password'));
    expect((await auditor.get('/audit')).headers['location']).to.match(/^\/sign-in/u);
    expect((await signIn(supertest.agent(running.app), 'auditor')).status).to.equal(422);
    const back = supertest.agent(running.app);
    await signIn(back, 'auditor', password);
    expect((await back.get('/audit')).headers['location']).to.equal('/account/password');
  });

  it('leaves entries without names or passwords', async () => {
    await desk.create();
    await desk.change('li.si', '', { 'display-name': '李四四' });
    await desk.change('li.si', '/closed');
    const entries = await running.audit.latest(3, ['/']);
    expect(entries.map(({ action }) => action)).to.deep.equal([
      'account.closed',
      'account.edited',
      'account.created',
    ]);
    expect(JSON.stringify(entries.map(({ details }) => details))).not.to.match(/李四|password/u);
  });

  it('is kept from two duties in one account by the database, too', async () => {
    const insert = running.database.transaction((transaction) =>
      transaction('role_assignment').insert({
        account_id: transaction('account').where({ username: 'office' }).select('id'),
        role: 'party-group',
        unit_id: 1,
      }),
    );
    expect(await insert.then(String, String)).to.include('kept apart');
  });
});
