import { expect } from 'chai';
import { noticeRulebook } from '../support/shipped-rulebooks.ts';
import { submit } from '../support/assessing.ts';
import { signedInAgent, testApp, type Agent, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';
import { approved } from '../support/proposing.ts';
import { runnerInSteps } from '../support/rule-change.ts';

const OLD = 'notice-2021-probability';

describe('a value that was set on another scale and has a mapping', () => {
  let running: TestApp;
  let group: Agent;
  let id: number;
  let moved: number;
  before(async () => {
    running = await testApp();
    await inspectBureau(running);
    group = await signedInAgent(running.app, 'assessment-group');
    moved = await points({ probability_step: 'fairly-high' });
    const point = await running.database
      .read('risk_point_state')
      .where({ probability_step: 'fairly-high', harm_step: 'limited', is_withdrawn: 0 })
      .first<{ risk_point_id: number }>('risk_point_id');
    id = point.risk_point_id;
    const notice = noticeRulebook();
    const mapping = { small: 'small', 'fairly-high': 'high', high: 'high' };
    const { steps } = notice.scales.probability;
    const probability = { code: 'stricter-probability', steps, mappings: { [OLD]: mapping } };
    await approved(running, { ...notice, scales: { ...notice.scales, probability } });
    await runnerInSteps(running, 50).runWaiting();
  });
  after(() => running.end());

  it('is said as it was set and as what it counts, wherever a point is shown', async () => {
    const says = '原按 3 档量表评为“较高”，现按“高”计';
    expect((await group.get(`/points/${String(id)}/assess`)).text).to.include(says);
    expect((await group.get('/points/assess?page=1')).text).to.include('现按“高”计');
    expect((await group.get(`/points/${String(id)}`)).text).to.include('较高（原 3 档量表），现按“高”计');
  });

  it('gives the point the grade of what it counts, and the step counts in lists and on the board', async () => {
    expect((await group.get(`/points/${String(id)}`)).text).to.include('一级');
    const high = await points({ probability_step: 'high' });
    const list = { page: 1, probability: 'high' };
    expect((await running.points.list(list, { unitPaths: ['/'] })).total).to.equal(high + moved);
  });

  it('stays as people set it when the form is saved and the fact left alone', async () => {
    await submit(group, `/points/${String(id)}/assess`, { [`harm-${String(id)}`]: 'serious' });
    const kept = await running.database.read('risk_point_state').where({ risk_point_id: id }).first();
    expect(kept).to.include({
      probability_scale: OLD,
      probability_step: 'fairly-high',
      harm_step: 'serious',
    });
  });

  async function points(facts: Readonly<Record<string, string>>): Promise<number> {
    const row = await running.database
      .read('risk_point_state')
      .where({ ...facts, is_withdrawn: 0 })
      .count({ points: '*' })
      .first<{ points: number }>();
    return row.points;
  }
});
