import { expect } from 'chai';
import type { Response } from 'supertest';
import { EVERYWHERE } from '../../src/organisation/reach.ts';
import { signedInAgent, testApp, tokenIn, type Agent, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';

const NOTICE = { number: '丽商务党组〔2021〕12号', opens: '2021-04-20', due: '2021-04-26' };

describe('the campaigns that the office keeps', () => {
  let running: TestApp;
  let office: Agent;
  beforeEach(async () => {
    running = await testApp();
    await inspectBureau(running);
    office = await signedInAgent(running.app, 'office');
  });
  afterEach(() => running.end());

  async function post(address: string, form: object, from: Response | null = null): Promise<Response> {
    const page = from ?? (await office.get(address));
    const guard = /name="guard" value="(\d+)"/u.exec(page.text)?.[1] ?? '';
    return office
      .post(address)
      .type('form')
      .send({ _csrf: tokenIn(page), guard, ...form });
  }

  it('are listed with their state and whether post-holders see grades', async () => {
    const page = await office.get('/campaigns');
    for (const words of ['2021', '填报中', '不可以', '/campaigns/1']) expect(page.text).to.include(words);
  });

  it('take number, dates and the switch, and say so', async () => {
    const answer = await post('/campaigns/1', { ...NOTICE, grades: 'yes' });
    expect(answer.status).to.equal(303);
    const page = await office.get('/campaigns/1');
    expect(page.text).to.include('已保存 2021 年度排查工作').and.to.include('value="2021-04-26"');
    const campaign = await running.campaigns.inView(EVERYWHERE, 2021);
    expect(campaign).to.include({ documentNumber: NOTICE.number, showsGradesToHolders: true });
    const [entry] = await running.audit.latest(1, ['/']);
    expect(entry).to.deep.include({
      action: 'campaign.changed',
      details: { year: 2021, grades: true, due: NOTICE.due },
    });
  });

  it('keep grades from post-holders unless the switch is on', async () => {
    await post('/campaigns/1', { ...NOTICE, grades: 'yes' });
    await post('/campaigns/1', NOTICE);
    expect((await running.campaigns.inView(EVERYWHERE, 2021)).showsGradesToHolders).to.equal(false);
  });

  it('refuse a wrong date beside its field, with what was typed', async () => {
    const page = await post('/campaigns/1', { ...NOTICE, due: '2021-04-31' });
    expect(page.status).to.equal(422);
    expect(page.text).to.include('href="#edit-due"').and.to.include('value="2021-04-31"');
    expect((await running.campaigns.inView(EVERYWHERE, 2021)).dueOn).to.equal(null);
  });

  it('refuse with 409 what somebody else changed meanwhile, and keep what was typed', async () => {
    const opened = await office.get('/campaigns/1');
    await post('/campaigns/1', { ...NOTICE, number: '别人的文号' });
    const page = await post('/campaigns/1', { ...NOTICE, number: '我的文号' }, opened);
    expect(page.status).to.equal(409);
    expect(page.text).to.include('别人已经修改过').and.to.include('我的文号');
    expect((await running.campaigns.inView(EVERYWHERE, 2021)).documentNumber).to.equal('别人的文号');
  });

  it('are opened for another year, once', async () => {
    const answer = await post('/campaigns', {
      ...NOTICE,
      year: '2022',
      opens: '2022-04-20',
      due: '2022-04-26',
    });
    expect(answer.status).to.equal(303);
    expect((await running.campaigns.inView(EVERYWHERE, 2022)).dueOn).to.equal('2022-04-26');
    const again = await post('/campaigns', { year: '2022' });
    expect(again.status).to.equal(422);
    expect(again.text).to.include('已经有了').and.to.include('href="#open-year"');
  });

  it('refuse a year that is none', async () => {
    expect((await post('/campaigns', { year: '22' })).status).to.equal(422);
  });

  for (const address of ['/campaigns/99', '/campaigns/x']) {
    it(`know nothing at ${address}`, async () => {
      expect((await office.get(address)).status).to.equal(404);
    });
  }
});
