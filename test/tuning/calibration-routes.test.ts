import { expect } from 'chai';
import { gradePath } from '../../src/assessment/paths.ts';
import { EVERYWHERE } from '../../src/organisation/reach.ts';
import type { GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import { post, pointIdOf } from '../support/assessing.ts';
import { signedInAgent, testApp, type Agent, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';

const ADDRESS = '/rulebooks/calibration';

describe('the page of overrides by case', () => {
  let running: TestApp;
  let team: Agent;
  before(async () => {
    running = await testApp();
    await inspectBureau(running);
    const group = await signedInAgent(running.app, 'assessment-group');
    team = await signedInAgent(running.app, 'discipline-team');
    for (const [text, grade] of [
      ['第 1 类许可事项审查不严。', '1'],
      ['第 2 类许可事项审查不严。', '1'],
      ['第 3 类许可事项审查不严。', '2'],
    ] as const) {
      const id = await pointIdOf(running, text);
      const typed = { grade, reason: `${text}理由` };
      await post(group, gradePath('override', id), await group.get(`/points/${id}`), typed);
    }
  });
  after(() => running.end());

  it('says how many, in which direction, in which case, and links to the points', async () => {
    const { text } = await team.get(ADDRESS);
    expect(text).to.include('该情形 3 个人工调整，其中 3 个调高：是否修改评定标准？');
    expect(text)
      .to.include('发生机率：较小；危害程度：一般；')
      .and.to.include('第 2 类许可事项审查不严。理由');
    expect(text).to.include(`href="/points/${await pointIdOf(running, '第 1 类许可事项审查不严。')}"`);
  });

  it('offers a draft only to who may tune rulebooks', async () => {
    const office = await signedInAgent(running.app, 'office');
    expect((await office.get(ADDRESS)).text)
      .to.include('该情形 3 个')
      .and.not.to.include('拟好草稿');
    expect((await team.get(ADDRESS)).text).to.include('拟好草稿：该情形定为一级');
  });

  it('says before a draft is made how much its check will find', async () => {
    expect((await team.get(ADDRESS)).text).to.match(/草稿的检查会发现 [1-9]\d* 个问题/u);
  });

  it('refuses a case without overrides', async () => {
    const answer = await post(team, ADDRESS, await team.get(ADDRESS), { case: '999999' });
    expect([answer.status, answer.text.includes('没有拟草稿')]).to.deep.equal([409, true]);
  });

  it('prepares the draft, once, and then leads to it', async () => {
    const page = await team.get(ADDRESS);
    const answer = await post(team, ADDRESS, page, {});
    expect(answer.status).to.equal(303);
    const [draft] = await running.rulebookDrafts.list(EVERYWHERE);
    expect(answer.headers['location']).to.equal(`/rulebooks/drafts/${draft?.id}`);
    const foretold = /草稿的检查会发现 (\d+) 个问题/u.exec(page.text)?.[1];
    const propose = await team.get(`/rulebooks/drafts/${String(draft?.id)}/propose`);
    expect(/检查发现 (\d+) 个问题，改好后才能提请审定/u.exec(propose.text)?.[1]).to.equal(foretold);
    const body = JSON.parse(draft?.text ?? '') as GradingRulebook;
    const cells = 'cells' in body.base ? body.base.cells : [];
    expect(cells.find(({ row, column }) => row === 'small' && column === 'limited')?.grade).to.equal(1);
    expect(body.clauses.at(-1)?.text.zh).to.equal(
      '该情形有 3 个人工调整，其中 2 个调整为一级，据此修改评定标准。',
    );
    expect((await team.get(ADDRESS)).text)
      .to.include('已有打开的草稿，去修改')
      .and.not.to.include('拟好草稿：');
    expect((await post(team, ADDRESS, page, {})).status).to.equal(409);
  });
});
