import { expect } from 'chai';
import type { Response } from 'supertest';
import { EVERYWHERE } from '../../src/organisation/reach.ts';
import { signedInAgent, testApp, tokenIn, type Agent, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';
import { idNamed, sendOffice } from '../support/office-form.ts';
import { IS_NOT_ALLOWED, REFERS_TO_NOTHING } from '../support/database-words.ts';

describe('units and posts that the office keeps', () => {
  let running: TestApp;
  let office: Agent;
  before(async () => {
    running = await testApp();
    await inspectBureau(running);
    office = await signedInAgent(running.app, 'office');
  });
  after(() => running.end());

  const idOf = (table: 'org_unit' | 'post', name: string): Promise<number> => idNamed(running, table, name);
  const send = (page: string, action: string, form: object, opened?: Response): Promise<Response> =>
    sendOffice(office, page, action, form, opened);

  it('are shown as a tree, with how many posts are vacant and wait', async () => {
    const page = await office.get('/organisation');
    for (const words of ['市商务局', '对外贸易处', '市场秩序处', '个岗位的重点领域待核定']) {
      expect(page.text).to.include(words);
    }
  });

  it('take a new unit and post, once', async () => {
    const added = await send('/organisation/units/1', '/organisation/units/1/units', {
      name: '审计处',
      kind: 'division',
    });
    expect(added.status).to.equal(303);
    const again = await send('/organisation/units/1', '/organisation/units/1/units', {
      name: ' 审 计处',
      kind: 'division',
    });
    expect(again.status).to.equal(422);
    expect(again.text).to.include('已经有了').and.to.include('href="#child-name"').and.to.include(' 审 计处');
    const unit = `/organisation/units/${String(await idOf('org_unit', '审计处'))}`;
    expect((await send(unit, `${unit}/posts`, { name: '内审岗' })).status).to.equal(303);
    expect((await office.get(unit)).text)
      .to.include('内审岗')
      .and.to.include('空缺');
  });

  it('refuse a kind that cannot stand there, a missing name and a place that is no number', async () => {
    const answer = await send('/organisation/units/1', '/organisation/units/1/units', {
      name: '',
      kind: 'region',
    });
    expect(answer.status).to.equal(422);
    expect(answer.text).to.include('请填写名称').and.to.include('不能有这一类单位');
    const unit = `/organisation/units/${String(await idOf('org_unit', '办公室'))}`;
    const place = await send(unit, unit, { name: '办公室', kind: 'division', position: '-1' });
    expect(place.text).to.include('0 到 9999');
  });

  it('close only what has nothing open in it, and open it again', async () => {
    const unit = `/organisation/units/${String(await idOf('org_unit', '市场秩序处'))}`;
    const post = `/organisation/posts/${String(await idOf('post', '行政审批岗'))}`;
    expect((await send(unit, `${unit}/closing`, { day: '2021-06-01' })).text).to.include('请先关闭岗位');
    expect((await send(post, `${post}/closing`, { day: '2021-13-01' })).status).to.equal(422);
    expect((await send(post, `${post}/closing`, { day: '2021-06-01' })).status).to.equal(303);
    expect((await office.get(post)).text).to.include('至 2021 年 6 月 1 日');
    expect((await send(unit, `${unit}/closing`, { day: '2021-06-01' })).status).to.equal(303);
    expect((await office.get(unit)).text).to.include('2021 年 6 月 1 日关闭');
    expect((await office.get('/board')).text).to.include('市场秩序处');
    expect((await send(unit, `${unit}/closing`, {})).status).to.equal(303);
    expect((await send(post, `${post}/closing`, {})).status).to.equal(303);
  });

  it('record several holders, secondment, a second post of one person, and an end', async () => {
    const post = `/organisation/posts/${String(await idOf('post', '外贸扶持资金岗'))}`;
    const taken = { person: ' 李 四 ', from: '2021-05-01', secondment: 'yes' };
    expect((await send(post, `${post}/holdings`, taken)).status).to.equal(303);
    expect((await office.get(post)).text)
      .to.include('李四')
      .and.to.include('借调')
      .and.to.include('吴启航');
    const twice = await send(post, `${post}/holdings`, { person: '李四' });
    expect(twice.status).to.equal(422);
    const holding = /<option value="(\d+)"[^>]*>李四/u.exec((await office.get(post)).text)?.[1];
    const early = await send(post, `${post}/holdings/end`, { holding, until: '2021-04-01' });
    expect(early.text).to.include('不能早于任职日期');
    expect((await send(post, `${post}/holdings/end`, { holding, until: '2021-06-01' })).status).to.equal(303);
    expect((await send(post, `${post}/holdings/end`, { holding, until: '2021-06-01' })).status).to.equal(409);
  });

  it('keep no duties and domains of a confidential post, only its count', async () => {
    const id = await idOf('post', '综合岗');
    const post = `/organisation/posts/${String(id)}`;
    expect((await send(post, post, { name: '综合岗', confidential: 'yes' })).status).to.equal(303);
    expect(await running.database.read('post').where({ id }).first('duties')).to.deep.equal({ duties: null });
    expect((await office.get(post)).text)
      .to.include('涉密')
      .and.include('1 个风险点还在系统里')
      .and.not.to.include('核定岗位职责和重点领域');
    expect((await office.get('/organisation')).text).to.match(/涉密" class="n">1</u);
  });

  it('confirm duties and domains, and coverage then says so', async () => {
    const id = await idOf('post', '外贸扶持资金岗');
    const post = `/organisation/posts/${String(id)}`;
    const form = { duties: '负责资金兑现。', 'policy-funds': 'yes', procurement: 'no', enforcement: 'no' };
    expect((await send(post, `${post}/domains`, form)).status).to.equal(303);
    const campaign = await running.campaigns.inView(EVERYWHERE, 2021);
    const cells = (await running.coverage.ofCampaign(campaign)).filter(({ unit }) => unit === '对外贸易处');
    const expected = (domain: string): string | undefined =>
      cells.find((cell) => cell.domain === domain)?.expected;
    expect([expected('policy-funds'), expected('procurement'), expected('enforcement')]).to.deep.equal([
      'confirmed',
      'no',
      'no',
    ]);
    expect((await running.audit.latest(1, ['/']))[0]).to.deep.include({ action: 'post.confirmed' });
  });

  it('refuse to confirm nothing, and lead to the first post one may choose', async () => {
    const waiting = await office.get('/organisation/domains');
    const answer = await office
      .post('/organisation/domains')
      .type('form')
      .send({ _csrf: tokenIn(waiting) });
    const [, field] = /href="#(choose-\d+)">请先勾选岗位。/u.exec(answer.text) ?? [];
    expect(answer.status).to.equal(422);
    expect(answer.text).to.include(`id="${field ?? 'none'}"`);
  });

  it('confirm the suggestions of chosen posts together, but none that changed meanwhile', async () => {
    const waiting = await office.get('/organisation/domains');
    const choices = [...waiting.text.matchAll(/name="post" value="([\d-]+)"/gu)].map(
      ([, choice]) => choice ?? '',
    );
    expect(choices.length).to.be.greaterThan(0);
    const answer = await office
      .post('/organisation/domains')
      .type('form')
      .send({ _csrf: tokenIn(waiting), post: [...choices, '1-99'] });
    expect(answer.status).to.equal(303);
    const page = await office.get('/organisation/domains');
    expect(page.text).to.include('没有待核定重点领域的岗位').and.to.include('1 个岗位在您打开页面之后有变动');
  });

  it('refuse with 409 what somebody else changed meanwhile', async () => {
    const unit = `/organisation/units/${String(await idOf('org_unit', '办公室'))}`;
    const opened = await office.get(unit);
    await send(unit, unit, { name: '综合办公室', kind: 'division' });
    const late = await send(unit, unit, { name: '办公厅', kind: 'division' }, opened);
    expect(late.status).to.equal(409);
    expect(late.text).to.include('别人已经修改过').and.to.include('办公厅').and.to.include('综合办公室');
  });

  it('speak English to those who read it', async () => {
    await office.get('/language?to=en');
    expect((await office.get('/organisation')).text)
      .to.include('Units and posts')
      .and.to.include('Vacant');
  });

  it('are refused by the database itself where history would be lost', async () => {
    const refused = (sql: string): Promise<string> =>
      running.database
        .transaction((transaction) => transaction.raw(sql))
        .then(
          () => 'accepted',
          (error: unknown) => String(error),
        );
    expect(await refused("delete from org_unit where name = '对外贸易处'")).to.match(REFERS_TO_NOTHING);
    expect(await refused("update post set active_to = '2021-01-01'")).to.include('is not closed');
    expect(await refused("update org_unit set active_to = '2021-01-01'")).to.include('is not closed');
    expect(await refused("update post set is_confidential = 1, duties = 'x'")).to.match(IS_NOT_ALLOWED);
  });
});
