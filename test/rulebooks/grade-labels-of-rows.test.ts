import { expect } from 'chai';
import supertest from 'supertest';
import type { Role } from '../../src/access/role.ts';
import { COMMAND_LINE } from '../../src/audit/audit-service.ts';
import { pointIdOf, submit } from '../support/assessing.ts';
import { filePoints } from '../support/filed-points.ts';
import { PASSWORD, signIn, testApp, tokenIn, type Agent, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';
import { highMediumLow } from '../support/own-standard.ts';
import { withoutOtherVersions } from '../support/other-versions.ts';
import { approved } from '../support/proposing.ts';
import { runnerInSteps } from '../support/rule-change.ts';
import { noticeRulebook } from '../support/shipped-rulebooks.ts';

/** One bureau with words of its own, and one that has the notice's. */
const [OWN, OTHER] = ['市商务局', '市经信局'];
const POINT = '申报指南设置倾向性条件，为特定企业量身定做。';
const RED_TAPE = '兑现时拖延刁难企业。';
const MINUTES = '局党组会议纪要〔2021〕8号';

/** What only the notice calls a grade. */
const NOTICE = /[一二三]级/u;

describe('what grades are called for somebody who reaches bureaus that call theirs differently', () => {
  let running: TestApp;
  beforeEach(async () => {
    running = await testApp();
    await inspectBureau(running);
    await approved(running, { ...highMediumLow(), name: noticeRulebook().name });
    await runnerInSteps(running, 100).runWaiting();
    await filePoints(running, OTHER, [{ unit: '企业服务处', text: '第四句只属于另一个局。' }]);
  });
  afterEach(() => running.end());

  /** Somebody with these roles at both bureaus. */
  async function both(...roles: readonly Role[]): Promise<Agent> {
    const { database, accounts, app } = running;
    const ids = (await database.read('org_unit').whereIn('name', [OWN, OTHER]).pluck('id')) as number[];
    const assignments = ids.flatMap((unitId) => roles.map((role) => ({ role, unitId })));
    const account = { username: 'both', displayName: '李四', password: PASSWORD, assignments };
    await database.transaction((transaction) => accounts.create(account, COMMAND_LINE, transaction));
    const agent = supertest.agent(app);
    await signIn(agent, 'both');
    return agent;
  }

  /** A page without what it quotes of other rulebooks. */
  async function ownWords(agent: Agent, address: string): Promise<string> {
    return withoutOtherVersions((await agent.get(address)).text);
  }

  async function formOf(text: string): Promise<string> {
    const id = await pointIdOf(running, text);
    const row = await running.database.read('risk_point').where({ id }).first<{ form_id: number }>('form_id');
    return `/forms/${row.form_id}`;
  }

  it('is the words of its bureau on the page of a form', async () => {
    const agent = await both('party-group');
    const { text } = await agent.get(await formOf(POINT));
    expect(text).to.include('■ 高').and.not.match(NOTICE);
  });

  it('is the words of their bureau on the first page of a post-holder', async () => {
    const agent = await both('post-holder');
    await running.database.transaction(async (transaction) => {
      const person_id = transaction('person').where({ name: '吴启航' }).select('id');
      await transaction('account').where({ username: 'both' }).update({ person_id });
      await transaction('campaign').update({ shows_grades_to_holders: 1 });
    });
    const { text } = await agent.get('/my');
    expect(text).to.include('■ 高').and.not.match(NOTICE);
  });

  it('is the words of their bureau where the domains of points are decided', async () => {
    const agent = await both('assessment-group');
    const [first, second] = [await pointIdOf(running, POINT), await pointIdOf(running, RED_TAPE)];
    const planned = await agent.get(
      `/points/domains?of=chosen&point=${first}&point=${second}&decision=make-main&to=assets`,
    );
    expect(planned.text).to.include('■ 高').and.not.match(NOTICE);
    const address = `/points/${first}`;
    const page = await agent.get(address);
    const guard = /name="guard" value="(\d+)"/u.exec(page.text)?.[1] ?? '';
    const decided = { _csrf: tokenIn(page), guard, decision: 'make-main', domain: 'assets' };
    const answer = await agent.post(`${address}/domains`).type('form').send(decided);
    expect(answer.status).to.equal(303);
    expect(await ownWords(agent, address))
      .to.include('等级不变（高）')
      .and.not.match(NOTICE);
  });

  it('is the words of its bureau in the note that a point was assessed', async () => {
    const agent = await both('assessment-group');
    const id = await pointIdOf(running, POINT);
    const answer = await submit(agent, `/points/${id}/assess`, {
      [`harm-${id}`]: 'limited',
      [`probability-${id}`]: 'small',
    });
    expect(answer.status).to.equal(303);
    expect(await ownWords(agent, `/points/${id}`))
      .to.include('等级为低')
      .and.not.match(NOTICE);
  });

  it('is the words of their bureau where the grades of a list are approved, and in the note of it', async () => {
    const agent = await both('party-group');
    const page = await agent.get('/points/approve');
    expect(page.text).to.include('高').and.not.match(NOTICE);
    const all = /name="all" value="([^"]*)"/u.exec(page.text)?.[1] ?? '';
    const sent = { _csrf: tokenIn(page), list: '', of: 'all', all, minutes: MINUTES };
    await agent.post('/points/approve').type('form').send(sent);
    const list = await agent.get('/points');
    expect(list.text).to.match(/已审定 66 个风险点：高/u);
  });

  it('is the words of its bureau in the note that a grade was overridden', async () => {
    const agent = await both('assessment-group');
    const id = await pointIdOf(running, POINT);
    const page = await agent.get(`/points/${id}`);
    const seen = /name="seen" value="([^"]*)"/u.exec(page.text)?.[1] ?? '';
    const sent = { _csrf: tokenIn(page), seen, grade: '2', reason: '已经采取措施，从严管理。' };
    await agent.post(`/points/${id}/override`).type('form').send(sent);
    const after = await ownWords(agent, `/points/${id}`);
    expect(after).to.include('已调整为中（规则拟定高）').and.not.match(NOTICE);
  });

  it('is the words of its rulebook in the note that a point is an example', async () => {
    const agent = await both('discipline-team');
    const id = await pointIdOf(running, POINT);
    const _csrf = tokenIn(await agent.get('/account'));
    const post = () =>
      agent
        .post('/rulebooks/examples')
        .type('form')
        .send({ _csrf, point: String(id), grade: '1' });
    const added = await post();
    expect((await agent.get(added.headers['location'] ?? '')).text).to.include(`风险点 ${id} 应为高`);
    const again = await post();
    expect(again.status).to.equal(409);
    expect(withoutOtherVersions(again.text)).to.include('示例“').and.not.match(NOTICE);
  });

  it('is the words of their bureau where the way back from points to rules is asked', async () => {
    const agent = await both('discipline-team');
    const id = await pointIdOf(running, POINT);
    const _csrf = tokenIn(await agent.get('/account'));
    const example = { _csrf, point: String(id), grade: '1' };
    const { headers } = await agent.post('/rulebooks/examples').type('form').send(example);
    const { text } = await agent.get(`${headers['location'] ?? ''}/backwards?points=${id}&grade=2`);
    expect(text).to.include('■ 高').and.not.match(NOTICE);
  });
});
