import { expect } from 'chai';
import type { Actor } from '../../src/audit/audit-entry.ts';
import type { GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import { signedInAgent, testApp, type Agent, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';

const REACH = { unitPaths: ['/1/'] };
const REASON = { zh: '本局先抓机率小的。', en: 'Our bureau begins there.' };

describe('what keeps a draft from being proposed', () => {
  let bureau: TestApp;
  let team: Agent;
  let actor: Actor;
  let draft = 0;
  beforeEach(async () => {
    bureau = await testApp();
    await inspectBureau(bureau);
    team = await signedInAgent(bureau.app, 'discipline-team');
    const account = bureau.database.read('account').where({ username: 'discipline-team' });
    const { id } = await account.first<{ id: number }>('id');
    actor = { accountId: id, name: '张三' };
    const { id: versionId } = await bureau.rulebooks.inForce('grading', '/1/');
    draft = await bureau.rulebookDrafts.create(versionId, 1, REACH, actor);
  });
  afterEach(() => bureau.end());

  async function change(...edits: readonly Parameters<TestApp['workbench']['edit']>[2][]): Promise<void> {
    for (const edit of edits) {
      const { guard } = await bureau.rulebookDrafts.find(draft, REACH);
      const outcome = await bureau.workbench.edit(draft, guard, edit, REACH, actor);
      expect(outcome.kind).to.equal('saved');
    }
  }

  const page = async (): Promise<string> =>
    (await team.get(`/rulebooks/drafts/${String(draft)}/propose`)).text;

  async function proposed(): Promise<GradingRulebook> {
    const { guard } = await bureau.rulebookDrafts.find(draft, REACH);
    const id = await bureau.proposals.propose(draft, { guard, reason: '从严。' }, REACH, actor);
    const { life } = await bureau.approvals.find(id, REACH);
    return JSON.parse(life.body) as GradingRulebook;
  }

  it('is no example that says what held before: the page lists it, and proposing corrects it', async () => {
    await change({ kind: 'set-cells', cells: [{ row: 'small', column: 'limited', grade: 2 }] });
    expect(await page())
      .to.include('按下列更正后示例全部通过')
      .and.include('随之更正的示例')
      .and.match(/三级 → 二级/u)
      .and.include('id="propose-reason"');
    const { examples } = await proposed();
    const small = examples.find(
      ({ facts }) => facts['probability'] === 'small' && facts['harm'] === 'limited',
    );
    expect(small?.expect).to.deep.equal({ grade: 2 });
  });

  it('is no want of changes where a template, which is not in force, is taken as it is', async () => {
    const template = await bureau.rulebooks.find('post-by-count@shipped');
    const id = await bureau.rulebookDrafts.create(template?.id ?? 0, 1, REACH, actor);
    const bench = async (which: number): Promise<string> =>
      (await team.get(`/rulebooks/drafts/${String(which)}`)).text;
    expect(await bench(id)).to.include(`href="/rulebooks/drafts/${String(id)}/propose#propose-reason"`);
    expect(await bench(draft)).to.include('还没有改动');
  });

  it('is an example that the draft itself brought and does not fulfil', async () => {
    const facts = { probability: 'small', harm: 'limited', domain: 'approvals' } as const;
    const name = { zh: '必须一级', en: 'Must be grade 1' };
    await change({ kind: 'add-example', example: { name, facts, expect: { grade: 1 } } });
    expect(await page())
      .to.include('检查发现 1 个问题')
      .and.include('必须一级')
      .and.not.include('id="propose-reason"');
    expect(await proposed().catch((failure: unknown) => failure)).to.include({ code: 'rulebook-unsound' });
  });

  it('is an inversion, until it is explained', async () => {
    await change({ kind: 'set-cells', cells: [{ row: 'small', column: 'limited', grade: 1 }] });
    expect(await page())
      .to.include('改好后才能提请审定')
      .and.not.include('id="propose-reason"');
    const bench = (await team.get(`/rulebooks/drafts/${String(draft)}`)).text;
    expect(bench).to.include('href="#cell-small-limited"').and.include('id="cell-small-limited"');
    expect(bench).to.include('href="#example-0"').and.include('id="example-0"');
    for (;;) {
      const { blocked } = await bureau.proposals.prospect(draft, REACH);
      const [inversion] = blocked;
      if (inversion === undefined) break;
      const [better, worse] = [known(inversion.against ?? {}), known(inversion.facts)];
      await change({ kind: 'explain', better, worse, reason: REASON, clause: '3.3-grade-1' });
    }
    expect((await proposed()).explained).not.to.be.empty;
  });
});

function known(facts: Readonly<Record<string, string | number | boolean | null>>) {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([fact, value]) => (value === null ? [] : [[fact, value] as const])),
  );
}
