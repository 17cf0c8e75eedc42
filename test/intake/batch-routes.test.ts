import { expect } from 'chai';
import type { Response } from 'supertest';
import { COMMAND_LINE } from '../../src/audit/audit-service.ts';
import { EVERYWHERE } from '../../src/organisation/reach.ts';
import { signedInAgent, testApp, tokenIn, type Agent, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';

const UNDO = '/imports/batches/1/undo';

describe('the pages of an import', () => {
  let running: TestApp;
  let office: Agent;
  beforeEach(async () => {
    running = await testApp();
    await inspectBureau(running);
    office = await signedInAgent(running.app, 'office');
  });
  afterEach(() => running.end());

  async function post(reason: string): Promise<Response> {
    const page = await office.get(UNDO);
    return office
      .post(UNDO)
      .type('form')
      .send({ _csrf: tokenIn(page), reason });
  }

  it('say what it brought, by whom, and lead to the undo', async () => {
    const page = await office.get('/imports/batches/1');
    expect(page.status).to.equal(200);
    for (const words of ['新增 <b>4</b> 份表', '自查表.docx', '命令行', '市场秩序处：行政审批岗', UNDO]) {
      expect(page.text).to.include(words);
    }
  });

  it('ask why before anything is undone, and say so beside the field', async () => {
    const page = await post('  ');
    expect(page.status).to.equal(422);
    expect(page.text).to.include('请填写撤销原因').and.to.include('aria-invalid="true"');
    const long = await post('长'.repeat(501));
    expect(long.status).to.equal(422);
    expect(long.text).to.include('最多 500 字').and.to.include('长'.repeat(501));
  });

  it('undo it and say so, with numbers, once', async () => {
    const answer = await post('选错了年度');
    expect(answer.status).to.equal(303);
    const page = await office.get(answer.headers['location'] ?? '');
    expect(page.text).to.include('已撤销第 1 批导入：4 份表、67 个风险点').and.to.include('原因：选错了年度');
    expect(page.text).not.to.include(UNDO);
    expect((await office.get('/points')).text).not.to.include('化整为零');
    expect((await running.audit.latest(1, ['/']))[0]).to.include({ action: 'import.undone', objectId: '1' });
  });

  it('refuse with 409 and name what was built on it, with the reason kept', async () => {
    const asked = await office.get(UNDO);
    await running.database.transaction((transaction) =>
      transaction('risk_point_state')
        .where({ risk_point_id: 2 })
        .update({ approved_grade: 1, state: 'approved' }),
    );
    const answer = await office
      .post(UNDO)
      .type('form')
      .send({ _csrf: tokenIn(asked), reason: '选错了年度' });
    expect(answer.status).to.equal(409);
    for (const words of ['不能撤销', '与供应商串通，泄露标底。', '/points/2', '选错了年度']) {
      expect(answer.text).to.include(words);
    }
    expect((await running.points.list({ page: 1 }, EVERYWHERE)).total).to.equal(67);
  });

  it('refuse with 409 what somebody else has undone meanwhile', async () => {
    const asked = await office.get(UNDO);
    await running.batches.undo(1, '另一人', EVERYWHERE, COMMAND_LINE);
    const answer = await office
      .post(UNDO)
      .type('form')
      .send({ _csrf: tokenIn(asked), reason: '选错了年度' });
    expect(answer.status).to.equal(409);
    expect(answer.text)
      .to.include('这一批已经撤销')
      .and.include('命令行已于 ')
      .and.not.include('内容已被他人修改');
  });

  for (const address of ['/imports/batches/99', '/imports/batches/0', '/imports/batches/x/undo']) {
    it(`know nothing at ${address}`, async () => {
      expect((await office.get(address)).status).to.equal(404);
    });
  }

  it('print what people wrote as text', async () => {
    const page = await office.get('/imports/batches/1');
    expect(page.text).not.to.include('会展"\'></script>处');
  });

  it('speak English to those who read it', async () => {
    await office.get('/language?to=en');
    expect((await office.get(UNDO)).text)
      .to.include('Undo import no. 1')
      .and.not.to.match(/撤销这/u);
  });
});
