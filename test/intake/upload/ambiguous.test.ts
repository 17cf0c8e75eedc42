import { expect } from 'chai';
import { COMMAND_LINE } from '../../../src/audit/audit-service.ts';
import { signedInAgent, testApp, type Agent, type TestApp } from '../../support/http.ts';
import { messyRegister } from '../../support/messy-register.ts';
import { aReadFile } from '../../support/read-file.ts';
import { commit, decide, uploaded, wordsIn } from '../../support/uploading.ts';

const FIRST = '对甲类企业审批把关不严，可能违规放行。';
const SECOND = '对乙类企业审批把关不严，可能违规放行。';
const CHANGED = '对丙类企业审批把关不严，可能违规放行。';
const WHICH = '是哪一条的修改';

describe('an upload whose risk is like several on file', () => {
  let running: TestApp;
  let office: Agent;
  let address: string;
  beforeEach(async () => {
    running = await testApp();
    const form = { kind: 'register', unit: '办公室', name: '周某', post: '文印岗' } as const;
    const read = aReadFile([{ ...form, risks: [{ text: FIRST }, { text: SECOND }] }]);
    const files = [{ read, digest: 'before' }];
    const request = { files, year: 2021, bureau: '市商务局', dryRun: false, mayCreate: true };
    await running.imports.import(request, COMMAND_LINE);
    office = await signedInAgent(running.app, 'office');
    const row = [1, '办公室', '周某', '文印岗', CHANGED, '专柜保管。', '较小', '严重', ''];
    address = await uploaded(office, [[await messyRegister([row]), '登记表.xlsx']]);
    await decide(office, address, 'columns', { '“廉政隐患说明”这一列读作': 'risk' });
  });
  afterEach(() => running.end());

  async function texts(): Promise<readonly string[]> {
    const standing = running.database
      .read('risk_point_state')
      .join('risk_point_revision', 'risk_point_revision.id', 'risk_point_state.revision_id')
      .where({ is_withdrawn: 0 });
    return (await standing.orderBy('risk_point_state.risk_point_id').pluck('text')) as string[];
  }

  it('asks which one, and is not written before somebody says', async () => {
    const rows = wordsIn((await office.get(`${address}?stage=rows`)).text);
    expect(rows).to.include('不能确定是哪一条').and.include(FIRST).and.include(SECOND);
    expect((await commit(office, address)).status).to.equal(422);
    expect(await texts()).to.deep.equal([FIRST, SECOND]);
  });

  it('changes the one that is chosen', async () => {
    const state = await running.database
      .read('risk_point_state')
      .orderBy('risk_point_id', 'desc')
      .first('risk_point_id');
    await decide(office, address, 'rows', {
      [WHICH]: String((state as { risk_point_id: number }).risk_point_id),
    });
    await commit(office, address);
    expect(await texts()).to.deep.equal([FIRST, CHANGED]);
  });

  it('adds a new one when it is none of them', async () => {
    await decide(office, address, 'rows', { [WHICH]: 'new' });
    await commit(office, address);
    expect(await texts()).to.deep.equal([FIRST, SECOND, CHANGED]);
  });
});
