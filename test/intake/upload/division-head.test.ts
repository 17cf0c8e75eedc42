import { expect } from 'chai';
import { signedInAgent, testApp, type Agent, type TestApp } from '../../support/http.ts';
import { inspectBureau } from '../../support/inspected-bureau.ts';
import { messyRegister } from '../../support/messy-register.ts';
import { commit, decide, uploaded, wordsIn } from '../../support/uploading.ts';

const OWN = [
  1,
  '对外贸易处',
  '吴启航',
  '外贸扶持资金岗',
  '违规审批扶持资金。',
  '集体审核。',
  '较高',
  '一般',
  '',
];
const FOREIGN = [2, '办公室', '林海棠', '政府采购岗', '泄露评审专家名单。', '专人保管。', '较高', '一般', ''];
const UNKNOWN = [3, '外贸二处', '郑某', '综合岗', '违规接待。', '公函接待。', '较高', '一般', ''];
const COLUMN = { '“廉政隐患说明”这一列读作': 'risk' };

describe('an upload by a division head', () => {
  let running: TestApp;
  let head: Agent;
  before(async () => {
    running = await testApp();
    await inspectBureau(running);
    head = await signedInAgent(running.app, 'division-head');
  });
  after(() => running.end());

  async function register(...rows: readonly (readonly (string | number)[])[]): Promise<string> {
    const address = await uploaded(head, [[await messyRegister(rows), '登记表.xlsx']]);
    await decide(head, address, 'columns', COLUMN);
    return address;
  }

  async function points(): Promise<number> {
    return (await running.database.read('risk_point').pluck('id')).length;
  }

  it('is told beforehand whose forms it may hold', async () => {
    expect(wordsIn((await head.get('/imports/new')).text)).to.include('只能导入“对外贸易处”的表');
  });

  it('with another unit’s form in it says in which file and row, and writes nothing', async () => {
    const before = await points();
    const address = await register(OWN, FOREIGN);
    const page = wordsIn((await head.get(`${address}?stage=commit`)).text);
    expect(page).to.include('登记表.xlsx · 工作表“登记表”第 4 行').and.include('不是您负责的单位');
    const answer = await commit(head, address);
    expect([answer.status, await points()]).to.deep.equal([422, before]);
  });

  it('cannot make a unit', async () => {
    const before = await points();
    const address = await register(UNKNOWN);
    expect(wordsIn((await head.get(`${address}?stage=values`)).text)).to.include('您不能新建单位');
    await decide(head, address, 'values', { '“外贸二处”是': 'new' });
    expect((await commit(head, address)).status).to.equal(422);
    expect(await running.database.read('org_unit').where({ name: '外贸二处' })).to.deep.equal([]);
    expect(await points()).to.equal(before);
  });

  it('of the own division is written', async () => {
    const before = await points();
    const address = await register(OWN);
    const answer = await commit(head, address);
    expect([answer.status, await points()]).to.deep.equal([303, before + 1]);
    expect((await head.get(answer.headers['location'] ?? '')).status).to.equal(200);
  });

  it('cannot open another year', async () => {
    const page = await head.get('/imports/new');
    const years = [...page.text.matchAll(/<option value="(\d{4})"/gu)].map(([, year]) => year);
    expect(years).to.deep.equal(['2021']);
  });
});
