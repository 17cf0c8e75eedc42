import { expect } from 'chai';
import type { Response } from 'supertest';
import type { GradingRulebook, Rulebook } from '../../src/rulebooks/rulebook.ts';
import { listsOf, rulesIn } from '../../src/tuning/rule-list.ts';
import { draftDesk, type DraftDesk } from '../support/draft-desk.ts';
import type { Agent, TestApp } from '../support/http.ts';
import { PAYLOAD } from '../support/inspected-bureau.ts';
import { MADE_RULE, NEW_RULE } from '../support/rule-posts.ts';
import { shownForm } from '../support/shown-form.ts';

describe('the form of a rule', () => {
  let app: TestApp;
  let agent: Agent;
  let address = '';
  let post: DraftDesk['post'];
  let open: DraftDesk['open'];
  let draft: DraftDesk['draft'];
  let rulebook: DraftDesk['rulebook'];
  before(async () => {
    ({ app, agent, post, open, draft, rulebook } = await draftDesk());
  });
  after(() => app.end());
  beforeEach(async () => {
    address = await open((await app.rulebooks.inForce('grading', '/1/')).id);
  });
  afterEach(() => app.database.transaction((transaction) => transaction('rulebook_draft').del()));

  const adjustments = async (): Promise<GradingRulebook['adjustments']> => (await rulebook()).adjustments;
  async function send(
    fields: Record<string, string | readonly string[]>,
    act = 'save',
    guard?: number,
  ): Promise<Response> {
    return post(`${address}/rule`, { guard: String(guard ?? (await draft()).guard), act, ...fields });
  }

  it('adds a rule with a group of conditions, named by its English title, and says so on the workbench', async () => {
    const answer = await send({ ...NEW_RULE, effect: 'no-milder-1' });
    expect([answer.status, answer.headers['location']]).to.deep.equal([303, address]);
    expect(await adjustments()).to.deep.equal([MADE_RULE]);
    const { text } = await agent.get(address);
    expect(text)
      .to.include('已保存规则“资金采购或无措施”')
      .and.include('name=funds-or-no-measure')
      .and.match(/<title>如按此草稿执行，\d+ 个风险点/u);
  });

  it('changes a rule, its name and its place', async () => {
    await send(NEW_RULE);
    await send({ ...NEW_RULE, 'title-en': 'Second', after: 'funds-or-no-measure' });
    const changed = { ...NEW_RULE, replaces: 'funds-or-no-measure', name: 'first-one', after: 'second' };
    const answer = await send({ ...changed, effect: 'lower-1' });
    expect(answer.status).to.equal(303);
    expect((await adjustments()).map(({ name, effect }) => [name, effect])).to.deep.equal([
      ['second', { noMilderThan: 2 }],
      ['first-one', { lowerBy: 1 }],
    ]);
  });

  it('takes a clause that is written with the rule', async () => {
    const clause = {
      clause: '+',
      'clause-code': '',
      'clause-reference-zh': '党组会议纪要',
      'clause-reference-en': 'Minutes 2021-6',
      'clause-text-zh': '从严。',
      'clause-text-en': 'Be strict.',
    };
    expect((await send({ ...NEW_RULE, ...clause })).status).to.equal(303);
    expect((await rulebook()).clauses.at(-1)?.code).to.equal('minutes-2021-6');
    expect((await adjustments())[0]?.clause).to.equal('minutes-2021-6');
  });

  for (const [what, change, field] of [
    ['an unknown fact', { 'w-0/fact': 'colour' }, 'w-0-fact'],
    ['an operator that does not fit', { 'w-0/operator': 'lessThan' }, 'w-0-operator'],
    ['a value of another type', { 'w-1-0/value': 'many' }, 'w-1-0-value'],
    ['a domain that is none', { 'w-0/value': 'love' }, 'w-0-value'],
    ['an effect that is none', { effect: 'grade-1' }, 'rule-effect'],
    ['no title in English', { 'title-en': '' }, 'rule-title-en'],
    ['no reason', { 'reason-zh': ' ' }, 'rule-reason-zh'],
    ['no clause', { clause: '' }, 'rule-clause'],
    ['a clause that is not there', { clause: 'law' }, 'rule-clause'],
    ['a name that is no code', { name: '无措施' }, 'rule-name'],
    ['the name of a rule of the matrix', { name: 'harm-serious' }, 'rule-name'],
    ['a place behind nothing', { after: 'nothing' }, 'rule-after'],
    ['a new clause without words', { clause: '+', 'clause-reference-en': 'Law' }, 'rule-clause-text-zh'],
  ] as const) {
    it(`refuses ${what}, says so at the field and keeps what was typed`, async () => {
      const before = await draft();
      const answer = await send({ ...NEW_RULE, 'reason-en': PAYLOAD, ...change });
      expect(answer.status).to.equal(422);
      expect(answer.text).to.include(`href="#${field}"`).and.include('资金采购或无措施');
      expect(answer.text).to.include('&lt;img').and.not.include('<img src=x');
      expect(await draft()).to.deep.equal(before);
    });
  }

  it('gives the form back with everything that was typed when a button is pressed, and saves nothing', async () => {
    const before = await draft();
    for (const [act, focused] of [
      ['add-row:w-1', 'w-1-1-fact'],
      ['up:w-1', 'w-0-down'],
      ['redraw', null],
    ] as const) {
      const answer = await send({ ...NEW_RULE, 'w-1-0/value': '一' }, act);
      expect(answer.status).to.equal(200);
      expect(answer.text).to.include('value="一"').and.include('资金采购或无措施');
      expect(/id="([^"]+)"[^>]* autofocus/u.exec(answer.text)?.[1] ?? null).to.equal(focused);
    }
    expect(await draft()).to.deep.equal(before);
  });

  it('says the rule in both languages, and what is missing in it', async () => {
    const { text } = await send({ ...NEW_RULE, effect: '' }, 'redraw');
    const said = text.replace(/<[^>]+>/gu, '');
    expect(said)
      .to.include('当 重点领域 是以下之一 财务管理、采购工作 或 不符合（防控措施数 不小于 1 条），＿＿＿＿。')
      .and.include('Still missing: Fill in: Effect');
  });

  it('shows both versions when somebody was faster, and takes the whole form on the latest save', async () => {
    const { guard } = await draft();
    await post(`${address}/save`, { guard: String(guard), edit: 'set-cells', 'cell/small/limited': '2' });
    const answer = await send(NEW_RULE, 'save', guard);
    expect(answer.status).to.equal(409);
    expect(answer.text)
      .to.include('矩阵“较小 × 一般”：三级 → 二级')
      .and.include('增加规则“资金采购或无措施”');
    const { action, fields } = shownForm(answer.text);
    expect((await post(action, fields)).headers['location']).to.equal(address);
    expect((await adjustments())[0]?.when).to.deep.nested.include({
      'any[0].value': ['finance', 'procurement'],
    });
  });

  it('offers to add what was typed when somebody has removed the rule', async () => {
    await send(NEW_RULE);
    const name = 'funds-or-no-measure';
    const { guard } = await draft();
    await post(`${address}/save`, { guard: String(guard), edit: 'remove-rule', list: 'adjustments', name });
    const answer = await send({ ...NEW_RULE, replaces: name }, 'save', guard);
    expect(answer.status).to.equal(409);
    expect(answer.text).to.include('再次保存就作为新规则加入');
    const { action, fields } = shownForm(answer.text);
    expect((await post(action, { ...fields, act: 'save' })).status).to.equal(303);
    expect(await adjustments()).to.have.lengthOf(1);
  });

  it('is not there for a list or a rule that the draft does not have', async () => {
    for (const query of ['list=rules', 'list=cells', 'list=adjustments&name=nothing'])
      expect((await agent.get(`${address}/rule?${query}`)).status, query).to.equal(404);
  });

  it('changes nothing when a rule of any rulebook that ships is opened and saved as it is', async () => {
    const versions = await app.database.read('rulebook_version').select<{ id: number }[]>('id');
    for (const { id } of versions) {
      address = await open(id);
      const draftId = Number(address.split('/').at(-1));
      const textOf = async (): Promise<Rulebook> => {
        const row = await app.database
          .read('rulebook_draft')
          .where({ id: draftId })
          .first<{ text: string }>('text');
        return JSON.parse(row.text) as Rulebook;
      };
      const before = await textOf();
      for (const list of listsOf(before)) {
        for (const { name } of rulesIn(before, list) ?? []) {
          const page = await agent.get(`${address}/rule?list=${list}&name=${name}`);
          const { action, fields } = shownForm(page.text);
          const saved = await post(action, { ...fields, act: 'save' });
          expect(saved.status, `${name}: ${saved.text.slice(0, 200)}`).to.equal(303);
        }
      }
      expect(await textOf()).to.deep.equal(before);
    }
  });
});
