import { expect } from 'chai';
import type { Response } from 'supertest';
import { pointIdOf, post, submit } from '../support/assessing.ts';
import { filePoints } from '../support/filed-points.ts';
import { signedInAgent, testApp, tokenIn, type Agent, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';

const LIST = '/points/assess';

describe('setting probability and harm of a whole list', () => {
  let running: TestApp;
  let head: Agent;
  let first: number;
  let second: number;
  beforeEach(async () => {
    running = await testApp();
    await inspectBureau(running);
    head = await signedInAgent(running.app, 'division-head');
    first = await pointIdOf(running, '申报指南设置倾向性条件，为特定企业量身定做。');
    second = await pointIdOf(running, '兑现时拖延刁难企业。');
  });
  afterEach(() => running.end());

  async function probabilities(): Promise<readonly unknown[]> {
    return (await running.database
      .read('risk_point_state')
      .whereIn('risk_point_id', [first, second])
      .orderBy('risk_point_id')
      .pluck('probability_step')) as unknown[];
  }

  function rowsOf({ text }: Response): readonly string[] {
    return [...text.matchAll(/name="point" value="(\d+)"/gu)].map(([, id = '']) => id);
  }

  it('shows the own division, those without a grade first', async () => {
    await submit(head, LIST, { [`probability-${second}`]: '' });
    expect(rowsOf(await head.get(LIST))).to.deep.equal([String(second), String(first)]);
    expect(rowsOf(await head.get(`${LIST}?show=unassessed`))).to.deep.equal([String(second)]);
  });

  it('shows fifty on a page, narrowed by the address', async () => {
    const group = await signedInAgent(running.app, 'assessment-group');
    const [page, last, division] = [
      await group.get(LIST),
      await group.get(`${LIST}?page=2`),
      await group.get(`${LIST}?unit=2`),
    ];
    expect([rowsOf(page).length, rowsOf(last).length, rowsOf(division).length]).to.deep.equal([50, 17, 2]);
  });

  it('saves all changes at once and comes back to the list as it was narrowed', async () => {
    const changes = { [`probability-${first}`]: 'high', [`probability-${second}`]: 'fairly-high' };
    const answer = await submit(head, `${LIST}?unit=2`, changes);
    expect([answer.status, answer.headers['location']]).to.deep.equal([303, `${LIST}?unit=2#saved`]);
    expect(await probabilities()).to.deep.equal(['high', 'fairly-high']);
    expect((await head.get(LIST)).text).to.include('已保存 2 个风险点的 2 处评定。');
    const entries = await running.database.read('audit_entry').where({ action: 'point.assessed' });
    expect(entries.map(({ object_id }: { object_id: string }) => object_id)).to.deep.equal([
      String(first),
      String(second),
    ]);
  });

  it('tells the script which grade follows from each choice, as the rules in force judge it', async () => {
    const written = /data-grades="([^"]*)"/u.exec((await head.get(LIST)).text)?.[1] ?? '';
    const { c1 } = JSON.parse(written.replaceAll('&#34;', '"'));
    expect([c1['high|limited'], c1['small|fairly-serious'], c1['small|limited'], c1['high|']]).to.deep.equal([
      1, 2, 3, 0,
    ]);
  });

  it('refuses all where somebody else changed one row meanwhile, names it and keeps what was chosen', async () => {
    const page = await head.get(LIST);
    const group = await signedInAgent(running.app, 'assessment-group');
    await submit(group, `/points/${second}/assess`, { [`probability-${second}`]: 'fairly-high' });
    const changes = { [`probability-${first}`]: 'high', [`probability-${second}`]: 'high' };
    const refused = await post(head, LIST, page, changes);
    expect(refused.status).to.equal(409);
    expect(refused.text).to.include('“兑现时拖延刁难企业。”：发生机率已由张三');
    expect(refused.text).to.include('改为“较高”，您选的是“高”');
    expect(refused.text.match(/value="high"[^>]* checked/gu)?.length).to.equal(2);
    expect(await probabilities()).to.deep.equal(['fairly-high', 'fairly-high']);
    expect((await post(head, LIST, refused, {})).status).to.equal(303);
    expect(await probabilities()).to.deep.equal(['high', 'high']);
  });

  it('lets stand what somebody else changed in a row that was left alone', async () => {
    const page = await head.get(LIST);
    const group = await signedInAgent(running.app, 'assessment-group');
    await submit(group, `/points/${second}/assess`, { [`probability-${second}`]: 'fairly-high' });
    expect((await post(head, LIST, page, { [`probability-${first}`]: 'high' })).status).to.equal(303);
    expect(await probabilities()).to.deep.equal(['high', 'fairly-high']);
  });

  for (const [title, step] of [
    ['an unknown step', 'huge'],
    ['a step of another scale', 'very-high'],
  ] as const) {
    it(`refuses all where one row has ${title}`, async () => {
      const changes = { [`probability-${first}`]: 'high', [`probability-${second}`]: step };
      const refused = await submit(head, LIST, changes);
      expect([refused.status, refused.text.includes(`“${step}”不在现行标准的刻度上`)]).to.deep.equal([
        422,
        true,
      ]);
      expect(await probabilities()).to.deep.equal(['fairly-high', 'small']);
    });
  }

  it('says beside the field what is wrong, and of which point only in the summary', async () => {
    const { text: page } = await submit(head, LIST, { [`probability-${second}`]: 'huge' });
    expect(page).to.match(/<a href="#probability-\d+">“[^<]+”：“huge”不在现行标准的刻度上/u);
    expect(page).to.include('<p class="why">“huge”不在现行标准的刻度上');
  });

  it('refuses all where one row is withdrawn or approved by now', async () => {
    const page = await head.get(LIST);
    for (const change of [{ state: 'approved', approved_grade: 2 }, { is_withdrawn: 1 }]) {
      await running.database.transaction((transaction) =>
        transaction('risk_point_state').where({ risk_point_id: second }).update(change),
      );
      const changes = { [`probability-${first}`]: 'high', [`probability-${second}`]: 'high' };
      expect((await post(head, LIST, page, changes)).status).to.equal(409);
    }
    expect(await probabilities()).to.deep.equal(['fairly-high', 'small']);
  });

  async function posting(pointId: number, query = ''): Promise<number> {
    const _csrf = tokenIn(await head.get(LIST));
    const answer = await head
      .post(`${LIST}${query}`)
      .type('form')
      .send({ _csrf, point: [String(first), String(pointId)], [`probability-${pointId}`]: 'high' });
    return answer.status;
  }

  it('refuses a point of another division, of another bureau, of another year, and none at all', async () => {
    await filePoints(running, '市经信局', [{ unit: '企业服务处', text: '别的局的风险。' }]);
    const [division, bureau] = [
      await pointIdOf(running, '与供应商串通，泄露标底。'),
      await pointIdOf(running, '别的局的风险。'),
    ];
    await running.database.transaction(async (transaction) => {
      const campaign = await transaction('campaign').where({ year: 2021 }).first();
      const [row] = await transaction('campaign')
        .insert({ bureau_id: campaign.bureau_id, year: 2022, state: 'open' })
        .returning('id');
      await transaction('risk_point_state').where({ risk_point_id: second }).update({ campaign_id: row.id });
    });
    const statuses = [
      await posting(division, '?year=2021'),
      await posting(bureau, '?year=2021'),
      await posting(second, '?year=2021'),
      await posting(99_999, '?year=2021'),
    ];
    expect(statuses).to.deep.equal([404, 404, 404, 404]);
    expect(await probabilities()).to.deep.equal(['fairly-high', 'small']);
  });

  it('is not for those who may only look', async () => {
    const office = await signedInAgent(running.app, 'office');
    expect((await office.get(LIST)).status).to.equal(403);
    expect((await office.get(`/points/${first}`)).text).not.to.include(`/points/${first}/assess`);
    expect((await head.get(`/points/${first}`)).text).to.include(`/points/${first}/assess`);
  });

  it('is led to from the list of points, as that is narrowed, for those who may assess', async () => {
    expect((await head.get('/points?unit=2&grade=1')).text).to.include('href="/points/assess?unit=2"');
    const office = await signedInAgent(running.app, 'office');
    expect((await office.get('/points')).text).not.to.include('href="/points/assess');
  });

  it('names what the address says in vain', async () => {
    expect((await head.get(`${LIST}?unit=1&show=some`)).text).to.include('无效，已忽略');
  });
});
