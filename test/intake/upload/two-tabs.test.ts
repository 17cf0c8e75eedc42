import { expect } from 'chai';
import type { Response } from 'supertest';
import { signedInAgent, testApp, tokenIn, type Agent, type TestApp } from '../../support/http.ts';
import { inspectBureau } from '../../support/inspected-bureau.ts';
import { messyRegister } from '../../support/messy-register.ts';
import { decide, decideOn, guardIn, uploaded, wordsIn } from '../../support/uploading.ts';

const RISK_COLUMN = '“廉政隐患说明”这一列读作';
const SOURCE_COLUMN = '“来源”这一列读作';

describe('two pages open on one upload', () => {
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

  function opened(stage: string): Promise<Response> {
    return Promise.resolve(office.get(`${address}?stage=${stage}`));
  }

  function post(action: string, page: Response, fields: Record<string, string> = {}): Promise<Response> {
    const guarded = { _csrf: tokenIn(page), guard: guardIn(page.text), ...fields };
    return Promise.resolve(office.post(`${address}/${action}`).type('form').send(guarded));
  }

  async function chosen(label: string): Promise<string | undefined> {
    const { text } = await opened('columns');
    const select = new RegExp(`${label}</label>[\\s\\S]*?</select>`, 'u').exec(text)?.[0] ?? '';
    return /<option value="([^"]*)" selected>/u.exec(select)?.[1];
  }

  it('both decide: what is about different columns goes in together', async () => {
    const older = await opened('columns');
    await decide(office, address, 'columns', { [RISK_COLUMN]: 'risk' });
    const answer = await decideOn(older, office, address, 'columns', { [SOURCE_COLUMN]: 'other' });
    expect(answer.status).to.equal(303);
    expect([await chosen(RISK_COLUMN), await chosen(SOURCE_COLUMN)]).to.deep.equal(['risk', 'other']);
  });

  it('decide at the same moment: all goes in', async () => {
    const pages = [await opened('columns'), await opened('columns')];
    const labels = [RISK_COLUMN, SOURCE_COLUMN];
    const answers = await Promise.all(
      pages.map((page, index) =>
        decideOn(page, office, address, 'columns', { [labels[index] ?? '']: index === 0 ? 'risk' : 'other' }),
      ),
    );
    expect(answers.map(({ status }) => status)).to.deep.equal([303, 303]);
    expect([await chosen(RISK_COLUMN), await chosen(SOURCE_COLUMN)]).to.deep.equal(['risk', 'other']);
  });

  describe('of which the older decides on the same column', () => {
    let answer: Response;
    beforeEach(async () => {
      const older = await opened('columns');
      await decide(office, address, 'columns', { [RISK_COLUMN]: 'risk' });
      answer = await decideOn(older, office, address, 'columns', {
        [RISK_COLUMN]: 'duties',
        [SOURCE_COLUMN]: 'other',
      });
    });

    it('overwrites nothing, and names both: 409', async () => {
      expect([answer.status, await chosen(RISK_COLUMN)]).to.deep.equal([409, 'risk']);
      expect(wordsIn(answer.text))
        .to.include('没有覆盖')
        .and.include('现在是：潜在风险 您填的是：岗位职责')
        .and.include('其他 1 处已经记下');
      expect(await chosen(SOURCE_COLUMN)).to.equal('other');
    });

    it('takes the older one after all when its person says so', async () => {
      const saved = await decideOn(answer, office, address, 'columns', {
        改用我填的: 'duties',
      });
      expect([saved.status, await chosen(RISK_COLUMN)]).to.deep.equal([303, 'duties']);
    });
  });

  it('are told apart where a word was explained twice, though its question is gone', async () => {
    await decide(office, address, 'columns', { [RISK_COLUMN]: 'risk' });
    const older = await opened('values');
    await decide(office, address, 'values', { '发生机率“中”': 'fairly-high' });
    const answer = await decideOn(older, office, address, 'values', { '发生机率“中”': 'high' });
    expect(answer.status).to.equal(409);
    expect(wordsIn(answer.text)).to.include('发生机率“中” 现在是：较高 您填的是：高');
  });

  it('are told what was typed into a row that was left out meanwhile', async () => {
    await decide(office, address, 'columns', { [RISK_COLUMN]: 'risk' });
    const older = await opened('rows');
    await decide(office, address, 'rows', { 不导入这一行: '1' });
    const answer = await decideOn(older, office, address, 'rows', { 潜在风险: '申报审核把关不严。' });
    expect(answer.status).to.equal(409);
    expect(wordsIn(answer.text)).to.include('现在：这一行已设为不导入 您填的是：申报审核把关不严。');
  });

  it('are told what was decided on a file that was taken out meanwhile', async () => {
    const older = await opened('columns');
    const file = /name="file" value="(\d+)"/u.exec(older.text)?.[1] ?? '';
    await post('files/remove', older, { file });
    const answer = await decideOn(older, office, address, 'columns', { [RISK_COLUMN]: 'risk' });
    expect(answer.status).to.equal(409);
    expect(wordsIn(answer.text)).to.include('现在：这个文件已经去掉 您填的是：潜在风险');
  });

  it('do not make all names new that the older one did not show', async () => {
    const older = await opened('values');
    await decide(office, address, 'columns', { [RISK_COLUMN]: 'risk' });
    const answer = await post('decisions', older, { stage: 'values', go: 'stay', 'create-all': '1' });
    expect(answer.status).to.equal(409);
    expect(wordsIn(answer.text)).to.include('“全部新建”没有执行');
  });

  for (const action of ['discard', 'files/remove', 'commit'] as const) {
    it(`${action}: the older one does nothing, and shows how the upload stands now: 409`, async () => {
      const older = await opened('commit');
      const file = /name="file" value="(\d+)"/u.exec(older.text)?.[1] ?? '';
      await decide(office, address, 'columns', { [RISK_COLUMN]: 'risk' });
      const answer = await post(action, older, { file });
      expect(answer.status).to.equal(409);
      expect(wordsIn(answer.text)).to.include('刚才的操作没有执行').and.include('登记表.xlsx');
      expect((await office.get(address)).status).to.equal(200);
    });
  }
});
