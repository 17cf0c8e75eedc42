import { expect } from 'chai';
import type { Response } from 'supertest';
import { signedInAgent, testApp, tokenIn, type Agent, type TestApp } from '../../support/http.ts';
import { inspectBureau } from '../../support/inspected-bureau.ts';
import { longRegister, messyRegister } from '../../support/messy-register.ts';
import { commit, decide, guardIn, uploaded, wordsIn } from '../../support/uploading.ts';

const RISK_COLUMN = '“廉政隐患说明”这一列读作';

describe('a messy upload', () => {
  let running: TestApp;
  let office: Agent;
  let address: string;
  before(async () => {
    running = await testApp();
    await inspectBureau(running);
    office = await signedInAgent(running.app, 'office');
  });
  beforeEach(async () => {
    address = await uploaded(office, [[await messyRegister(), '登记表.xlsx']]);
  });
  after(() => running.end());

  async function stage(name: string): Promise<string> {
    return wordsIn((await office.get(`${address}?stage=${name}`)).text);
  }

  async function points(): Promise<number> {
    const [row] = await running.database.read('risk_point').count<{ points: number }[]>({ points: '*' });
    return row?.points ?? 0;
  }

  async function fixEverything(): Promise<void> {
    await decide(office, address, 'columns', { [RISK_COLUMN]: 'risk', '“来源”这一列读作': 'other' });
    const units = await running.database
      .read('org_unit')
      .where({ name: '办公室' })
      .first<{ id: number }>('id');
    await decide(office, address, 'values', { '发生机率“中”': 'fairly-high', '“办公事”': String(units.id) });
    if ((await stage('values')).includes('没有登记过的岗位')) {
      await decide(office, address, 'values', { 岗: 'new' });
    }
    await decide(office, address, 'rows', { 潜在风险: '申报审核把关不严。' });
  }

  it('begins at its columns when its header is not understood', async () => {
    const { text } = await office.get(address);
    expect(wordsIn(text)).to.include('没有认出表头').and.include('廉政隐患说明');
  });

  it('says among its steps, and first of all, which file was not understood', async () => {
    const files = [
      [await messyRegister(), '登记表.xlsx'],
      ['各处室请于月底前填报。', '通知.csv'],
      ['damaged beyond recognition', '汇总表.xlsx'],
    ] as const;
    const { text } = await office.get(await uploaded(office, files));
    expect(wordsIn(text))
      .to.include('处待定；2 个文件没有读出内容')
      .and.match(/每一列读作什么 “通知\.csv”：.*“汇总表\.xlsx”：/u);
  });

  it('is read again once somebody says what a column is', async () => {
    await decide(office, address, 'columns', { [RISK_COLUMN]: 'risk' });
    expect(await stage('values')).to.include('发生机率“中” 出现在 2 行');
  });

  it('has one wrong word put right in all its rows at once', async () => {
    await decide(office, address, 'columns', { [RISK_COLUMN]: 'risk' });
    await decide(office, address, 'values', { '发生机率“中”': 'fairly-high' });
    expect(await stage('values')).to.include('所有的词都读懂了');
    const { text } = await office.get(`${address}?stage=rows&show=all`);
    expect(text.match(/发生机率：较高/gu)).to.have.length(2);
  });

  it('offers likely names for a unit that is mistyped, best first, and chooses none', async () => {
    await decide(office, address, 'columns', { [RISK_COLUMN]: 'risk' });
    const { text } = await office.get(`${address}?stage=values`);
    const select = /“办公事”是<\/label>[\s\S]*?<\/select>/u.exec(text)?.[0] ?? '';
    expect(select).to.match(/<option value="" selected>请选择/u);
    expect(wordsIn(select)).to.match(/新建.*办公室（读音相同）/u);
  });

  it('shows a row’s problems with its place, whose row it is, words and remedy', async () => {
    await decide(office, address, 'columns', { [RISK_COLUMN]: 'risk' });
    expect(await stage('rows')).to.include(
      '工作表“登记表”第 6 行 登记表.xlsx 对外贸易处 · 吴启航 · 外贸扶持资金岗 错误 第 5 列 没有填写潜在风险。 请补填潜在风险，或删去这一行。',
    );
  });

  it('is not written while something is open: nothing at all', async () => {
    const before = await points();
    const answer = await commit(office, address);
    expect([answer.status, await points()]).to.deep.equal([422, before]);
    expect(wordsIn(answer.text)).to.include('没有写入任何内容');
  });

  it('says which risks are on file already', async () => {
    await fixEverything();
    const { text } = await office.get(`${address}?stage=rows&show=all`);
    const words = wordsIn(text);
    expect(words.match(/与已有的相同/gu)).to.have.length(3);
    expect(words.match(/ 新增 /gu)).to.have.length(2);
  });

  it('can leave a row out', async () => {
    await decide(office, address, 'columns', { [RISK_COLUMN]: 'risk' });
    await decide(office, address, 'rows', { 不导入这一行: '1' });
    expect(await stage('rows')).not.to.include('没有填写潜在风险');
  });

  it('is forgotten when it is given up', async () => {
    const page = await office.get(address);
    await office
      .post(`${address}/discard`)
      .type('form')
      .send({ _csrf: tokenIn(page), guard: guardIn(page.text) });
    const draft = address.split('/').at(-1);
    expect(await running.database.read('import_draft_file').where({ draft_id: draft })).to.deep.equal([]);
    expect((await office.get(address)).headers['location']).to.equal('/imports');
  });

  it('sends its problems back as a workbook', async () => {
    const answer = await office.get(`${address}/problems.xlsx`);
    expect([answer.status, answer.headers['content-type']]).to.deep.equal([
      200,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ]);
  });

  it('is seen by nobody else', async () => {
    const head = await signedInAgent(running.app, 'division-head');
    for (const path of [address, `${address}/problems.xlsx`])
      expect((await head.get(path)).status).to.equal(404);
  });

  it('shows a problem of 200 rows once, with how many they are', async () => {
    const long = await uploaded(office, [[await longRegister(200), '长表.xlsx']]);
    const { text } = await office.get(`${long}?stage=values`);
    expect(wordsIn(text))
      .to.include('发生机率“中” 出现在 200 行')
      .and.include('危害程度“不明” 出现在 200 行');
  });

  it('is written whole once everything is explained, by who confirmed it', async () => {
    const before = await points();
    await fixEverything();
    const answer = await commit(office, address);
    expect([answer.status, await points()]).to.deep.equal([303, before + 2]);
    const batch = await running.database
      .read('import_batch')
      .orderBy('id', 'desc')
      .first<{ actor: string }>();
    expect(batch.actor).to.equal('张三');
    const page = await office.get(answer.headers['location'] ?? '');
    expect(wordsIn(page.text)).to.match(/已写入：新增 \d+ 份表/u);
  });

  it('is written once, however often somebody confirms', async () => {
    await fixEverything();
    const page = await office.get(`${address}?stage=commit`);
    const fields = { _csrf: tokenIn(page), guard: guardIn(page.text) };
    const confirm = (): Promise<Response> => office.post(`${address}/commit`).type('form').send(fields);
    const answers = [await confirm(), await confirm()].map(({ status }) => status);
    expect(answers).to.deep.equal([303, 303]);
    const batches = await running.database.read('import_draft').where({ state: 'committed' }).pluck('id');
    expect(batches).to.include(Number(address.split('/').at(-1)));
  });

  it('is not written as somebody saw it before it changed', async () => {
    const page = await office.get(`${address}?stage=commit`);
    await decide(office, address, 'columns', { [RISK_COLUMN]: 'risk' });
    const stale = { _csrf: tokenIn(page), guard: '1' };
    expect((await office.post(`${address}/commit`).type('form').send(stale)).status).to.equal(409);
  });
});
