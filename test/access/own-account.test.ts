import { expect } from 'chai';
import supertest, { type Response } from 'supertest';
import {
  PASSWORD,
  signedInAgent,
  signIn,
  testApp,
  tokenIn,
  type Agent,
  type TestApp,
} from '../support/http.ts';
import { MINUTE } from '../support/test-clock.ts';

const NEW_PASSWORD = 'staple-battery-horse-7';

async function change(agent: Agent, form: Readonly<Record<string, string>>): Promise<Response> {
  const _csrf = tokenIn(await agent.get('/account/password'));
  const { current = PASSWORD, wanted = NEW_PASSWORD, again = wanted } = form;
  const typed = { 'current-password': current, 'new-password': wanted, 'new-password-again': again };
  return agent
    .post('/account/password')
    .type('form')
    .send({ _csrf, ...typed });
}

describe('one’s own account', () => {
  let running: TestApp;
  beforeEach(async () => {
    running = await testApp();
  });
  afterEach(() => running.end());

  it('says who one is, and what each role may do where', async () => {
    const page = await (await signedInAgent(running.app, 'division-head')).get('/account');
    expect(page.text)
      .to.include('处室（单位）负责人 · 对外贸易处')
      .and.include('在对外贸易处及其下属范围内，可以：')
      .and.include('评定发生机率和危害程度');
  });

  it('lists where one is signed in and marks this one', async () => {
    await signedInAgent(running.app, 'office');
    running.clock.pass(5 * MINUTE);
    const page = await (await signedInAgent(running.app, 'office')).get('/account');
    expect(page.text).to.include('目前在 2 处登录').and.include('本次登录').and.include('其他登录');
  });

  it('ends the other sessions at once and keeps this one', async () => {
    const [lost, kept] = [
      await signedInAgent(running.app, 'office'),
      await signedInAgent(running.app, 'office'),
    ];
    const stranger = await signedInAgent(running.app, 'auditor');
    const ended = await kept
      .post('/account/sessions')
      .type('form')
      .send({ _csrf: tokenIn(await kept.get('/account')) });
    expect([ended.status, ended.headers['location']]).to.deep.equal([303, '/account']);
    expect((await kept.get('/account')).text)
      .to.include('已退出其他 1 处登录')
      .and.include('目前在 1 处登录');
    expect((await lost.get('/account')).headers['location']).to.match(/^\/sign-in/u);
    expect((await stranger.get('/account')).status).to.equal(200);
  });

  it('changes its password, ends the other sessions and gives this one a new id', async () => {
    const other = await signedInAgent(running.app, 'office');
    const agent = await signedInAgent(running.app, 'office');
    const before = sessionIdOf(agent);
    const changed = await change(agent, {});
    expect([changed.status, changed.headers['location']]).to.deep.equal([303, '/account']);
    expect(sessionIdOf(agent)).not.to.equal(before);
    expect((await agent.get('/account')).text).to.include('密码已修改，其他 1 处登录已退出');
    expect((await other.get('/account')).headers['location']).to.match(/^\/sign-in/u);
    expect((await signIn(supertest.agent(running.app), 'office')).status).to.equal(422);
    expect((await signIn(supertest.agent(running.app), 'office', NEW_PASSWORD)).status).to.equal(303);
  });

  for (const [what, form, says] of [
    ['without the present password', { current: '' }, '请填写当前密码'],
    ['without a new one', { wanted: '' }, '请填写新密码'],
    ['with two new ones that differ', { again: 'something else entirely' }, '两次填写的新密码不一致'],
    ['with a wrong present one', { current: 'not my password' }, '当前密码不对'],
    ['with a short new one', { wanted: 'short1' }, '密码至少 10 个字符'],
    ['with the username in it', { wanted: 'my office is here' }, '密码里不能有账号名'],
    ['with the present one again', { wanted: PASSWORD }, '新密码与当前密码相同'],
  ] as const) {
    it(`keeps its password ${what}, and says so beside the field`, async () => {
      const agent = await signedInAgent(running.app, 'office');
      const again = await change(agent, form);
      expect(again.status).to.equal(422);
      expect(again.text).to.match(new RegExp(`class="why" id="[a-z-]+-why">${says}`, 'u'));
      expect(again.text).not.to.include(NEW_PASSWORD);
      expect((await signIn(supertest.agent(running.app), 'office')).status).to.equal(303);
    });
  }

  it('lets nobody guess the present password in a session left open', async () => {
    const agent = await signedInAgent(running.app, 'office');
    for (let time = 0; time < 5; time += 1) await change(agent, { current: `guess number ${time}` });
    const locked = await change(agent, {});
    expect(locked.status).to.equal(429);
    expect(locked.text).to.include('请 15 分钟后再试');
    running.clock.pass(15 * MINUTE);
    expect((await change(agent, {})).status).to.equal(303);
  });

  it('writes changes into the audit trail, and wrong passwords, without either', async () => {
    const agent = await signedInAgent(running.app, 'office');
    await change(agent, { current: 'not my password' });
    await change(agent, {});
    const entries = await running.audit.latest(2, ['/']);
    expect(entries.map(({ action, details }) => [action, details])).to.deep.equal([
      ['account.password-changed', { sessions: 1 }],
      ['account.password-refused', {}],
    ]);
  });

  it('chooses the language of this browser', async () => {
    const agent = await signedInAgent(running.app, 'office');
    await agent.get('/language?to=en&next=%2Faccount');
    expect((await agent.get('/account')).text)
      .to.include('My account')
      .and.include('This session');
  });
});

describe('a password that somebody else made', () => {
  let running: TestApp;
  before(async () => {
    running = await testApp();
    await running.database.transaction((transaction) =>
      transaction('account').where({ username: 'office' }).update({ must_change_password: 1 }),
    );
  });
  after(() => running.end());

  it('opens the page to change it, the way out and nothing else', async () => {
    const agent = await signedInAgent(running.app, 'office');
    for (const path of ['/', '/board', '/account', '/points']) {
      const answer = await agent.get(path);
      expect([path, answer.status, answer.headers['location']]).to.deep.equal([
        path,
        303,
        '/account/password',
      ]);
    }
    const page = await agent.get('/account/password');
    expect(page.text).to.include('请先设置自己的密码').and.not.include('href="/board"');
    expect((await agent.post('/account/sessions').type('form').send({})).headers['location']).to.equal(
      '/account/password',
    );
    expect(
      (
        await agent
          .post('/sign-out')
          .type('form')
          .send({ _csrf: tokenIn(page) })
      ).headers['location'],
    ).to.include('/sign-in');
  });

  it('gives way to one’s own, and then everything is open', async () => {
    const agent = await signedInAgent(running.app, 'office');
    const changed = await change(agent, {});
    expect([changed.status, changed.headers['location']]).to.deep.equal([303, '/']);
    expect((await agent.get('/account')).text).to.include('我的账号');
  });
});

function sessionIdOf(agent: Agent): string | undefined {
  return agent.jar.getCookie('qinglian', { path: '/', domain: '127.0.0.1', secure: false, script: false })
    ?.value;
}
