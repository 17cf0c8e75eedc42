import { expect } from 'chai';
import type { Response } from 'supertest';
import type { GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import { submit } from '../support/assessing.ts';
import { AMOUNT } from '../support/declared-amount.ts';
import { signedInAgent, testApp, tokenIn, type Agent, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';
import { NEW_RULE } from '../support/rule-posts.ts';

const FORM = '/rulebooks/facts/new';
const REACH = { unitPaths: ['/1/'] };
const OVERDUE = { ...AMOUNT, 'title-zh': '超期未轮岗', 'title-en': 'Rotation overdue', kind: 'boolean' };

describe('a fact that a bureau declares by hand', () => {
  let bureau: TestApp;
  let team: Agent;
  beforeEach(async () => {
    bureau = await testApp();
    await inspectBureau(bureau);
    team = await signedInAgent(bureau.app, 'discipline-team');
  });
  afterEach(() => bureau.end());

  const declare = (fields: Record<string, string>): Promise<Response> => submit(team, FORM, fields);

  async function withdraw(name: string): Promise<Response> {
    const page = await team.get(FORM);
    return team
      .post('/rulebooks/facts/withdraw')
      .type('form')
      .send({ name, _csrf: tokenIn(page) });
  }

  async function stored(name: string): Promise<unknown> {
    const row = await bureau.database
      .read('fact_definition')
      .where({ name })
      .first<{ body: string } | undefined>('body');
    return row === undefined ? null : JSON.parse(row.body);
  }

  it('stands in the catalogue, can be recorded, and leaves an entry in the audit trail', async () => {
    expect((await declare(AMOUNT)).status).to.equal(303);
    expect(await stored('amountHandledPerYear')).to.deep.equal({
      name: 'amountHandledPerYear',
      title: { zh: '年经办金额', en: 'Amount handled per year' },
      type: 'number',
      unit: { zh: '万元', en: 'ten thousand yuan' },
      maximum: 100_000,
      worse: 'up',
      source: { zh: AMOUNT['source-zh'], en: AMOUNT['source-en'] },
      of: 'risk-point',
    });
    expect((await team.get('/rulebooks/facts')).text)
      .to.include('已登记“年经办金额”')
      .and.include('>撤回<');
    const head = await signedInAgent(bureau.app, 'division-head');
    const point = await bureau.database.read('risk_point_state').first<{ risk_point_id: number }>();
    const record = await head.get(`/points/${String(point.risk_point_id)}/facts`);
    if (record.status === 200) expect(record.text).to.include('年经办金额');
    const [details] = await bureau.database
      .read('audit_entry')
      .where({ action: 'facts.declared', object_id: 'amountHandledPerYear' })
      .pluck('details');
    expect(JSON.parse(String(details))).to.deep.equal({ type: 'number', of: 'risk-point' });
  });

  it('may count others, and then is known of every point at once', async () => {
    const wide = { ...OVERDUE, 'title-zh': '裁量空间大', 'title-en': 'Wide discretion' };
    await declare(OVERDUE);
    await declare(wide);
    const count = { ...AMOUNT, 'title-zh': '符合数', 'title-en': 'Met', kind: 'count-true' };
    expect((await declare(count)).text).to.include('请勾选要统计的');
    const parts = { 'part-rotationOverdue': 'yes', 'part-wideDiscretion': 'yes' };
    expect((await declare({ ...count, ...parts })).status).to.equal(303);
    expect(await stored('met')).to.deep.include({
      derived: { countTrue: ['rotationOverdue', 'wideDiscretion'] },
    });
    const points = { ...AMOUNT, 'title-zh': '岗位风险点数', 'title-en': 'Points', kind: 'count-points' };
    expect((await declare(points)).text).to.include('风险点数只能属于岗位');
    expect((await declare({ ...points, of: 'post' })).status).to.equal(303);
    const known = await bureau.database.read('risk_point_fact').where({ fact: 'points' }).select();
    expect(known).not.to.be.empty;
  });

  it('may be a choice of options, in the order in which they are written', async () => {
    const options = '低档 | Low\n中档｜Middle\n高档 | High';
    expect((await declare({ ...AMOUNT, kind: 'choice', options })).status).to.equal(303);
    expect(await stored('amountHandledPerYear')).to.deep.include({
      worse: 'none',
      options: [
        { code: 'low', zh: '低档', en: 'Low' },
        { code: 'middle', zh: '中档', en: 'Middle' },
        { code: 'high', zh: '高档', en: 'High' },
      ],
    });
  });

  for (const [why, change, said] of [
    ['without an English name', { 'title-en': ' ' }, '请填写中文和英文名称'],
    ['under the code of another fact', { name: 'harm' }, '目录中已有这个代码'],
    ['under a code that is no name', { name: 'Amount-1' }, '代码须以小写英文字母开头'],
    ['with a largest value of nothing', { maximum: '0' }, '请填大于 0 的整数'],
    ['with half a unit', { 'unit-en': '' }, '单位的中文和英文请都填写'],
    ['with one option', { kind: 'choice', options: '低 | Low' }, '请至少写两个选项'],
    ['of no type', { kind: 'formula' }, '请选择类型'],
    ['with too long a name', { 'title-zh': '额'.repeat(500) }, '500'],
  ] as const) {
    it(`is refused ${why}, with everything that was typed kept`, async () => {
      const answer = await declare({ ...AMOUNT, ...change });
      expect(answer.status).to.equal(422);
      if (said !== '500') expect(answer.text).to.include(said);
      expect(answer.text).to.include(AMOUNT['source-zh']).and.include('href="#fact');
      expect(await bureau.database.read('fact_definition').select()).to.deep.equal([]);
    });
  }

  it('is not told that its code is wrong where only the English name, of which it is made, is missing', async () => {
    const answer = await declare({ ...AMOUNT, 'title-en': '' });
    expect(answer.text).not.to.include('href="#fact-name"');
  });

  it('is withdrawn while nothing uses it, and not once somebody recorded a value', async () => {
    await declare(OVERDUE);
    expect((await withdraw('rotationOverdue')).status).to.equal(303);
    expect(await stored('rotationOverdue')).to.equal(null);
    await declare(OVERDUE);
    const state = bureau.database.read('risk_point_state').where({ is_withdrawn: 0 });
    const { risk_point_id: id } = await state.first<{ risk_point_id: number }>('risk_point_id');
    const values = { rotationOverdue: true };
    await bureau.ownFacts.set('risk_point', id, { values, guard: 'rotationOverdue=?' }, REACH, {
      accountId: null,
      name: '张三',
    });
    expect((await withdraw('rotationOverdue')).status).to.equal(409);
    expect(await stored('rotationOverdue')).not.to.equal(null);
    expect((await withdraw('harm')).status).to.equal(404);
  });

  it('is offered by the editor of rules; a rule that uses it brings its declaration into the rulebook', async () => {
    await declare(AMOUNT);
    await declare(OVERDUE);
    const account = bureau.database.read('account').where({ username: 'discipline-team' });
    const actor = { accountId: (await account.first<{ id: number }>('id')).id, name: '张三' };
    const { id: versionId } = await bureau.rulebooks.inForce('grading', '/1/');
    const draft = await bureau.rulebookDrafts.create(versionId, 1, REACH, actor);
    const address = `/rulebooks/drafts/${String(draft)}/rule`;
    const form = await team.get(`${address}?list=adjustments`);
    expect(form.text).to.include('年经办金额').and.include('超期未轮岗');
    const guard = /name="guard" value="(\d+)"/u.exec(form.text)?.[1] ?? '';
    const row = { 'w-0/fact': 'amountHandledPerYear', 'w-0/operator': 'atLeast', 'w-0/value': '500' };
    const rule = { ...NEW_RULE, ...row, effect: 'no-milder-1', guard, act: 'save', _csrf: tokenIn(form) };
    const answer = await team.post(address).type('form').send(rule);
    expect(answer.status, answer.text).to.equal(303);
    const { text } = await bureau.rulebookDrafts.find(draft, REACH);
    const { facts, adjustments } = JSON.parse(text) as GradingRulebook;
    expect(facts?.map(({ name }) => name)).to.deep.equal(['amountHandledPerYear']);
    expect(JSON.stringify(adjustments.at(-1)?.when)).to.include('"value":500');
    expect((await withdraw('amountHandledPerYear')).status).to.equal(409);
    expect((await withdraw('rotationOverdue')).status).to.equal(303);
  });
});
