import { expect } from 'chai';
import type { Response } from 'supertest';
import { PASSWORD, signedInAgent, testApp, tokenIn, type Agent, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';
import type { noticeRulebook } from '../support/shipped-rulebooks.ts';
import { HOUR } from '../support/test-clock.ts';

const REACH = { unitPaths: ['/1/'] };
const MINUTES = '党组会纪要〔2021〕9号';

describe('a rulebook on its way into force, and back', () => {
  let bureau: TestApp;
  let team: Agent;
  let party: Agent;
  beforeEach(async () => {
    bureau = await testApp();
    await inspectBureau(bureau);
    team = await signedInAgent(bureau.app, 'discipline-team');
    party = await signedInAgent(bureau.app, 'party-group');
  });
  afterEach(() => bureau.end());

  /** A draft of the rules in force with a change of its text. */
  async function draftOf(change: (text: string) => string): Promise<number> {
    const { id: accountId } = await bureau.database
      .read('account')
      .where({ username: 'discipline-team' })
      .first<{ id: number }>('id');
    const actor = { accountId, name: '张三' };
    const { id: versionId } = await bureau.rulebooks.inForce('grading', '/1/');
    const id = await bureau.rulebookDrafts.create(versionId, 1, REACH, actor);
    const draft = await bureau.rulebookDrafts.find(id, REACH);
    const saved = await bureau.rulebookDrafts.save(
      id,
      { text: change(draft.text), guard: draft.guard },
      REACH,
      actor,
    );
    if (saved.kind !== 'saved') throw new Error('the draft was not saved');
    return id;
  }

  /** The notice with an adjustment: approvals are grade 2 at least. */
  function stricter(text: string): string {
    const rulebook = JSON.parse(text) as ReturnType<typeof noticeRulebook>;
    const words = { zh: '审批从严', en: 'Approvals: stricter' };
    const when = { fact: 'domain', operator: 'equal', value: 'approvals' } as const;
    const rule = {
      ...{ name: 'approvals-stricter', title: words, reason: words, clause: '3.3-grade-2', when },
      effect: { noMilderThan: 2 },
    };
    return JSON.stringify({ ...rulebook, adjustments: [rule] });
  }

  async function post(
    agent: Agent,
    page: string,
    path: string,
    fields: Record<string, string>,
  ): Promise<Response> {
    const shown = await agent.get(page);
    return agent
      .post(path)
      .type('form')
      .send({ ...hiddenIn(shown), ...fields, _csrf: tokenIn(shown) });
  }

  function hiddenIn(page: Response): Record<string, string> {
    const hidden = page.text.matchAll(/<input type="hidden" name="(guard|digest|inForce)" value="([^"]*)"/gu);
    return Object.fromEntries([...hidden].map(([, name = '', value = '']) => [name, value]));
  }

  async function propose(id: number): Promise<string> {
    const path = `/rulebooks/drafts/${String(id)}/propose`;
    const answer = await post(team, path, path, { reason: '审批事项多发，从严。' });
    expect(answer.status, answer.text).to.equal(303);
    return String(answer.headers['location']);
  }

  function approve(agent: Agent, proposal: string, fields: Record<string, string> = {}): Promise<Response> {
    return post(agent, proposal, `${proposal}/approve`, { minutes: MINUTES, password: PASSWORD, ...fields });
  }

  async function gradeTwo(): Promise<number> {
    const row = await bureau.database
      .read('rollup_grade')
      .where({ grade: 2 })
      .sum({ points: 'points' })
      .first<{ points: number | null }>();
    return row.points ?? 0;
  }

  it('is proposed with a reason, approved by another person, comes into force, and is undone', async () => {
    const before = await gradeTwo();
    const { id: shipped } = await bureau.rulebooks.inForce('grading', '/1/');
    const proposal = await propose(await draftOf(stricter));
    expect((await team.get(proposal)).text)
      .to.include('审批事项多发，从严。')
      .and.include('60');
    const approved = await approve(party, proposal);
    expect(approved.status, approved.text).to.equal(303);
    await bureau.jobRunner.runWaiting();
    expect((await party.get(String(approved.headers['location']))).text).to.include('已生效');
    expect(await gradeTwo()).to.equal(before + 60);
    const list = await team.get('/rulebooks');
    expect(list.text).to.match(/\d+ 个风险点中 60 个等级变动/u);

    const earlier = `/rulebooks/versions/${String(shipped)}/reinstate?unit=1`;
    expect(list.text).to.include(`href="${earlier}"`);
    expect((await team.get(earlier)).text)
      .to.include('提请恢复')
      .and.not.include('启用');
    const again = await post(team, earlier, earlier.split('?')[0] ?? '', { reason: '试行效果不好。' });
    expect(again.status, again.text).to.equal(303);
    expect((await approve(party, String(again.headers['location']))).status).to.equal(303);
    await bureau.jobRunner.runWaiting();
    expect(await gradeTwo()).to.equal(before);
  });

  it('is not approved by who proposed it, by a role that may not, or without minutes and password', async () => {
    const proposal = await propose(await draftOf(stricter));
    await bureau.database.transaction(async (transaction) => {
      const { id } = await transaction('account')
        .where({ username: 'discipline-team' })
        .first<{ id: number }>('id');
      // Nobody holds both roles at once: the database sees to it. Somebody may change from one to the other.
      await transaction('role_assignment').where({ account_id: id }).delete();
      await transaction('role_assignment').insert({ account_id: id, role: 'party-group', unit_id: 1 });
    });
    const own = await post(team, proposal, `${proposal}/approve`, { minutes: MINUTES, password: PASSWORD });
    expect(own.status).to.equal(403);
    expect((await team.get(proposal)).text).to.include('须由另一人审定');
    const office = await signedInAgent(bureau.app, 'office');
    expect((await approve(office, proposal)).status).to.equal(403);
    const empty = await approve(party, proposal, { minutes: ' ' });
    expect([empty.status, empty.text.includes('请填写会议纪要编号')]).to.deep.equal([422, true]);
    const wrong = await approve(party, proposal, { password: 'guessed' });
    expect([wrong.status, wrong.text.includes(MINUTES)]).to.deep.equal([422, true]);
    expect(wrong.text).not.to.include('guessed');
    expect((await approve(party, proposal, { activeOn: '2021-04-21' })).status).to.equal(422);
    expect((await bureau.rulebooks.inForce('grading', '/1/')).version).to.equal('shipped');
  });

  it('is not approved under another digest than was seen, nor after other rules came into force', async () => {
    const proposal = await propose(await draftOf(stricter));
    expect((await approve(party, proposal, { digest: 'another' })).status).to.equal(409);
    expect((await approve(party, proposal, { inForce: '2' })).status).to.equal(409);
    expect((await approve(party, proposal)).status).to.equal(303);
    const twice = await post(party, proposal, `${proposal}/return`, { reason: '再议' });
    expect(twice.status).to.equal(409);
  });

  it('is not proposed unsound, without a reason, or after the draft was saved again', async () => {
    const unsound = await draftOf((text) => text.replace('"requires"', '"needs"'));
    const path = `/rulebooks/drafts/${String(unsound)}/propose`;
    expect((await team.get(path)).text).to.include('改好后才能提请审定');
    await team.get('/language?to=en');
    const english = (await team.get(path)).text;
    await team.get('/language?to=zh');
    const faults = /<ol>\s*<li>(?:(?!<ol>).)*?<span class="sub">.*?<\/ol>/su.exec(english)?.[0] ?? '';
    expect(faults)
      .to.match(/[a-z]+ [a-z]+/u)
      .and.not.match(/[\u4e00-\u9fff]/u);
    const forced = await post(team, path, path, { reason: '急', guard: '2' });
    expect(forced.status).to.equal(422);
    const draft = await bureau.rulebookDrafts.find(unsound, REACH);
    await bureau.rulebookDrafts.discard(unsound, draft.guard, REACH, { accountId: 1, name: '张三' });
    const sound = await draftOf(stricter);
    const proposing = `/rulebooks/drafts/${String(sound)}/propose`;
    expect((await post(team, proposing, proposing, { reason: ' ' })).status).to.equal(422);
    expect((await post(team, proposing, proposing, { reason: '从严', guard: '1' })).status).to.equal(409);
    expect(await bureau.database.read('rulebook_version').whereNotNull('unit_id')).to.deep.equal([]);
  });

  it('goes back to its draft with a reason', async () => {
    const proposal = await propose(await draftOf(stricter));
    const answer = await post(party, proposal, `${proposal}/return`, { reason: '依据不足。' });
    expect(answer.status).to.equal(303);
    const [draft] = await bureau.rulebookDrafts.list(REACH);
    expect(draft?.text).to.include('approvals-stricter');
    expect((await team.get(proposal)).text)
      .to.include('依据不足。')
      .and.include('已退回');
  });

  it('waits for its day, and starts before it when the party group wants', async () => {
    const proposal = await propose(await draftOf(stricter));
    const approved = await approve(party, proposal, { activeOn: '2021-04-24' });
    const progress = String(approved.headers['location']);
    await bureau.jobRunner.runWaiting();
    expect((await party.get(progress)).text).to.include('等待 2021 年 4 月 24 日');
    bureau.clock.pass(48 * HOUR);
    await bureau.jobRunner.runWaiting();
    expect((await bureau.rulebooks.inForce('grading', '/1/')).version).to.equal('v2');
  });
});
