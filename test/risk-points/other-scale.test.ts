import { expect } from 'chai';
import { signedInAgent, testApp, type Agent, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';

const SAYS = '原按“五档矩阵标准（示范）”评为“极高”，请按现行标准重新评定';

describe('a value on a scale that is not in force', () => {
  let running: TestApp;
  let group: Agent;
  let id: number;
  before(async () => {
    running = await testApp();
    await inspectBureau(running);
    group = await signedInAgent(running.app, 'assessment-group');
    const { database } = running;
    const point = await database
      .read('risk_point_state')
      .where({ is_withdrawn: 0 })
      .first<{ risk_point_id: number }>('risk_point_id');
    id = point.risk_point_id;
    const value = { probability_scale: 'five-by-five-probability', probability_step: 'very-high' };
    await database.transaction((work) => work('risk_point_state').where({ risk_point_id: id }).update(value));
  });
  after(() => running.end());

  it('is named in the list with its scale, and has to be set anew', async () => {
    const page = (await group.get('/points/assess')).text;
    expect(page.split(SAYS)).to.have.length(2);
  });

  it('is named on the page of the point too, without its code', async () => {
    const page = (await group.get(`/points/${String(id)}/assess`)).text;
    expect(page).to.include(SAYS).and.not.include('“very-high”');
  });

  it('is said in words with its scale among the facts of the point', async () => {
    const page = (await group.get(`/points/${String(id)}`)).text;
    expect(page).to.include('极高（按“五档矩阵标准（示范）”）').and.not.include('very-high');
  });
});
