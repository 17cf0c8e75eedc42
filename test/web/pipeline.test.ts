import { expect } from 'chai';
import supertest from 'supertest';
import { cookieIn, signedInAgent, testApp, tokenIn, type TestApp } from '../support/http.ts';

const REFERENCE = /编号 [2-9A-HJKMNP-Z]{8}/u;

describe('every page', () => {
  let running: TestApp;
  before(async () => {
    running = await testApp();
  });
  after(() => running.end());

  it('forbids everything that is not from here, and everything inline', async () => {
    const { headers } = await supertest(running.app).get('/sign-in');
    expect(headers['content-security-policy']).to.equal(
      "default-src 'self';script-src-attr 'none';object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none'",
    );
  });

  for (const [header, value] of [
    ['cache-control', 'no-store'],
    ['x-content-type-options', 'nosniff'],
    ['x-frame-options', 'DENY'],
    ['referrer-policy', 'same-origin'],
    ['x-powered-by', undefined],
    ['etag', undefined],
    ['strict-transport-security', undefined],
  ] as const) {
    it(`has ${header} ${value ?? 'not at all'}`, async () => {
      const { headers } = await supertest(running.app).get('/sign-in');
      expect(headers[header]).to.equal(value);
    });
  }

  it('has a language, a title, a heading, a skip link and landmarks', async () => {
    const { text } = await (await signedInAgent(running.app, 'post-holder')).get('/account');
    for (const part of [
      '<html lang="zh-CN">',
      '<title>',
      '<h1>',
      'href="#main"',
      '<main id="main"',
      '<header',
      '<footer',
    ]) {
      expect(text).to.include(part);
    }
  });

  it('keeps its session cookie from scripts and from other sites’ forms', async () => {
    const cookie = cookieIn(await supertest(running.app).get('/sign-in'));
    expect(cookie).to.match(/; Path=\/; HttpOnly; SameSite=Lax$/u);
  });
});

describe('a page that cannot be shown', () => {
  let running: TestApp;
  before(async () => {
    running = await testApp();
  });
  after(() => running.end());

  it('says so in Chinese, what to do, and a number to name: 404', async () => {
    const page = await supertest(running.app).get('/nowhere');
    expect(page.status).to.equal(404);
    expect(page.text).to.include('没有找到').and.include('请核对地址').and.match(REFERENCE);
  });

  it('does not repeat the address as code', async () => {
    const page = await supertest(running.app).get('/%3Cscript%3Ealert(1)%3C/script%3E');
    expect(page.text).not.to.include('<script>alert');
  });

  it('keeps the menu and the way out for who is signed in', async () => {
    const page = await (await signedInAgent(running.app, 'auditor')).get('/nowhere');
    expect(page.text).to.include('action="/sign-out"').and.include('市商务局 · 审计员');
  });

  it('says that a form without its token saved nothing: 403', async () => {
    const page = await supertest(running.app)
      .post('/sign-in')
      .type('form')
      .send({ username: 'office', password: 'x' });
    expect(page.status).to.equal(403);
    expect(page.text).to.include('没有保存任何内容').and.match(REFERENCE);
  });

  it("does not take another session's token: 403", async () => {
    const agent = supertest.agent(running.app);
    await agent.get('/sign-in');
    const token = tokenIn(await supertest(running.app).get('/sign-in'));
    const page = await agent
      .post('/sign-in')
      .type('form')
      .send({ _csrf: token, username: 'office', password: 'x' });
    expect(page.status).to.equal(403);
  });

  it('does not take a token in the address: 403', async () => {
    const agent = supertest.agent(running.app);
    const token = tokenIn(await agent.get('/sign-in'));
    const page = await agent
      .post(`/sign-in?_csrf=${token}`)
      .type('form')
      .send({ username: 'office', password: 'x' });
    expect(page.status).to.equal(403);
  });

  for (const [what, type, body, status] of [
    ['too long', 'form', `username=${'x'.repeat(600_000)}`, 413],
    ['of too many fields', 'form', 'a=1&'.repeat(2_500), 413],
    ['in an unknown charset', 'application/x-www-form-urlencoded; charset=x-unknown', 'a=1', 400],
  ] as const) {
    it(`says what to do when a form is ${what}: ${status}`, async () => {
      const page = await supertest(running.app).post('/sign-in').type(type).send(body);
      expect(page.status).to.equal(status);
      expect(page.text).to.include('提交的内容有误').and.match(REFERENCE);
    });
  }
});

describe('a page that fails', () => {
  let running: TestApp;
  beforeEach(async () => {
    running = await testApp();
  });
  afterEach(() => running.end());

  it('tells nothing of the cause but a number, under which the log has it: 500', async () => {
    const agent = await signedInAgent(running.app, 'office');
    await running.database.transaction((transaction) => transaction.schema.dropTable('role_assignment'));
    const page = await agent.get('/');
    expect(page.status).to.equal(500);
    expect(page.text)
      .to.include('系统出错了')
      .and.not.match(/role_assignment|SQLITE|node_modules|    at /u);
    const reference = REFERENCE.exec(page.text)?.[0].replace('编号 ', '') ?? 'none';
    const entries = running
      .logged()
      .split('\n')
      .filter((line) => line.includes(reference));
    expect(entries.join('')).to.include('role_assignment').and.include('"status":500');
  });

  it('says so too when nobody can be recognised', async () => {
    const agent = await signedInAgent(running.app, 'office');
    await running.database.transaction((transaction) => transaction.schema.dropTable('session'));
    const page = await agent.get('/');
    expect([page.status, page.text.includes('系统出错了')]).to.deep.equal([500, true]);
  });
});

describe('the log', () => {
  it('names the page and the answer, but no person, no query and no password', async () => {
    const running = await testApp();
    const agent = await signedInAgent(running.app, 'post-holder');
    await agent.get('/?q=%E9%A3%8E%E9%99%A9%E6%96%87%E5%AD%97');
    await running.end();
    expect(running.logged()).to.include('"route":"/sign-in"').and.include('"status":303');
    expect(running.logged()).not.to.match(/post-holder|张三|correct-horse|%E9|127\.0\.0\.1/u);
  });
});

describe('behind a proxy that speaks HTTPS', () => {
  let running: TestApp;
  before(async () => {
    running = await testApp({ https: true, trustedProxies: 1 });
  });
  after(() => running.end());

  it('the session cookie travels only over HTTPS and only to this host', async () => {
    const page = await supertest(running.app).get('/sign-in').set('X-Forwarded-Proto', 'https');
    const [cookie] = page.get('Set-Cookie') ?? [];
    expect(cookie).to.match(/^__Host-qinglian=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/u);
    expect(page.headers['strict-transport-security']).to.equal('max-age=31536000');
  });

  it('no session cookie is given over plain HTTP', async () => {
    const page = await supertest(running.app).get('/sign-in').set('X-Forwarded-Proto', 'http');
    expect(page.get('Set-Cookie')).to.equal(undefined);
  });
});
