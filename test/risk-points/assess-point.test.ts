import { expect } from 'chai';
import { inspectBureau } from '../support/inspected-bureau.ts';
import { pointIdOf, post, submit } from '../support/assessing.ts';
import { signedInAgent, testApp, type Agent, type TestApp } from '../support/http.ts';

const OPEN = '兑现时拖延刁难企业。';
const FOREIGN = '与供应商串通，泄露标底。';

describe('setting probability and harm of one point', () => {
  let running: TestApp;
  let head: Agent;
  let id: number;
  beforeEach(async () => {
    running = await testApp();
    await inspectBureau(running);
    head = await signedInAgent(running.app, 'division-head');
    id = await pointIdOf(running, OPEN);
  });
  afterEach(() => running.end());

  const address = (): string => `/points/${id}/assess`;
  const chosen = (probability: string, harm: string): Record<string, string> => ({
    [`probability-${id}`]: probability,
    [`harm-${id}`]: harm,
  });

  async function stateOf(pointId = id): Promise<unknown> {
    return running.database
      .read('risk_point_state')
      .where({ risk_point_id: pointId })
      .first('probability_step as probability', 'harm_step as harm', 'state');
  }

  it('saves the choice, the note and the answers, and says the grade that follows', async () => {
    const answer = await submit(head, address(), {
      ...chosen('high', 'limited'),
      discretion: 'wide',
      note: '参照 2020 年审计意见',
    });
    expect([answer.status, answer.headers['location']]).to.deep.equal([303, `/points/${id}`]);
    expect(await stateOf()).to.deep.equal({ probability: 'high', harm: 'limited', state: 'assessed' });
    const page = (await head.get(`/points/${id}`)).text;
    expect(page).to.include('已保存：发生机率“高”，危害程度“一般”，等级为一级。');
    expect(page).to.include('发生机率由“较小”改为“高”');
    expect(page).to.include('备注：参照 2020 年审计意见');
    expect(page).to.include('回答：自由裁量大');
  });

  it('keeps who set what by account, moves the case and the rollups, and audits codes alone', async () => {
    const { read } = running.database;
    await submit(head, address(), { ...chosen('high', 'limited'), note: '秘密的理由' });
    const [account] = await read('account').where({ username: 'division-head' }).pluck('id');
    const set = await read('risk_point_assessment')
      .where({ risk_point_id: id })
      .orderBy('id', 'desc')
      .first();
    expect([set.account_id, set.fact, set.step, set.note]).to.deep.equal([
      account,
      'probability',
      'high',
      '秘密的理由',
    ]);
    const counted = await read('rollup_grade')
      .join('risk_point_state', 'risk_point_state.unit_id', 'rollup_grade.unit_id')
      .where({ risk_point_id: id, grade: 1 })
      .sum({ points: 'points' })
      .first();
    expect(counted?.points).to.equal(2);
    const entry = await read('audit_entry').where({ action: 'point.assessed' }).first();
    expect([entry.object_id, JSON.parse(String(entry.details))]).to.deep.equal([
      String(id),
      { probability: 'high', answers: 0, note: true },
    ]);
  });

  it('suggests from answers, preselects only where nothing is set, and saves nothing by that', async () => {
    const unset = await pointIdOf(running, '申报指南设置倾向性条件，为特定企业量身定做。');
    await submit(head, `/points/${unset}/assess`, { [`probability-${unset}`]: '', [`harm-${unset}`]: '' });
    const asked = { discretion: 'wide', frequency: 'monthly', amount: 'large', do: 'preview' };
    const page = (await submit(head, `/points/${unset}/assess`, asked)).text;
    expect(page).to.include('自由裁量大、每月办理 → 较高').and.to.include('已按建议预选，尚未保存');
    expect(page).to.match(/value="fairly-high"[^>]* checked/u);
    expect(await stateOf(unset)).to.deep.equal({ probability: null, harm: null, state: 'entered' });
    const known = (await submit(head, address(), asked)).text;
    expect(known).to.match(/value="small"[^>]* checked/u);
  });

  it('shows the grade, its rule and its clause before anything is saved', async () => {
    const page = await submit(head, address(), { ...chosen('small', 'serious'), do: 'preview' });
    expect(page.status).to.equal(200);
    expect(page.text).to.include('■ 一级').and.to.include('起决定作用：可能造成严重损害后果（通知三·3）');
    expect(await stateOf()).to.deep.equal({ probability: 'small', harm: 'limited', state: 'assessed' });
  });

  it('tells the script the same, without a word of the note in the address', async () => {
    const asked = await head.get(`${address()}/suggestion?discretion=wide&frequency=weekly&alone=alone`);
    expect(asked.body.suggestions.probability.step).to.equal('high');
    expect(asked.body.result.tag.text).to.equal('— 待评定');
  });

  it('shows the answers again, and keeps what was answered before', async () => {
    await submit(head, address(), { alone: 'joint' });
    await submit(head, address(), { alone: 'alone' });
    expect((await head.get(address())).text).to.match(/name="alone" value="alone"[^>]* checked/u);
    const kept = await running.database.read('risk_point_answer').pluck('answer');
    expect(kept).to.deep.equal(['joint', 'alone']);
  });

  it('takes a fact back to unknown, and says so in the history', async () => {
    await submit(head, address(), chosen('', 'limited'));
    expect(await stateOf()).to.deep.equal({ probability: null, harm: 'limited', state: 'entered' });
    expect((await head.get(`/points/${id}`)).text).to.include('发生机率由“较小”改为未定');
  });

  it('writes nothing where nothing changed', async () => {
    const count = (): Promise<unknown> => running.database.read('audit_entry').count({ n: '*' }).first();
    const before = await count();
    await submit(head, address(), {});
    expect(await count()).to.deep.equal(before);
    expect((await head.get(address())).text).to.include('没有改动，没有保存。');
  });

  it('refuses what somebody else changed meanwhile, shows both values and keeps the choice', async () => {
    const page = await head.get(address());
    const group = await signedInAgent(running.app, 'assessment-group');
    await submit(group, address(), chosen('fairly-high', 'limited'));
    const refused = await post(head, address(), page, { ...chosen('high', 'limited'), note: '我的理由' });
    expect(refused.status).to.equal(409);
    expect(refused.text).to.include('改为“较高”，您选的是“高”').and.to.include('我的理由');
    expect(refused.text).to.match(/value="high"[^>]* checked/u);
    expect(await stateOf()).to.deep.include({ probability: 'fairly-high' });
    expect((await post(head, address(), refused, {})).status).to.equal(303);
    expect(await stateOf()).to.deep.include({ probability: 'high' });
  });

  for (const [title, field, value, words] of [
    ['an unknown step', 'probability', 'huge', '“huge”不在现行标准的刻度上'],
    ['a step of another scale', 'harm', 'catastrophic', '“catastrophic”不在现行标准的刻度上'],
  ] as const) {
    it(`refuses ${title} and keeps the rest of the form`, async () => {
      const refused = await submit(head, address(), {
        [`${field}-${id}`]: value,
        note: '留着',
        alone: 'alone',
      });
      expect([refused.status, refused.text.includes(words), refused.text.includes('留着')]).to.deep.equal([
        422,
        true,
        true,
      ]);
      expect(refused.text).to.match(/name="alone" value="alone"[^>]* checked/u);
    });
  }

  it('refuses an unknown answer and a note that is too long', async () => {
    const refused = await submit(head, address(), { alone: 'nobody', note: '长'.repeat(501) });
    expect(refused.status).to.equal(422);
    expect(refused.text).to.include('这个答案不在选项里').and.to.include('备注最多 500 个字');
  });

  it('refuses a point of another division, and one that does not exist', async () => {
    const foreign = await pointIdOf(running, FOREIGN);
    const page = await head.get(address());
    const statuses = [
      (await head.get(`/points/${foreign}/assess`)).status,
      (await post(head, `/points/${foreign}/assess`, page, {})).status,
      (await head.get(`/points/${foreign}/assess/suggestion`)).status,
      (await head.get('/points/99999/assess')).status,
    ];
    expect(statuses).to.deep.equal([404, 404, 404, 404]);
  });

  for (const state of ['planned', 'approved', 'closed']) {
    it(`changes nothing while the year is ${state}`, async () => {
      const page = await head.get(address());
      await running.database.transaction((transaction) => transaction('campaign').update({ state }));
      expect((await head.get(address())).text).to.include('已不在评定阶段');
      const refused = await post(head, address(), page, chosen('high', 'serious'));
      expect(refused.status).to.equal(409);
      expect(await stateOf()).to.deep.include({ probability: 'small' });
    });
  }

  it('changes no point whose grade is approved', async () => {
    await running.database.transaction((transaction) =>
      transaction('risk_point_state').update({ state: 'approved', approved_grade: 3 }),
    );
    expect((await head.get(address())).text).to.include('等级已经审定，不能再改');
  });

  it('leads on to the next point without a grade, and says when there is none', async () => {
    const answer = await submit(head, address(), { ...chosen('high', 'limited'), do: 'save-next' });
    expect(answer.headers['location']).to.equal('/points/assess');
    expect((await head.get('/points/assess')).text).to.include('没有待评定的风险点了。');
  });
});
