import { expect } from 'chai';
import type { Response } from 'supertest';
import { inspectBureau } from '../support/inspected-bureau.ts';
import { signedInAgent, testApp, tokenIn, type Agent, type TestApp } from '../support/http.ts';

const REASON = '本处室只填报需求，采购由局办公室统一办理。';

describe('applying for an exemption', () => {
  let running: TestApp;
  let head: Agent;
  let assessor: Agent;
  let unitId = 0;
  let formOfHead = '';
  beforeEach(async () => {
    running = await testApp();
    await inspectBureau(running);
    head = await signedInAgent(running.app, 'division-head');
    assessor = await signedInAgent(running.app, 'assessment-group');
    const unit = await running.database
      .read('org_unit')
      .where({ name: '对外贸易处' })
      .first<{ id: number }>('id');
    unitId = unit.id;
    formOfHead = `/coverage/divisions/${unitId}/exemption`;
  });
  afterEach(() => running.end());

  /** Posts what a page's form holds. */
  async function post(
    agent: Agent,
    path: string,
    fields: Readonly<Record<string, string>>,
  ): Promise<Response> {
    const _csrf = tokenIn(await agent.get('/coverage/exemptions'));
    return agent
      .post(path)
      .type('form')
      .send({ _csrf, ...fields });
  }

  async function applied(): Promise<string> {
    await post(head, formOfHead, { domain: 'procurement', reason: REASON });
    const row = await running.database
      .read('coverage_exemption')
      .orderBy('id', 'desc')
      .first<{ id: number }>('id');
    return `/coverage/exemptions/${row.id}`;
  }

  async function statusOfCell(): Promise<string> {
    const campaign = await running.campaigns.inView({ unitPaths: ['/'] }, 2021);
    const cells = await running.coverage.ofCampaign(campaign);
    const cell = cells.find((one) => one.unitId === unitId && one.domain === 'procurement');
    return cell?.status ?? 'none';
  }

  it('says back what was typed when the reason is too short, beside the field', async () => {
    const answer = await post(head, formOfHead, { domain: 'procurement', reason: '无关' });
    expect(answer.status).to.equal(422);
    expect(answer.text).to.include('<a href="#reason">理由至少写 10 个字</a>');
    expect(answer.text).to.match(/<textarea[^>]*aria-invalid="true"[^>]*>无关<\/textarea>/u);
    expect(answer.text).to.include('<option value="procurement" selected>');
  });

  it('asks for a domain that exists', async () => {
    const answer = await post(head, formOfHead, { domain: 'everything', reason: REASON });
    expect([answer.status, answer.text.includes('<a href="#domain">请选择重点领域</a>')]).to.deep.equal([
      422,
      true,
    ]);
  });

  it('closes the gap only once somebody else approved it, and leaves a trail without the reason', async () => {
    const application = await applied();
    expect(await statusOfCell()).to.equal('gap');
    const answer = await post(assessor, `${application}/decision`, {
      command: 'approve',
      seen: '1',
      reason: '',
    });
    expect([answer.status, answer.headers['location']]).to.deep.equal([303, application]);
    expect(await statusOfCell()).to.equal('exempt');
    const trail = await running.database
      .read('audit_entry')
      .where({ object_type: 'coverage-exemption' })
      .orderBy('sequence')
      .select<{ action: string; details: string }[]>('action', 'details');
    expect(trail.map(({ action }) => action)).to.deep.equal(['exemption.requested', 'exemption.approved']);
    expect(trail.some(({ details }) => details.includes('采购由局办公室'))).to.equal(false);
  });

  it('refuses a second application while one waits', async () => {
    await applied();
    const answer = await post(head, formOfHead, { domain: 'procurement', reason: REASON });
    expect([answer.status, answer.text.includes('不能重复申请')]).to.deep.equal([422, true]);
  });

  it('needs a reason to refuse, and keeps the gap', async () => {
    const application = await applied();
    const without = await post(assessor, `${application}/decision`, {
      command: 'refuse',
      seen: '1',
      reason: '',
    });
    expect([without.status, without.text.includes('<a href="#reason">请写明理由</a>')]).to.deep.equal([
      422,
      true,
    ]);
    const reason = '职责写明负责本处政府采购，应当查找。';
    await post(assessor, `${application}/decision`, { command: 'refuse', seen: '1', reason });
    expect(await statusOfCell()).to.equal('gap');
    expect((await head.get(application)).text).to.include(reason);
  });

  it('can be withdrawn by the applicant, after which nobody approves it', async () => {
    const application = await applied();
    await post(head, `${application}/withdrawal`, { seen: '1', reason: '' });
    const late = await post(assessor, `${application}/decision`, {
      command: 'approve',
      seen: '1',
      reason: '看过了',
    });
    expect(late.status).to.equal(409);
    expect(late.text).to.include('您看到的：待审核').and.to.include('现在：已撤回').and.to.include('看过了');
    expect(await statusOfCell()).to.equal('gap');
  });

  it('says that somebody else has decided before it asks for a reason', async () => {
    const application = await applied();
    await post(assessor, `${application}/decision`, { command: 'approve', seen: '1', reason: '' });
    const late = await post(assessor, `${application}/decision`, {
      command: 'refuse',
      seen: '1',
      reason: '',
    });
    expect(late.status).to.equal(409);
    expect(late.text).to.include('您看到的：待审核').and.to.include('现在：已同意');
  });

  it('lets an approval be revoked with a reason, after which the domain counts again', async () => {
    const application = await applied();
    await post(assessor, `${application}/decision`, { command: 'approve', seen: '1', reason: '' });
    const reason = '今年新增了采购职责，应当查找风险点。';
    await post(assessor, `${application}/decision`, { command: 'revoke', seen: '2', reason });
    expect(await statusOfCell()).to.equal('gap');
  });

  it('refuses whoever decides on an own application, with a reference number', async () => {
    const both = { username: 'both', displayName: '王五', password: 'correct-horse-battery' };
    await running.database.transaction((transaction) =>
      running.accounts.create(
        {
          ...both,
          assignments: [
            { role: 'division-head', unitId },
            { role: 'assessment-group', unitId: 1 },
          ],
        },
        { accountId: null, name: 'test' },
        transaction,
      ),
    );
    // The role is only the name that the helper signs in with.
    const agent = await signedInAgent(running.app, both.username as 'auditor');
    await post(agent, formOfHead, { domain: 'procurement', reason: REASON });
    const page = await agent.get('/coverage/exemptions/1');
    expect(page.text).to.include('这是您自己的申请，须由其他人审核');
    const answer = await post(agent, '/coverage/exemptions/1/decision', { command: 'approve', seen: '1' });
    expect([answer.status, answer.text.includes('不能审核自己的申请')]).to.deep.equal([403, true]);
    expect(await statusOfCell()).to.equal('gap');
  });
});
