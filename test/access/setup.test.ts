import { expect } from 'chai';
import supertest, { type Response } from 'supertest';
import { createApp } from '../../src/app.ts';
import { createServices } from '../../src/services.ts';
import { filePoints } from '../support/filed-points.ts';
import { signIn, TEST_CONFIG, tokenIn, type Agent } from '../support/http.ts';
import { testInstallation, type TestInstallation } from '../support/installation.ts';
import { MINUTE } from '../support/test-clock.ts';

const PASSWORD = 'correct-horse-battery';
const FORM = {
  bureau: '澄江市商务局',
  username: 'bangongshi',
  'display-name': '局办公室',
  'new-password': PASSWORD,
  'new-password-again': PASSWORD,
};

describe('a fresh installation', () => {
  let fresh: TestInstallation;
  let app: ReturnType<typeof createApp>;
  let code: string;
  let agent: Agent;
  beforeEach(async () => {
    fresh = await testInstallation();
    app = createApp(fresh, TEST_CONFIG);
    code = (await fresh.setup.issueCode(TEST_CONFIG.sessionSecret)) ?? '';
    agent = supertest.agent(app);
  });
  afterEach(() => fresh.end());

  async function begin(form: Readonly<Record<string, string>> = {}, as = agent): Promise<Response> {
    const _csrf = tokenIn(await as.get('/setup'));
    return as
      .post('/setup')
      .type('form')
      .send({ _csrf, code, ...FORM, ...form });
  }

  it('leads everybody to its setup', async () => {
    const page = await agent.get('/board').redirects(2);
    expect(page.text).to.include('首次设置').and.not.include(code);
  });

  it('makes the bureau and the office, signs in and says what to do next', async () => {
    const begun = await begin();
    expect([begun.status, begun.headers['location']]).to.deep.equal([303, '/first-steps']);
    const next = await agent.get('/first-steps');
    expect(next.text).to.include('设置完成，您已登录').and.include('为大家开设账号').and.include('待办');
    expect((await fresh.audit.verify()).ok).to.equal(true);
    const actors = (await fresh.audit.latest(2, ['/'])).map(({ actor, action }) => [actor, action]);
    expect(actors).to.deep.include(['first-setup', 'account.created']);
  });

  it('is no longer one afterwards: the setup is gone for whoever has the code', async () => {
    const late = supertest.agent(app);
    const _csrf = tokenIn(await late.get('/setup'));
    await begin();
    expect((await late.get('/setup')).status).to.equal(404);
    const again = await late
      .post('/setup')
      .type('form')
      .send({ _csrf, code, ...FORM, username: 'somebody-else' });
    expect(again.status).to.equal(404);
    expect(await fresh.database.read('account').select('username')).to.deep.equal([
      { username: 'bangongshi' },
    ]);
  });

  it('takes one of ten who try at once', async () => {
    const agents = Array.from({ length: 8 }, () => supertest.agent(app));
    const answers = await Promise.all(
      agents.map((one, index) => begin({ username: `number-${index}` }, one)),
    );
    expect(answers.filter(({ status }) => status === 303)).to.have.length(1);
    expect(await fresh.database.read('account').select('id')).to.have.length(1);
    expect(await fresh.database.read('org_unit').select('id')).to.have.length(1);
  });

  for (const [what, form, field, says] of [
    ['without the code', { code: '' }, 'code', '请填写设置码'],
    ['with a wrong code', { code: 'aaaa-bbbb-cccc-dddd' }, 'code', '设置码不对'],
    ['without a bureau', { bureau: ' ' }, 'bureau', '请填写单位名称'],
    ['without a username', { username: '' }, 'username', '请填写账号名'],
    [
      'with a weak password',
      { 'new-password': 'short', 'new-password-again': 'short' },
      'new-password',
      '密码至少 10 个字符',
    ],
    [
      'with two passwords that differ',
      { 'new-password-again': 'another' },
      'new-password-again',
      '两次填写的新密码不一致',
    ],
  ] as const) {
    it(`is not set up ${what}, and says so beside the field`, async () => {
      const again = await begin(form);
      expect(again.status).to.equal(422);
      expect(again.text).to.match(new RegExp(`id="${field}-why">${says}`, 'u'));
      expect(again.text).not.to.include(PASSWORD);
      expect(await fresh.database.read('account').first()).to.equal(undefined);
    });
  }

  it('takes the code as people type it', async () => {
    expect((await begin({ code: ` ${code.toUpperCase().replaceAll('-', ' ')} ` })).status).to.equal(303);
  });

  it('takes the code that another process of the installation printed', async () => {
    const other = createServices(fresh.database, fresh.clock, fresh.log);
    expect(await other.setup.issueCode(TEST_CONFIG.sessionSecret)).to.equal(code);
    expect(await other.setup.issueCode('another installation')).not.to.equal(code);
  });

  it('lets nobody guess the code for long', async () => {
    for (let guess = 0; guess < 10; guess += 1) await begin({ code: 'aaaa-bbbb-cccc-dddd' });
    expect((await begin()).status).to.equal(429);
    fresh.clock.pass(15 * MINUTE);
    expect((await begin()).status).to.equal(303);
  });

  it('shows no error pages but what to do next', async () => {
    await begin();
    for (const path of ['/board', '/points', '/coverage', '/forms']) {
      const page = await agent.get(path);
      expect([path, page.status]).to.deep.equal([path, 200]);
      expect(page.text).to.include('还没有可以显示的内容').and.include('href="/first-steps"');
    }
    expect((await agent.get('/board?year=2019')).status).to.equal(404);
    expect((await agent.get('/').redirects(2)).status).to.equal(200);
  });

  it('keeps the bureau that an import made', async () => {
    await filePoints(fresh, '市水利局', [{ unit: '办公室', text: '第一句。' }]);
    const [bureau] = await fresh.setup.bureaus();
    expect((await agent.get('/setup')).text).to.include(`<option value="${bureau?.id}"`);
    expect((await begin({ bureau: '999' })).status).to.equal(422);
    expect((await begin({ bureau: String(bureau?.id) })).status).to.equal(303);
    expect(await fresh.setup.bureaus()).to.deep.equal([bureau]);
    expect((await agent.get('/board')).status).to.equal(200);
  });

  it('without a code has no setup at all', async () => {
    const silent = await testInstallation();
    expect(await silent.setup.isOpen()).to.equal(false);
    await silent.end();
  });

  it('can be signed in to with the password that was chosen', async () => {
    await begin();
    expect((await signIn(supertest.agent(app), 'bangongshi', PASSWORD)).status).to.equal(303);
  });
});
