import { expect } from 'chai';
import type { Response } from 'supertest';
import { COMMAND_LINE } from '../../src/audit/audit-service.ts';
import { gradePath } from '../../src/assessment/paths.ts';
import { pointIdOf, post as postForm } from '../support/assessing.ts';
import { signedInAgent, testApp, tokenIn, type Agent, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';
import { aReadFile } from '../support/read-file.ts';

const MINUTES = '局党组会议纪要〔2021〕8号';
const PAGE = '/points/approve';
const APPROVABLE = 66;
const UNASSESSED = '履约付款拖延';

const MANY = {
  unit: '综合处',
  name: '周某',
  post: '内勤岗',
  duties: '负责内勤。',
  risks: Array.from({ length: 240 }, (_, index) => ({
    text: `第 ${index + 1} 项登记不实。`,
    probability: 'small',
    harm: 'limited',
  })),
} as const;

describe('approving the grades of a list', () => {
  let running: TestApp;
  let party: Agent;
  beforeEach(async () => {
    running = await testApp();
    await inspectBureau(running);
    party = await signedInAgent(running.app, 'party-group');
  });
  afterEach(() => running.end());

  /** Posts the page as it was opened: what it hides, what is ticked, what is typed. */
  function submit(page: Response, typed: Record<string, string | string[]> = {}): Promise<Response> {
    const hidden = (name: string): string =>
      new RegExp(`name="${name}" value="([^"]*)"`, 'u').exec(page.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const kept = { list: hidden('list'), all: hidden('all'), of: 'all', minutes: MINUTES };
    const sent = party.post(PAGE).type('form');
    return sent.send({ _csrf: tokenIn(page), ...kept, ...typed }).then((answer) => answer);
  }

  const seenOn = (page: Response): string[] =>
    [...page.text.matchAll(/name="seen"[^>]* value="([^"]*)"/gu)].map(([, seen = '']) => seen);

  async function approved(): Promise<number> {
    const { read } = running.database;
    const row = await read('risk_point_state')
      .whereNotNull('approved_grade')
      .count({ n: '*' })
      .first<{ n: number }>();
    return row.n;
  }

  async function entries(): Promise<number> {
    const { read } = running.database;
    const known = read('audit_entry').where({ action: 'point.approved' }).count({ n: '*' });
    return (await known.first<{ n: number }>()).n;
  }

  it('approves all that the list leaves under one number of the minutes, with an entry for each', async () => {
    const page = await party.get(PAGE);
    expect(page.text).to.include(`审定 ${APPROVABLE} 个风险点的等级`).and.include('清单中另有 1 个不在此列');
    const answer = await submit(page);
    expect([answer.status, answer.headers['location']]).to.deep.equal([303, '/points']);
    expect((await party.get('/points')).text).to.include(`已审定 ${APPROVABLE} 个风险点：一级`);
    expect([await approved(), await entries()]).to.deep.equal([APPROVABLE, APPROVABLE]);
    expect((await party.get(PAGE)).text).to.include('没有可以审定的风险点');
  });

  it('approves what a filter leaves, or what is ticked, and nothing else', async () => {
    expect((await submit(await party.get(`${PAGE}?grade=1`))).headers['location']).to.equal(
      '/points?grade=1',
    );
    const ones = await approved();
    expect(ones).to.be.above(0).and.below(APPROVABLE);
    const page = await party.get(PAGE);
    const [first = '', second = ''] = seenOn(page);
    expect((await submit(page, { of: 'chosen', seen: [first, second] })).status).to.equal(303);
    expect(await approved()).to.equal(ones + 2);
  });

  it('refuses no minutes and nothing ticked, and keeps what was ticked and typed', async () => {
    const page = await party.get(PAGE);
    const [, second = ''] = seenOn(page);
    const without = await submit(page, { of: 'chosen', seen: second, minutes: ' ' });
    expect([without.status, without.text.includes('请填写会议纪要号')]).to.deep.equal([422, true]);
    expect(without.text).to.match(new RegExp(`value="${second}"[^>]* checked`, 'u'));
    const nothing = await submit(page, { of: 'chosen' });
    expect([nothing.status, nothing.text.includes('请选择要审定的风险点')]).to.deep.equal([422, true]);
    expect(nothing.text).to.include(`value="${MINUTES}"`);
    expect(await approved()).to.equal(0);
  });

  it('approves none where one changed meanwhile or was approved, names them, and keeps the rest', async () => {
    const page = await party.get(PAGE);
    const changed = await pointIdOf(running, '验收走过场，以次充好。');
    const group = await signedInAgent(running.app, 'assessment-group');
    const shown = await group.get(`/points/${String(changed)}`);
    const typed = { grade: '1', reason: '金额大。' };
    expect((await postForm(group, gradePath('override', changed), shown, typed)).status).to.equal(303);
    const early = await pointIdOf(running, '收受礼品礼金。');
    const seen = (await party.get(`/points/${String(early)}`)).text;
    expect(seen).to.include('审定等级');
    const own = await party.get(`/points/${String(early)}`);
    await postForm(party, gradePath('approve', early), own, { minutes: '〔2021〕7号' });

    const answer = await submit(page);
    expect(answer.status).to.equal(409);
    expect(answer.text)
      .to.include('没有审定任何风险点：2 个不能审定')
      .and.match(/“验收走过场，以次充好。”（办公室）：您打开页面以后有了变化/u)
      .and.match(/“收受礼品礼金。”（[^）]*）：这个风险点已经审定/u)
      .and.include(`value="${MINUTES}"`);
    expect(await approved()).to.equal(1);
    expect((await submit(answer)).status).to.equal(303);
    expect(await approved()).to.equal(APPROVABLE);
  });

  it('refuses an unassessed point by name, and a form that nobody was given', async () => {
    const page = await party.get(PAGE);
    const { read } = running.database;
    const point = await read('risk_point_state')
      .join('risk_point_revision', 'risk_point_revision.id', 'risk_point_state.revision_id')
      .where('risk_point_revision.text', 'like', `${UNASSESSED}%`)
      .first<{ id: number; revision: number; kept: number }>({
        id: 'risk_point_state.risk_point_id',
        revision: 'risk_point_state.revision_id',
        kept: 'risk_point_state.case_id',
      });
    const forged = [point.id, point.revision, point.kept, 1, 0, 0].join('.');
    const answer = await submit(page, { of: 'chosen', seen: [...seenOn(page), forged] });
    expect(answer.status).to.equal(409);
    expect(answer.text).to.include('还没有定级');
    expect((await submit(page, { of: 'chosen', seen: '1.2.3' })).status).to.equal(422);
    expect((await submit(page, { of: 'chosen', seen: '999999.1.1.1.0.0' })).status).to.equal(404);
    expect(await approved()).to.equal(0);
  });

  it('lets one of two approvers be first, and approves nothing twice', async () => {
    const page = await party.get(PAGE);
    const answers = await Promise.all([submit(page), submit(page)]);
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([303, 409]);
    expect(await entries()).to.equal(APPROVABLE);
    expect(await running.database.read('grade_approval')).to.have.lengthOf(APPROVABLE);
  });

  it('approves three hundred points at once', async () => {
    const read = aReadFile([MANY], '自查表二.docx');
    const files = [{ read, digest: 'two' }];
    const request = { files, year: 2021, bureau: '市商务局', dryRun: false, mayCreate: true };
    expect((await running.imports.import(request, COMMAND_LINE)).written).to.equal(true);
    const page = await party.get(PAGE);
    expect(seenOn(page)).to.have.lengthOf(50);
    expect((await submit(page)).status).to.equal(303);
    expect(await approved()).to.equal(APPROVABLE + MANY.risks.length);
    const rollup = await running.database
      .read('rollup_grade')
      .where({ state: 'approved' })
      .sum({ n: 'points' });
    expect(rollup).to.deep.equal([{ n: APPROVABLE + MANY.risks.length }]);
  });

  it('is offered to who approves alone', async () => {
    expect((await party.get('/points?grade=1')).text).to.include('href="/points/approve?grade=1"');
    const group = await signedInAgent(running.app, 'assessment-group');
    expect((await group.get('/points')).text).not.to.include('/points/approve');
    expect((await group.get(PAGE)).status).to.equal(403);
  });
});
