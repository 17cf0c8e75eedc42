import { expect } from 'chai';
import supertest from 'supertest';
import {
  accountDesk,
  NEW_ACCOUNT,
  otherBureau,
  passwordIn,
  type AccountDesk,
} from '../support/account-desk.ts';
import { signedInAgent, signIn, testApp, type TestApp } from '../support/http.ts';

describe('the office and its accounts', () => {
  let running: TestApp;
  let desk: AccountDesk;
  beforeEach(async () => {
    running = await testApp();
    desk = await accountDesk(running);
  });
  afterEach(() => running.end());

  it('lists them with roles, last sign-in and state, and finds them', async () => {
    await signedInAgent(running.app, 'auditor');
    const list = await desk.agent.get('/accounts');
    expect(list.text).to.include('共有账号').and.include('审计员 · 市商务局').and.include('从未登录');
    const found = await desk.agent.get('/accounts?q=audit&role=auditor&state=open');
    expect(found.text).to.include('符合条件的账号有 <b>1</b> 个').and.not.include('>party-group<');
    expect((await desk.agent.get('/accounts?q=%25')).text).to.include('没有符合条件的账号');
  });

  it('opens one with a password that is shown once and has to be changed', async () => {
    const created = await desk.create();
    expect(created.status).to.equal(200);
    const password = passwordIn(created);
    expect(password).to.match(/^[2-9a-z]{4}(-[2-9a-z]{4}){3}$/u);
    expect((await desk.agent.get(`/accounts/${await desk.idOf('li.si')}`)).text).not.to.include(password);
    const agent = supertest.agent(running.app);
    expect((await signIn(agent, 'li.si', password)).status).to.equal(303);
    expect((await agent.get('/')).headers['location']).to.equal('/account/password');
    const sessions = await running.database.read('session').select('sess');
    expect(JSON.stringify(sessions)).not.to.include(password);
  });

  for (const [what, form, field, says] of [
    ['without a username', { username: ' ' }, 'username', '请填写账号名'],
    ['with a username that cannot be one', { username: 'li si' }, 'username', '账号名用 2 到 40 个'],
    ['with a taken one', { username: 'OFFICE' }, 'username', '已经有人用了'],
    ['with one that the trail uses for nobody', { username: 'Command-Line' }, 'username', '由系统使用'],
    ['with a name of that kind', { 'display-name': 'anonymous' }, 'display-name', '由系统使用'],
    ['without a name', { 'display-name': '' }, 'display-name', '请填写姓名'],
    ['without a role', { role: '' }, 'role', '请选择角色'],
    ['with a role that does not exist', { role: 'king' }, 'role', '请选择角色'],
    ['without a unit', { unit: '' }, 'unit', '请从列表中选择您管理范围内的单位'],
    ['at a unit that does not exist', { unit: '999' }, 'unit', '请从列表中选择您管理范围内的单位'],
    ['with a role its unit has not', { role: 'office' }, 'unit', '“局办公室”只能设在：地区、局'],
    ['for a person who is not of the list', { person: '999' }, 'person', '请从列表中选择本单位的人员'],
  ] as const) {
    it(`opens none ${what}, says so beside the field and keeps what was typed`, async () => {
      const again = await desk.create(form);
      expect(again.status).to.equal(422);
      expect(again.text).to.match(new RegExp(`id="${field}-why">[^<]*${says}`, 'u'));
      expect(again.text).to.include(`value="${{ ...NEW_ACCOUNT, ...form }['display-name']}"`);
    });
  }

  it('gives no role beyond its own subtree, and touches no account of another bureau', async () => {
    const unitId = await otherBureau(running);
    expect((await desk.create({ unit: String(unitId) })).text).to.include('您管理范围内的单位');
    const refused = await desk.change('stranger', '/closed');
    expect(refused.status).to.equal(404);
    expect((await desk.agent.get('/accounts')).text).not.to.include('外局的人');
  });

  it('says in words what every role may do, and which stand apart', async () => {
    const page = await desk.agent.get('/accounts/roles');
    expect(page.text).to.include('维护账号和角色').and.include('“局办公室”和“局党组”须由不同的账号担任');
  });
});
