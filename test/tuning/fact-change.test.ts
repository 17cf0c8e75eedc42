import { expect } from 'chai';
import type { Response } from 'supertest';
import type { DeclaredFact } from '../../src/rulebooks/declared-fact.ts';
import { submit } from '../support/assessing.ts';
import { AMOUNT } from '../support/declared-amount.ts';
import { signedInAgent, testApp, type Agent, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';
import { shownForm } from '../support/shown-form.ts';

const REACH = { unitPaths: ['/1/'] };
const FORM = '/rulebooks/facts/change?name=amountHandledPerYear';

describe('a fact that a bureau declared', () => {
  let bureau: TestApp;
  let team: Agent;
  beforeEach(async () => {
    bureau = await testApp();
    await inspectBureau(bureau);
    team = await signedInAgent(bureau.app, 'discipline-team');
    await submit(team, '/rulebooks/facts/new', AMOUNT);
  });
  afterEach(() => bureau.end());

  const stored = async (): Promise<DeclaredFact> => {
    const row = bureau.database.read('fact_definition').where({ name: 'amountHandledPerYear' });
    return JSON.parse((await row.first<{ body: string }>('body')).body) as DeclaredFact;
  };
  const change = async (fields: Record<string, string>): Promise<Response> =>
    submit(team, FORM, { ...AMOUNT, guard: JSON.stringify(await stored()), ...fields });
  async function recordValue(): Promise<void> {
    const state = bureau.database.read('risk_point_state').where({ is_withdrawn: 0 });
    const { risk_point_id: id } = await state.first<{ risk_point_id: number }>('risk_point_id');
    const values = { amountHandledPerYear: 500 };
    const by = { accountId: null, name: '张三' };
    await bureau.ownFacts.set('risk_point', id, { values, guard: 'amountHandledPerYear=?' }, REACH, by);
  }

  it('is shown in a form as it stands, and changed in its place with an entry in the audit trail', async () => {
    await recordValue();
    expect((await team.get('/rulebooks/facts')).text).to.include(FORM.replace('&', '&amp;'));
    const { fields } = shownForm((await team.get(FORM)).text);
    expect(fields).to.deep.include({ 'title-zh': ['年经办金额'], kind: ['number'], maximum: ['100000'] });
    const answer = await change({ 'title-zh': '年度经办金额', worse: 'down' });
    expect(answer.headers['location'], answer.text).to.equal('/rulebooks/facts');
    expect(await stored()).to.deep.include({ worse: 'down', unit: { zh: '万元', en: 'ten thousand yuan' } });
    expect((await team.get('/rulebooks/facts')).text)
      .to.include('年度经办金额')
      .and.include('1 /');
    const entry = bureau.database.read('audit_entry').where({ action: 'facts.changed' });
    expect(await entry.first<{ object_id: string }>('object_id')).to.deep.equal({
      object_id: 'amountHandledPerYear',
    });
  });

  it('keeps its type and unit while values are recorded, and says so with everything typed kept', async () => {
    await recordValue();
    const answer = await change({ 'unit-zh': '元', 'unit-en': 'yuan', 'title-zh': '新名称' });
    expect(answer.status).to.equal(422);
    expect(answer.text).to.include('不能改单位：已有 1 处取值').and.include('新名称');
    expect((await stored()).title.zh).to.equal('年经办金额');
    expect((await change({ maximum: '499' })).text).to.include('最大值不能小于已有的取值 500');
    expect((await change({ kind: 'boolean' })).text).to.include('不能改类型');
  });

  it('becomes of another type while nothing speaks of it', async () => {
    expect((await change({ kind: 'boolean' })).status).to.equal(303);
    expect((await stored()).type).to.equal('boolean');
  });

  it('is not changed on top of what somebody else made of it', async () => {
    const guard = JSON.stringify(await stored());
    await change({ 'title-zh': '别人的名称' });
    const answer = await submit(team, FORM, { ...AMOUNT, guard, 'title-zh': '我的名称' });
    expect(answer.status).to.equal(409);
    expect((await stored()).title.zh).to.equal('别人的名称');
  });

  it('is nothing that the program, or nobody, declared', async () => {
    for (const name of ['harm', 'nothing', ''])
      expect((await team.get(`/rulebooks/facts/change?name=${name}`)).status).to.equal(404);
  });
});
