import { expect } from 'chai';
import supertest from 'supertest';
import { COMMAND_LINE } from '../../src/audit/audit-service.ts';
import {
  cookieIn,
  PASSWORD,
  signedInAgent,
  signIn,
  testApp,
  tokenIn,
  type TestApp,
} from '../support/http.ts';

describe('signing in', () => {
  let running: TestApp;
  before(async () => {
    running = await testApp();
  });
  after(() => running.end());

  it('is asked of everybody who opens a page, who comes back to it afterwards', async () => {
    const agent = supertest.agent(running.app);
    const refused = await agent.get('/?from=desk');
    expect([refused.status, refused.headers['location']]).to.deep.equal([
      303,
      '/sign-in?next=%2F%3Ffrom%3Ddesk',
    ]);
    const page = await agent.get('/sign-in?next=%2F%3Ffrom%3Ddesk');
    expect(page.text).to.include('name="next" value="/?from=desk"');
    const entered = await signIn(agent, 'office', PASSWORD, '/?from=desk');
    expect([entered.status, entered.headers['location']]).to.deep.equal([303, '/?from=desk']);
  });

  for (const next of ['//other.example', 'http://other.example', '/\\other.example', '/.//other.example']) {
    it(`never leads to ${next}`, async () => {
      const agent = supertest.agent(running.app);
      const page = await agent.get(`/sign-in?next=${encodeURIComponent(next)}`);
      expect(page.text).to.include('name="next" value=""');
      const entered = await signIn(agent, 'office', PASSWORD, next);
      expect(entered.headers['location']).to.equal('/');
    });
  }

  it('gives the session a new id, and the old one is worth nothing', async () => {
    const agent = supertest.agent(running.app);
    const before = cookieIn(await agent.get('/sign-in'));
    const entered = await signIn(agent, 'office');
    const after = cookieIn(entered);
    expect(after).to.be.a('string').that.does.not.equal(before);
    const planted = await supertest(running.app)
      .get('/')
      .set('Cookie', before ?? '');
    expect(planted.headers['location']).to.match(/^\/sign-in/u);
  });

  it('keeps no session id in the database, only its digest', async () => {
    const agent = await signedInAgent(running.app, 'office');
    const rows = await running.database.read('session').select<{ sid: string }[]>('sid');
    const cookie = agent.jar.getCookie('qinglian', {
      path: '/',
      domain: '127.0.0.1',
      secure: false,
      script: false,
    });
    const sid = decodeURIComponent(cookie?.value ?? '')
      .slice('s:'.length)
      .split('.')[0];
    expect(sid).to.have.length.greaterThan(20);
    expect(rows.map((row) => row.sid)).not.to.include(sid);
  });

  it('takes the username as people type it', async () => {
    const entered = await signIn(supertest.agent(running.app), ' ＯＦＦＩＣＥ ');
    expect(entered.status).to.equal(303);
  });

  it('answers a wrong password and an unknown account in the same words', async () => {
    const wrong = await signIn(supertest.agent(running.app), 'auditor', 'not the password');
    const unknown = await signIn(supertest.agent(running.app), 'nobody', 'not the password');
    const said = (text: string): string => text.replace(/value="[^"]*"/gu, '');
    expect([wrong.status, unknown.status]).to.deep.equal([422, 422]);
    expect(said(wrong.text)).to.equal(said(unknown.text)).and.to.include('账号或密码不对');
  });

  it('shows what was typed again, except the password, as text and not as code', async () => {
    const typed = '"><script>alert(1)</script>';
    const again = await signIn(supertest.agent(running.app), typed, 'my secret words');
    expect(again.text).to.include('value="&#34;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
    expect(again.text).not.to.include('<script>');
    expect(again.text).not.to.include('my secret words');
  });

  it('says which field is empty, and links to it', async () => {
    const again = await signIn(supertest.agent(running.app), ' ', '');
    expect(again.status).to.equal(422);
    expect(again.text)
      .to.include('<a href="#username">请填写账号</a>')
      .and.include('<a href="#password">请填写密码</a>');
  });

  it('leads somebody whose roles open no page to an explanation', async () => {
    const nobody = { username: 'nobody', displayName: '无角色', password: PASSWORD, assignments: [] };
    await running.database.transaction((transaction) =>
      running.accounts.create(nobody, COMMAND_LINE, transaction),
    );
    const agent = supertest.agent(running.app);
    await signIn(agent, 'nobody');
    const page = await agent.get('/');
    expect(page.status).to.equal(200);
    expect(page.text)
      .to.include('还没有可以看的内容')
      .and.include('您的账号还没有任何角色，所以没有可以打开的页面');
  });

  it('leads on at once who is signed in already', async () => {
    const agent = await signedInAgent(running.app, 'office');
    const page = await agent.get('/sign-in');
    expect([page.status, page.headers['location']]).to.deep.equal([303, '/']);
  });

  it('is written into the audit trail, and so are failures, without what was typed', async () => {
    await signIn(supertest.agent(running.app), 'discipline-team');
    await signIn(supertest.agent(running.app), 'discipline-team', 'wrong words');
    await signIn(supertest.agent(running.app), 'somebody-else', 'wrong words');
    const entries = await running.audit.latest(3, ['/']);
    expect(entries.map(({ action, actor, details }) => [action, actor, details])).to.deep.equal([
      ['account.sign-in-failed', 'anonymous', { reason: 'unknown-account' }],
      ['account.sign-in-failed', 'anonymous', { reason: 'wrong-password' }],
      ['account.signed-in', 'discipline-team', {}],
    ]);
    expect((await running.audit.verify()).ok).to.equal(true);
  });

  it('is refused to a closed account, which is out at once', async () => {
    const agent = await signedInAgent(running.app, 'principal-leader');
    await running.database.transaction((transaction) =>
      transaction('account').where({ username: 'principal-leader' }).update({ is_active: 0 }),
    );
    expect((await agent.get('/')).headers['location']).to.match(/^\/sign-in/u);
    const again = await signIn(supertest.agent(running.app), 'principal-leader');
    expect(again.text).to.include('账号或密码不对');
  });
});

describe('signing out', () => {
  let running: TestApp;
  before(async () => {
    running = await testApp();
  });
  after(() => running.end());

  it('ends the session on the server, forgets the cookie and is written down', async () => {
    const agent = await signedInAgent(running.app, 'post-holder');
    const page = await agent.get('/account');
    const stolen = agent.jar.getCookie('qinglian', {
      path: '/',
      domain: '127.0.0.1',
      secure: false,
      script: false,
    });
    const left = await agent
      .post('/sign-out')
      .type('form')
      .send({ _csrf: tokenIn(page) });
    expect([left.status, left.headers['location']]).to.deep.equal([303, '/sign-in?notice=signed-out']);
    expect(cookieIn(left)).to.include('Expires=Thu, 01 Jan 1970');
    const replayed = await supertest(running.app)
      .get('/')
      .set('Cookie', `qinglian=${stolen?.value ?? ''}`);
    expect(replayed.headers['location']).to.match(/^\/sign-in/u);
    expect((await running.audit.latest(1, ['/']))[0]?.action).to.equal('account.signed-out');
  });

  it('needs a form of ours, not a link or somebody else’s form', async () => {
    const agent = await signedInAgent(running.app, 'post-holder');
    expect((await agent.get('/sign-out')).status).to.equal(404);
    expect((await agent.post('/sign-out').type('form').send({})).status).to.equal(403);
    expect((await agent.get('/account')).status).to.equal(200);
  });

  it('of nobody leads to the sign-in page', async () => {
    const left = await supertest(running.app).post('/sign-out').type('form').send({});
    expect([left.status, left.headers['location']]).to.deep.equal([303, '/sign-in']);
  });
});
