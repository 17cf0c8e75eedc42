import { expect } from 'chai';
import { AMOUNT } from '../../support/declared-amount.ts';
import { signedInAgent, testApp, tokenIn, type Agent, type TestApp } from '../../support/http.ts';
import { inspectBureau } from '../../support/inspected-bureau.ts';
import { uploaded, wordsIn } from '../../support/uploading.ts';

const FACT = { ...AMOUNT, 'title-zh': '年经手金额' };
const REGISTER = [
  '单位,姓名,岗位名称,潜在风险,发生机率,危害程度,年经手金额',
  '办公室,林海棠,政府采购岗,化整为零规避公开招标。,较高,严重,120',
].join('\n');

describe('a register with a column of a fact that the bureau declared', () => {
  let running: TestApp;
  let office: Agent;
  let address: string;
  before(async () => {
    running = await testApp();
    await inspectBureau(running);
    const team = await signedInAgent(running.app, 'discipline-team');
    const form = await team.get('/rulebooks/facts/new');
    const declared = await team
      .post('/rulebooks/facts/new')
      .type('form')
      .send({ _csrf: tokenIn(form), ...FACT });
    expect(declared.status).to.equal(303);
    office = await signedInAgent(running.app, 'office');
    address = await uploaded(office, [[REGISTER, '登记表.csv']]);
  });
  after(() => running.end());

  it('has it understood, and asks nothing of its columns', async () => {
    const columns = (await office.get(`${address}?stage=columns`)).text;
    expect(columns).to.include('<option value="" selected>自定义事实“年经手金额”</option>');
    expect(wordsIn(columns)).to.include('1. 列 没有待定');
  });

  it('shows its value in the row that is to be written', async () => {
    const rows = wordsIn((await office.get(`${address}?stage=rows&show=all`)).text);
    expect(rows).to.match(/年经手金额[^0-9]*120/u);
  });
});
