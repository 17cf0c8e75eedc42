import { expect } from 'chai';
import type { Response } from 'supertest';
import type { Actor } from '../../src/audit/audit-entry.ts';
import { adoptDeclaredFacts } from '../../src/risk-points/fact-adoption-service.ts';
import type { DeclaredFact } from '../../src/rulebooks/declared-fact.ts';
import { PASSWORD, signedInAgent, testApp, tokenIn, type Agent, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';
import { shippedGrading } from '../support/shipped-rulebooks.ts';

const REACH = { unitPaths: ['/1/'] };
const SAID = '“年度经手金额”已在事实目录中登记，但单位与这里不同。';

describe('a fact that a draft declares otherwise than the catalogue of the bureau', () => {
  let bureau: TestApp;
  let team: Agent;
  let actor: Actor;
  beforeEach(async () => {
    bureau = await testApp();
    await inspectBureau(bureau);
    team = await signedInAgent(bureau.app, 'discipline-team');
    const account = bureau.database.read('account').where({ username: 'discipline-team' });
    actor = { accountId: (await account.first<{ id: number }>('id')).id, name: '张三' };
  });
  afterEach(() => bureau.end());

  const power = shippedGrading('grading/power-held.json');

  async function adopt(): Promise<void> {
    await bureau.database.transaction((transaction) =>
      adoptDeclaredFacts(transaction, { id: 1, path: '/1/' }, power, { name: '党组', at: 'now' }),
    );
  }

  /** A draft of the rules in force that declares the amount, in yuan or as the template has it. */
  async function draftDeclaring(unit: DeclaredFact['unit']): Promise<{ id: number; guard: number }> {
    const amount = (power.facts ?? []).filter(({ name }) => name === 'annualAmount');
    const facts = amount.map((fact) => ({ ...fact, ...(unit === undefined ? {} : { unit }) }));
    const { id: versionId } = await bureau.rulebooks.inForce('grading', '/1/');
    const id = await bureau.rulebookDrafts.create(versionId, 1, REACH, actor);
    const { text, guard } = await bureau.rulebookDrafts.find(id, REACH);
    const changed = JSON.stringify({ ...(JSON.parse(text) as object), facts });
    const saved = await bureau.rulebookDrafts.save(id, { text: changed, guard }, REACH, actor);
    if (saved.kind !== 'saved') throw new Error('the draft was not saved');
    return { id, guard: saved.guard };
  }

  /** A draft of the template that declares the amount, in another unit. */
  async function draftOfTemplate(unit: DeclaredFact['unit']): Promise<{ id: number; guard: number }> {
    const version = bureau.database
      .read('rulebook_version')
      .join('rulebook', 'rulebook.id', 'rulebook_version.rulebook_id')
      .where('rulebook.name', power.name);
    const { id: versionId } = await version.first<{ id: number }>('rulebook_version.id');
    const id = await bureau.rulebookDrafts.create(versionId, 1, REACH, actor);
    const { guard } = await bureau.rulebookDrafts.find(id, REACH);
    const facts = (power.facts ?? []).map((fact) =>
      fact.name === 'annualAmount' ? { ...fact, unit } : fact,
    );
    const saved = await bureau.rulebookDrafts.save(
      id,
      { text: JSON.stringify({ ...power, facts }), guard },
      REACH,
      actor,
    );
    if (saved.kind !== 'saved') throw new Error('the draft was not saved');
    return { id, guard: saved.guard };
  }

  const YUAN = { zh: '元', en: 'yuan' };
  const propose = ({ id, guard }: { id: number; guard: number }): Promise<unknown> =>
    bureau.proposals
      .propose(id, { guard, reason: '试行' }, REACH, actor)
      .catch((failure: unknown) => failure);

  it('is among the findings of the workbench, and keeps it from being proposed', async () => {
    await adopt();
    const draft = await draftDeclaring(YUAN);
    expect((await team.get(`/rulebooks/drafts/${String(draft.id)}`)).text).to.include(SAID);
    const page = await team.get(`/rulebooks/drafts/${String(draft.id)}/propose`);
    expect(page.text).to.include(SAID).and.not.include('id="propose-reason"');
    expect(await propose(draft)).to.include({ kind: 'invalid', code: 'rulebook-unsound' });
  });

  it('is none where it is declared as the catalogue has it', async () => {
    await adopt();
    expect(await propose(await draftDeclaring(undefined))).to.be.a('number');
  });

  it('that came up after it was proposed is refused in the same words when it is to be approved', async () => {
    const id = await propose(await draftDeclaring(YUAN));
    await adopt();
    const answer = await approve(Number(id));
    expect(answer.status).to.equal(409);
    expect(answer.text).to.include(SAID);
    const { life } = await bureau.approvals.find(Number(id), REACH);
    expect(life.state).to.equal('proposed');
  });

  it('clashes with a rulebook that is approved and not yet in force, and is refused at its own approval', async () => {
    const first = Number(await propose(await draftDeclaring(undefined)));
    const second = Number(await propose(await draftOfTemplate(YUAN)));
    expect((await approve(first)).status).to.equal(303);
    const answer = await approve(second);
    expect(answer.status).to.equal(409);
    expect(answer.text).to.include('“年度经手金额”在已审定、等待生效的').and.include('但单位与这里不同');
    const { life } = await bureau.approvals.find(second, REACH);
    expect(life.state).to.equal('proposed');
  });

  async function approve(id: number): Promise<Response> {
    const party = await signedInAgent(bureau.app, 'party-group');
    const path = `/rulebooks/proposals/${String(id)}`;
    const shown = await party.get(path);
    const hidden = shown.text.matchAll(/<input type="hidden" name="(digest|inForce)" value="([^"]*)"/gu);
    const seen = Object.fromEntries([...hidden].map(([, name = '', value = '']) => [name, value]));
    const signed = { minutes: '纪要〔2021〕9号', password: PASSWORD, _csrf: tokenIn(shown) };
    return party
      .post(`${path}/approve`)
      .type('form')
      .send({ ...seen, ...signed });
  }
});
