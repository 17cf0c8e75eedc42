import { expect } from 'chai';
import type { Response } from 'supertest';
import { signedInAgent, testApp, tokenIn, type Agent, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';
import { MINUTE } from '../support/test-clock.ts';

const WAITING = '/points?domain=procurement&domain-state=suggested';

describe('deciding about the domains of many points over HTTP', () => {
  let running: TestApp;
  let office: Agent;
  beforeEach(async () => {
    running = await testApp();
    await inspectBureau(running);
    running.clock.pass(MINUTE);
    office = await signedInAgent(running.app, 'office');
  });
  afterEach(() => running.end());

  function inState(state: string): Promise<readonly number[]> {
    return running.database
      .read('risk_point_domain')
      .where({ domain: 'procurement', state })
      .orderBy('risk_point_id')
      .pluck<number[]>('risk_point_id');
  }

  /** Takes approvals for a suggestion again, so that there is a page and a bit to decide about. */
  async function suggestApprovals(): Promise<void> {
    await running.database.transaction(async (transaction) => {
      await transaction('risk_point_domain')
        .where({ domain: 'approvals' })
        .update({ state: 'suggested', evidence: '许可', set_by: null });
      await transaction('risk_point_state').where({ main_domain: 'approvals' }).update({ main_domain: null });
    });
  }

  /** Posts the confirmation that a page shows, with some fields changed. */
  function confirm(agent: Agent, page: Response, changed: Record<string, string> = {}): Promise<Response> {
    const fields = [
      ...page.text.matchAll(/<input type="hidden" name="(decision|to|list|seen)" value="([^"]*)">/gu),
    ];
    const kept = Object.fromEntries(
      fields.map(([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&')]),
    );
    return agent
      .post('/points/domains')
      .type('form')
      .send({ _csrf: tokenIn(page), ...kept, ...changed })
      .then((answer) => answer);
  }

  it('offers a box for each point and all that the filter leaves, to those who may decide', async () => {
    const list = await office.get('/points?unit=2');
    const leaders = await (await signedInAgent(running.app, 'party-group')).get('/points');
    const total = /筛选出的全部 (\d+) 个/u.exec(list.text)?.[1];
    expect(list.text.match(/name="point"/gu)).to.have.lengthOf(Number(total));
    expect(leaders.text).not.to.include('name="point"');
  });

  it('says before it writes how many points and which domains change', async () => {
    await suggestApprovals();
    const page = await office.get('/points/domains?domain=approvals&of=all&decision=accept-suggested');
    expect(page.text).to.include('<h1>将对 60 个风险点“采纳建议的领域”</h1>');
    expect(page.text).to.match(/行政审批<\/th>\s*<td class="n"[^>]*>60<\/td>\s*<td class="n"[^>]*>0<\/td>/u);
    expect(page.text).to.include('还有 10 个没有列出，同样会改动。');
    expect(await inState('accepted')).to.have.lengthOf(2);
  });

  it('accepts all that the filter leaves, and comes back to the same list with numbers', async () => {
    await suggestApprovals();
    const page = await office.get(
      '/points/domains?domain=approvals&domain-state=suggested&of=all&decision=accept-suggested',
    );
    const answer = await confirm(office, page);
    expect([answer.status, answer.headers['location']]).to.deep.equal([
      303,
      '/points?domain=approvals&domain-state=suggested',
    ]);
    const list = await office.get(answer.headers['location'] ?? '');
    expect(list.text).to.include('已对 60 个风险点“采纳建议的领域”：行政审批 60 个。等级都没有变化。');
    const audited = await running.database.read('audit_entry').where({ action: 'point.domains-decided' });
    expect(audited).to.have.lengthOf(1);
  });

  it('rejects the suggestions of the points that were chosen, and of no others', async () => {
    const [first] = await inState('suggested');
    const page = await office.get(`/points/domains?of=chosen&point=${first}&decision=reject-suggested`);
    await confirm(office, page);
    expect(await inState('rejected')).to.deep.equal([first]);
  });

  it('makes one domain the main one of several points', async () => {
    const ids = (await inState('accepted')).slice(0, 2);
    const query = ids.map((id) => `point=${id}`).join('&');
    await confirm(
      office,
      await office.get(`/points/domains?of=chosen&${query}&decision=make-main&to=assets`),
    );
    const mains = await running.database
      .read('risk_point_state')
      .whereIn('risk_point_id', ids)
      .pluck('main_domain');
    expect(mains).to.deep.equal(['assets', 'assets']);
  });

  it('writes nothing at all where one of the points changed, and asks again with what changed', async () => {
    await suggestApprovals();
    const page = await office.get('/points/domains?domain=approvals&of=all&decision=accept-suggested');
    await running.database.transaction((transaction) =>
      transaction('risk_point_state').where({ risk_point_id: 20 }).increment('guard', 1),
    );
    const answer = await confirm(office, page);
    expect(answer.status).to.equal(409);
    expect(answer.text).to.include('没有写入：确认之前有风险点发生了变化');
    expect(answer.text).to.match(/：现在是行政审批 规则建议（拟为主要）/u);
    const accepted = await running.database
      .read('risk_point_domain')
      .where({ domain: 'approvals', state: 'accepted' });
    expect(accepted).to.deep.equal([]);
    expect((await confirm(office, answer)).status).to.equal(303);
  });

  it('leaves approved points alone and says how many', async () => {
    const [first] = await inState('suggested');
    await running.database.transaction((transaction) =>
      transaction('risk_point_state')
        .where({ risk_point_id: first })
        .update({ state: 'approved', approved_grade: 1 }),
    );
    const page = await office.get(`/points/domains?of=chosen&point=${first}&decision=accept-suggested`);
    expect(page.text).to.include('另有 1 个已经审定或者年度已结束，不能改动。');
    expect(page.text).not.to.include('name="seen"');
  });

  for (const [query, fault] of [
    ['of=chosen&decision=accept-suggested', '还没有勾选风险点'],
    ['of=all&decision=make-main', '请选择要定为主要的领域'],
  ] as const) {
    it(`asks for what is missing in ${query}, keeping the rest: 422`, async () => {
      const page = await office.get(`/points/domains?domain=procurement&${query}`);
      expect([page.status, page.text.includes(fault)]).to.deep.equal([422, true]);
      expect(page.text).to.include('<input type="hidden" name="domain" value="procurement">');
    });
  }

  for (const changed of [{ seen: '' }, { seen: '1;2' }, { decision: 'approve' }, { seen: '1.1,' }]) {
    it(`refuses a confirmation that cannot be read: ${JSON.stringify(changed)}`, async () => {
      const page = await office.get('/points/domains?domain=procurement&of=all&decision=accept-suggested');
      expect((await confirm(office, page, changed)).status).to.equal(422);
    });
  }

  it('lets a division head decide about the own division and nothing else', async () => {
    const head = await signedInAgent(running.app, 'division-head');
    const [foreign] = await inState('suggested');
    const asked = await head.get(`/points/domains?of=chosen&point=${foreign}&decision=accept-suggested`);
    const page = await head.get('/points/domains?of=all&decision=make-main&to=assets');
    const posted = await confirm(head, page, { seen: `${foreign}.1` });
    expect([asked.status, posted.status, page.text.includes('将对 2 个风险点')]).to.deep.equal([
      404,
      404,
      true,
    ]);
  });

  it('comes back to no address but the list', async () => {
    const page = await office.get(
      `/points/domains${WAITING.replace('/points', '')}&of=all&decision=accept-suggested`,
    );
    const answer = await confirm(office, page, { list: '//elsewhere.example/?unit=2&made=up' });
    expect(answer.headers['location']).to.match(/^\/points(?:\?|$)/u);
  });
});
