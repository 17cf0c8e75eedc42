import { expect } from 'chai';
import type { Response } from 'supertest';
import type { Role } from '../../src/access/role.ts';
import { signedInAgent, testApp, tokenIn, type Agent, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';
import { MINUTE } from '../support/test-clock.ts';

describe('deciding about the domains of one point over HTTP', () => {
  let running: TestApp;
  beforeEach(async () => {
    running = await testApp();
    await inspectBureau(running);
    running.clock.pass(MINUTE);
  });
  afterEach(() => running.end());

  /** The point whose domain the rules suggest: 与供应商串通，泄露标底。 */
  async function suggestedPoint(): Promise<number> {
    const [id] = await running.database
      .read('risk_point_domain')
      .where({ domain: 'procurement', state: 'suggested' })
      .pluck<number[]>('risk_point_id');
    if (id === undefined) throw new Error('the rules suggest procurement for no point');
    return id;
  }

  async function stored(id: number): Promise<unknown> {
    const domains = await running.database
      .read('risk_point_domain')
      .where({ risk_point_id: id })
      .orderBy('domain')
      .select('domain', 'state', 'is_main as isMain', 'set_by as setBy');
    const state = await running.database
      .read('risk_point_state')
      .where({ risk_point_id: id })
      .first<{ main: string | null } | undefined>('main_domain as main');
    return { domains, main: state?.main };
  }

  interface Posted {
    readonly agent: Agent;
    readonly id: number;
    readonly fields: Record<string, string>;
  }

  /** Opens the point's page and posts what its form would, with some fields changed. */
  async function post({ agent, id, fields }: Posted): Promise<Response> {
    const page = await agent.get(`/points/${id}`);
    const [, guard = ''] = /name="guard" value="(\d+)"/u.exec(page.text) ?? [];
    const [, events = ''] = /name="events" value="(\d+)"/u.exec(page.text) ?? [];
    return agent
      .post(`/points/${id}/domains`)
      .type('form')
      .send({ _csrf: tokenIn(page), guard, events, domain: 'procurement', decision: 'accept', ...fields });
  }

  async function as(role: Role): Promise<Agent> {
    return signedInAgent(running.app, role);
  }

  it('accepts a suggestion, says so with the grade, and keeps who did it', async () => {
    const [agent, id] = [await as('office'), await suggestedPoint()];
    const answer = await post({ agent, id, fields: {} });
    expect([answer.status, answer.headers['location']]).to.deep.equal([303, `/points/${id}`]);
    const { text } = await agent.get(`/points/${id}`);
    expect(text).to.include('已保存。“采购工作”：规则建议（拟为主要） → 已确认（主要）。等级不变（一级）。');
    expect(text).to.match(/<ol class="tl">\s*<li>“采购工作”：规则建议（拟为主要） → 已确认（主要）/u);
    expect(await stored(id)).to.deep.equal({
      domains: [{ domain: 'procurement', state: 'accepted', isMain: 1, setBy: '张三' }],
      main: 'procurement',
    });
  });

  it('moves the case, the coverage and the audit trail with it', async () => {
    const [agent, id] = [await as('discipline-team'), await suggestedPoint()];
    const place = (): Promise<unknown> =>
      running.database.read('risk_point_state').where({ risk_point_id: id }).first('case_id', 'guard');
    const before = await place();
    await post({ agent, id, fields: {} });
    const audited = await running.database
      .read('audit_entry')
      .where({ action: 'point.domains-decided', object_type: 'risk-point', object_id: String(id) });
    const inCase = await running.database
      .read('rollup_case')
      .join('risk_point_state', 'risk_point_state.case_id', 'rollup_case.case_id')
      .where({ risk_point_id: id })
      .first<{ points: number }>('points');
    expect(await place()).not.to.deep.equal(before);
    expect([audited.length, inCase.points > 0]).to.deep.equal([1, true]);
  });

  it('rejects, takes back, adds another and makes it the main one', async () => {
    const [agent, id] = [await as('assessment-group'), await suggestedPoint()];
    await post({ agent, id, fields: { decision: 'reject' } });
    expect(await stored(id)).to.have.property('main', null);
    await post({ agent, id, fields: { decision: 'take-back' } });
    await post({ agent, id, fields: { domain: 'finance' } });
    await post({ agent, id, fields: {} });
    await post({ agent, id, fields: { decision: 'make-main' } });
    expect(await stored(id)).to.deep.equal({
      domains: [
        { domain: 'finance', state: 'accepted', isMain: 0, setBy: '张三' },
        { domain: 'procurement', state: 'accepted', isMain: 1, setBy: '张三' },
      ],
      main: 'procurement',
    });
    const kept = await running.database
      .read('risk_point_domain_change')
      .where({ risk_point_id: id })
      .whereNotNull('account_id');
    expect(kept).to.have.lengthOf(7);
  });

  it('refuses what was decided on a page that is old: with what happened since, and nothing is written', async () => {
    const [agent, id] = [await as('office'), await suggestedPoint()];
    const page = await agent.get(`/points/${id}`);
    const [, guard = ''] = /name="guard" value="(\d+)"/u.exec(page.text) ?? [];
    const [, events = ''] = /name="events" value="(\d+)"/u.exec(page.text) ?? [];
    await post({ agent: await as('discipline-team'), id, fields: { decision: 'reject' } });
    const answer = await post({ agent, id, fields: { guard, events } });
    expect(answer.status).to.equal(409);
    expect(answer.text).to.include('没有保存：您打开页面以后，这个风险点有了变化');
    expect(answer.text).to.match(/“采购工作”：规则建议（拟为主要） → 不采纳（张三，/u);
    expect(answer.text).to.include('您刚才要做的是“采纳：采购工作”。');
    expect(await stored(id)).to.have.property('main', null);
  });

  it('asks which domain to add where none was chosen: 422, with the reason beside the field', async () => {
    const [agent, id] = [await as('office'), await suggestedPoint()];
    const answer = await post({ agent, id, fields: { domain: '' } });
    expect(answer.status).to.equal(422);
    expect(answer.text).to.match(/<a href="#add-domain">请先选择要增加的领域<\/a>/u);
    expect(answer.text).to.include('aria-describedby="add-domain-hint add-domain-why"');
  });

  for (const fields of [
    { decision: 'approve' },
    { domain: 'made-up' },
    { guard: 'x' },
    { guard: '' },
    { guard: '-1' },
  ]) {
    it(`writes nothing for ${JSON.stringify(fields)}`, async () => {
      const [agent, id] = [await as('office'), await suggestedPoint()];
      const before = await stored(id);
      expect([409, 422]).to.include((await post({ agent, id, fields })).status);
      expect(await stored(id)).to.deep.equal(before);
    });
  }

  it('refuses where the point is approved, and offers nothing there', async () => {
    const [agent, id] = [await as('office'), await suggestedPoint()];
    await running.database.transaction((transaction) =>
      transaction('risk_point_state')
        .where({ risk_point_id: id })
        .update({ state: 'approved', approved_grade: 1 }),
    );
    const { guard } = await running.database
      .read('risk_point_state')
      .where({ risk_point_id: id })
      .first<{ guard: number }>('guard');
    const page = await agent.get(`/points/${id}`);
    expect(page.text).not.to.include('name="decision"');
    const answer = await post({ agent, id, fields: { guard: String(guard) } });
    expect([answer.status, answer.text.includes('已经审定，重点领域不再改动')]).to.deep.equal([409, true]);
  });

  it('keeps the point of another division from a division head, who sees no form either', async () => {
    const [agent, id] = [await as('division-head'), await suggestedPoint()];
    const own = await agent.get('/points');
    const answer = await agent
      .post(`/points/${id}/domains`)
      .type('form')
      .send({ _csrf: tokenIn(own), guard: '2', decision: 'accept', domain: 'procurement' });
    expect(answer.status).to.equal(404);
  });

  it('shows leaders the state of the domains without a form', async () => {
    const [agent, id] = [await as('party-group'), await suggestedPoint()];
    const page = await agent.get(`/points/${id}`);
    expect([page.text.includes('规则建议（拟为主要）'), page.text.includes('name="decision"')]).to.deep.equal(
      [true, false],
    );
  });
});
