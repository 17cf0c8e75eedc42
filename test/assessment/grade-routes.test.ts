import { expect } from 'chai';
import type { Response } from 'supertest';
import { gradePath } from '../../src/assessment/paths.ts';
import { pointIdOf, post } from '../support/assessing.ts';
import { signedInAgent, testApp, type Agent, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';

const REASON = '涉及金额大，且由一人经手。';
const MINUTES = '局党组会议纪要〔2021〕8号';

describe('deciding about the grade of a point', () => {
  let running: TestApp;
  let group: Agent;
  let party: Agent;
  let id = 0;
  let page = '';
  beforeEach(async () => {
    running = await testApp();
    await inspectBureau(running);
    group = await signedInAgent(running.app, 'assessment-group');
    party = await signedInAgent(running.app, 'party-group');
    // The rules propose grade 2.
    id = await pointIdOf(running, '验收走过场，以次充好。');
    page = `/points/${id}`;
  });
  afterEach(() => running.end());

  type Decision = Parameters<typeof gradePath>[0];

  /** Opens the point and decides; each form of the page carries the same of what was seen. */
  async function decide(agent: Agent, kind: Decision, typed: Record<string, string>): Promise<Response> {
    return post(agent, gradePath(kind, id), await agent.get(page), typed);
  }

  async function told(agent: Agent): Promise<string> {
    return (await agent.get(page)).text;
  }

  function override(grade: string, reason = REASON): Promise<Response> {
    return decide(group, 'override', { grade, reason });
  }

  it('overrides with a reason, says so once, and tells it in the history', async () => {
    const answer = await override('1');
    expect([answer.status, answer.headers['location']]).to.deep.equal([303, page]);
    const shown = await told(group);
    expect(shown).to.include('已调整为一级（规则拟定二级）。').and.to.include('人工调整等级');
    expect(shown).to.include('等级由规则拟定的二级调整为一级').and.to.include(`理由：${REASON}`);
    expect(await told(group)).not.to.include('已调整为一级（规则拟定二级）。');
  });

  it('writes codes into the trail, and not a word that was typed', async () => {
    await override('1');
    const [entry] = await running.audit.latest(1, ['/']);
    expect(entry?.action).to.equal('point.overridden');
    expect(entry?.details).to.include({ proposed: 2, before: 2, after: 1 });
    expect(JSON.stringify(entry)).not.to.include(REASON);
  });

  for (const [title, typed, said] of [
    ['no grade', { grade: '', reason: REASON }, '请选择要调整到的等级'],
    ['a grade that there is not', { grade: '4', reason: REASON }, '请选择要调整到的等级'],
    ['no reason', { grade: '1', reason: '  ' }, '请写明理由'],
    ['a reason too long', { grade: '1', reason: '长'.repeat(501) }, '不能超过 500 个字'],
    ['the proposed grade', { grade: '2', reason: REASON }, '规则拟定的就是这个等级'],
  ] as const) {
    it(`refuses an override with ${title}, and keeps what was typed`, async () => {
      const answer = await decide(group, 'override', typed);
      expect(answer.status).to.equal(422);
      expect(answer.text).to.include(said).and.to.include(typed.reason.trim());
      expect(await told(group)).not.to.include('调整为一级');
    });
  }

  it('withdraws an override with a reason', async () => {
    await override('3');
    expect((await decide(group, 'withdraw', { reason: '核实后不必调整。' })).status).to.equal(303);
    expect(await told(group))
      .to.include('已撤销人工调整，现等级为二级。')
      .and.to.include('核实后不必调整。');
  });

  it('approves what stands, with the number of the minutes, and freezes it', async () => {
    await override('1');
    expect((await decide(party, 'approve', { minutes: MINUTES })).status).to.equal(303);
    const shown = await told(party);
    expect(shown).to.include('已审定为一级。').and.to.include(`会议纪要：${MINUTES}`);
    const barred = await told(group);
    expect(barred).to.include('已经审定。确需改动的，由局党组先撤销审定。').and.not.to.include('/override"');
    const row = await running.database.read('grade_approval').first<{ facts: string; grade: number }>();
    expect(row.grade).to.equal(1);
    expect(JSON.parse(row.facts)).to.include({ domain: 'procurement', measureCount: 1 });
  });

  it('approves nothing without minutes', async () => {
    const answer = await decide(party, 'approve', { minutes: '' });
    expect([answer.status, answer.text.includes('请填写会议纪要号')]).to.deep.equal([422, true]);
  });

  it('offers no approval of a point without a grade, and refuses one that is sent all the same', async () => {
    const seen = await party.get(page);
    id = await pointIdOf(running, '兑现时拖延刁难企业。');
    await running.database.transaction(async (transaction) => {
      const [unassessed] = (await transaction('grading_case')
        .whereNull('probability_step')
        .whereNull('harm_step')
        .pluck('id')) as number[];
      await transaction('risk_point_state').where({ risk_point_id: id }).update({ case_id: unassessed });
    });
    page = `/points/${id}`;
    expect(await told(party))
      .to.include('这个风险点还没有定级')
      .and.not.to.include(gradePath('approve', id));
    const stored = await running.database
      .read('risk_point_state')
      .where({ risk_point_id: id })
      .first<{ revision_id: number; case_id: number }>();
    const forged = `${id}.${stored.revision_id}.${stored.case_id}.${await versionId()}.0.0`;
    const answer = await post(party, gradePath('approve', id), seen, { seen: forged, minutes: MINUTES });
    expect([answer.status, answer.text.includes('还没有定级')]).to.deep.equal([409, true]);
  });

  async function versionId(): Promise<number> {
    return (await running.rulebooks.inForce('grading', '/')).id;
  }

  it('reopens an approval with a reason, and keeps both in the history', async () => {
    await decide(party, 'approve', { minutes: MINUTES });
    expect((await decide(party, 'reopen', { reason: '巡察反馈有新情况。' })).status).to.equal(303);
    const shown = await told(party);
    expect(shown).to.include('已撤销审定（二级），现等级为二级。').and.to.include('撤销审定（原审定二级）');
    expect(shown).to.include('巡察反馈有新情况。').and.to.include(`会议纪要：${MINUTES}`);
    expect((await override('1')).status).to.equal(303);
  });

  it('refuses to approve what changed since the page was opened, says both, and keeps the minutes', async () => {
    const seen = await party.get(page);
    await override('1');
    const answer = await post(party, gradePath('approve', id), seen, { minutes: MINUTES });
    expect(answer.status).to.equal(409);
    expect(answer.text).to.include('您看到的：').and.to.include('没有人工调整');
    expect(answer.text)
      .to.include('现在：')
      .and.to.include('人工调整为一级')
      .and.to.include(`value="${MINUTES}"`);
    expect(await running.database.read('grade_approval')).to.deep.equal([]);
  });

  it('refuses to override what was approved meanwhile, and keeps the reason', async () => {
    const seen = await group.get(page);
    await decide(party, 'approve', { minutes: MINUTES });
    const answer = await post(group, gradePath('override', id), seen, { grade: '1', reason: REASON });
    expect([answer.status, answer.text.includes('现在：')]).to.deep.equal([409, true]);
    expect(await running.database.read('grade_override')).to.deep.equal([]);
  });

  it('refuses to change the assessment of an approved point', async () => {
    const assess = `/points/${id}/assess`;
    const seen = await group.get(assess);
    await decide(party, 'approve', { minutes: MINUTES });
    const answer = await post(group, assess, seen, { [`harm-${id}`]: 'serious' });
    expect(answer.status).to.equal(409);
    expect(await told(group)).to.include('审定等级');
  });

  it('refuses in a year that is closed', async () => {
    const seen = await group.get(page);
    await running.database.transaction((transaction) => transaction('campaign').update({ state: 'closed' }));
    const answer = await post(group, gradePath('override', id), seen, { grade: '1', reason: REASON });
    expect([answer.status, answer.text.includes('不在评定阶段')]).to.deep.equal([409, true]);
    expect(await told(group)).not.to.include('/override"');
  });

  it('refuses what does not say what was seen', async () => {
    const answer = await decide(group, 'override', { grade: '1', reason: REASON, seen: '1.2' });
    expect([answer.status, answer.text.includes('提交的内容不完整')]).to.deep.equal([422, true]);
  });

  it('shows the forms only to who may use them', async () => {
    const office = await signedInAgent(running.app, 'office');
    expect(await told(office))
      .not.to.include('/override"')
      .and.not.to.include('/approve"');
    expect(await told(group))
      .to.include('/override"')
      .and.not.to.include('/approve"');
    expect(await told(party))
      .to.include('/approve"')
      .and.not.to.include('/override"');
  });
});
