import { expect } from 'chai';
import { signedInAgent, testApp, type Agent, type TestApp } from '../../support/http.ts';
import { inspectBureau } from '../../support/inspected-bureau.ts';
import { decide, uploaded, wordsIn } from '../../support/uploading.ts';

const REGISTER = [
  '单位,姓名,联系人,经办人,岗位名称,潜在风险,发生机率,危害程度',
  '办公室,林海棠,周立柏,吴一,政府采购岗,化整为零规避公开招标。,较高,严重',
].join('\n');

const column = (words: string): string => `“${words}”这一列读作`;

describe('two columns that are both said to be the same field', () => {
  let running: TestApp;
  let office: Agent;
  let address: string;
  beforeEach(async () => {
    running = await testApp();
    await inspectBureau(running);
    office = await signedInAgent(running.app, 'office');
    address = await uploaded(office, [[REGISTER, '登记表.csv']]);
  });
  afterEach(() => running.end());

  const rows = async (): Promise<string> =>
    wordsIn((await office.get(`${address}?stage=rows&show=all`)).text);

  it('are refused, and both are named beside the one that was not changed', async () => {
    const { status, text } = await decide(office, address, 'columns', { [column('联系人')]: 'name' });
    expect(status).to.equal(422);
    expect(wordsIn(text)).to.include('“联系人”和“姓名”两列都选作“姓名”');
    expect(text).to.include('href="#column-3"').and.include('id="column-3"');
    expect(await rows())
      .to.include('林海棠')
      .and.not.include('周立柏');
  });

  it('are refused both where both were chosen, and what else was decided is kept', async () => {
    const { status, text } = await decide(office, address, 'columns', {
      [column('联系人')]: 'measure',
      [column('经办人')]: 'measure',
      [column('姓名')]: 'other',
    });
    expect(status).to.equal(422);
    expect(wordsIn(text)).to.include('“联系人”和“经办人”两列').and.include('“经办人”和“联系人”两列');
    expect(text).to.match(/“姓名”这一列读作[\s\S]*?value="other" selected/u);
  });

  it('are taken where one gives way to the other at the same time', async () => {
    const chosen = { [column('联系人')]: 'name', [column('姓名')]: 'other' };
    expect((await decide(office, address, 'columns', chosen)).status).to.equal(303);
    expect(await rows())
      .to.include('周立柏')
      .and.not.include('林海棠');
  });

  it('are both refused where the one that was to give way could not', async () => {
    const chosen = { [column('联系人')]: 'name', [column('姓名')]: 'post' };
    const { status, text } = await decide(office, address, 'columns', chosen);
    expect(status).to.equal(422);
    expect(wordsIn(text)).to.include('“姓名”和“岗位名称”两列').and.include('“联系人”和“姓名”两列');
  });
});
