import { expect } from 'chai';
import type { Response } from 'supertest';
import type { GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import { signedInAgent, testApp, tokenIn, type Agent, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';

const HIGH_AND_LIMITED = '1';
const NOT_ASSESSED = '4';

describe('a risk point that must have a grade', () => {
  let bureau: TestApp;
  let team: Agent;
  beforeEach(async () => {
    bureau = await testApp();
    await inspectBureau(bureau);
    team = await signedInAgent(bureau.app, 'discipline-team');
  });
  afterEach(() => bureau.end());

  async function press(grade: string, point = HIGH_AND_LIMITED, agent = team): Promise<Response> {
    const _csrf = tokenIn(await agent.get('/account'));
    return agent.post('/rulebooks/examples').type('form').send({ _csrf, point, grade });
  }

  async function drafts(): Promise<readonly GradingRulebook[]> {
    const texts = (await bureau.database.read('rulebook_draft').pluck('text')) as string[];
    return texts.map((text) => JSON.parse(text) as GradingRulebook);
  }

  it('is an example of a draft that is made for it, and the workbench says whether the rules agree', async () => {
    expect((await team.get('/points/1')).text).to.include('这个风险点应为');
    const answer = await press('3');
    expect([answer.status, answer.headers['location']]).to.deep.equal([303, '/rulebooks/drafts/1']);
    const bench = (await team.get('/rulebooks/drafts/1')).text;
    expect(bench)
      .to.include('已把“风险点 1 应为三级”加入草稿的示例')
      .and.include('核验未通过：先处理 1 处问题');
    const [draft] = await drafts();
    expect(draft?.examples.at(-1)).to.deep.include({
      name: { zh: '风险点 1 应为三级', en: 'Risk point 1 must be Grade 3' },
      expect: { grade: 3 },
    });
  });

  it('is added to the draft that is open', async () => {
    await press('3');
    expect((await press('2', '2')).headers['location']).to.equal('/rulebooks/drafts/1');
    const [draft, ...others] = await drafts();
    expect(others).to.deep.equal([]);
    expect(draft?.examples.slice(-2).map(({ expect: { grade } }) => grade)).to.deep.equal([3, 2]);
  });

  it('is refused where it is there already or contradicts, naming the example, on the page of the point', async () => {
    await press('3');
    const again = await press('3');
    expect([again.status, again.text.includes('已有情形相同的示例“风险点 1 应为三级”')]).to.deep.equal([
      409,
      true,
    ]);
    const other = await press('1');
    expect([other.status, other.text.includes('“风险点 1 应为三级”矛盾')]).to.deep.equal([409, true]);
    expect(
      (await drafts())[0]?.examples.filter(({ name }) => name.zh.startsWith('风险点 1 ')),
    ).to.have.lengthOf(1);
  });

  it('is refused while it is not assessed, and makes no draft', async () => {
    const answer = await press('1', NOT_ASSESSED);
    expect([answer.status, answer.text.includes('还没有评完')]).to.deep.equal([409, true]);
    expect(await drafts()).to.deep.equal([]);
  });

  it('is refused by the form of the workbench where there is no such point, which keeps what was typed', async () => {
    await press('3');
    const before = await drafts();
    const { guard } = await bureau.database.read('rulebook_draft').first<{ guard: number }>('guard');
    const _csrf = tokenIn(await team.get('/account'));
    const fields = { _csrf, guard: String(guard), edit: 'point-example', point: '999', grade: '2' };
    const answer = await team.post('/rulebooks/drafts/1/save').type('form').send(fields);
    expect([answer.status, await drafts()]).to.deep.equal([422, before]);
    expect(answer.text)
      .to.include('href="#point-number"')
      .and.match(/id="point-number"[^>]* value="999"/u)
      .and.match(/<option value="2" selected>/u);
  });

  it('is nothing without a grade or a point, or for those who do not tune the rules', async () => {
    expect((await press('4')).status).to.equal(422);
    expect((await press('1', '999999')).status).to.equal(404);
    const group = await signedInAgent(bureau.app, 'assessment-group');
    expect((await group.get('/points/1')).text).not.to.include('这个风险点应为');
    expect((await press('1', HIGH_AND_LIMITED, group)).status).to.equal(403);
    expect(await drafts()).to.deep.equal([]);
  });
});
