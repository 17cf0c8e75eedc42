import { expect } from 'chai';
import { signedInAgent, testApp, type Agent, type TestApp } from '../../support/http.ts';
import { inspectBureau } from '../../support/inspected-bureau.ts';
import { decide, uploaded, wordsIn } from '../../support/uploading.ts';
import { workbookFile } from '../../support/workbook-file.ts';

const HEADER = ['单位', '负责人', '岗位名称', '潜在风险', '防控措施', '发生机率', '危害程度'];
const ROWS = [
  ['办公室', '林海棠', '政府采购岗', '化整为零规避公开招标。', '三人小组论证。', '较高', '严重'],
  ['办公室', '周立柏', '资产管理岗', '处置资产不评估。', '委托评估。', '较小', '一般'],
];

describe('a register whose holders stand under 负责人', () => {
  let running: TestApp;
  let office: Agent;
  let address: string;
  before(async () => {
    running = await testApp();
    await inspectBureau(running);
    office = await signedInAgent(running.app, 'office');
    const register = await workbookFile({ name: '登记表', rows: [HEADER, ...ROWS] });
    address = await uploaded(office, [[register, '登记表.xlsx']]);
  });
  after(() => running.end());

  it('is asked about at its columns, and nobody is taken for the holder silently', async () => {
    const words = wordsIn((await office.get(address)).text);
    expect(words).to.include('没有一列读作“姓名”').and.include('1 处待定');
  });

  it('has its names once somebody says which column they stand in', async () => {
    await decide(office, address, 'columns', { '“负责人”这一列读作': 'name' });
    const columns = wordsIn((await office.get(`${address}?stage=columns`)).text);
    const rows = wordsIn((await office.get(`${address}?stage=rows&show=all`)).text);
    expect(columns).not.to.include('没有一列读作“姓名”');
    expect(rows).to.include('林海棠').and.include('周立柏');
  });
});
