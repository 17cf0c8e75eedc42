import { expect } from 'chai';
import { signedInAgent, testApp, type Agent, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';
import { idNamed, sendOffice } from '../support/office-form.ts';

describe('the key domains of a post', () => {
  let running: TestApp;
  let office: Agent;
  let id: number;
  let post: string;
  beforeEach(async () => {
    running = await testApp();
    await inspectBureau(running);
    office = await signedInAgent(running.app, 'office');
    id = await idNamed(running, 'post', '行政审批岗');
    post = `/organisation/posts/${String(id)}`;
  });
  afterEach(() => running.end());

  it('are unanswered until somebody answers it, and say how many are', async () => {
    const before = await office.get(post);
    expect(before.text)
      .to.include('还有 11 个领域没有核定')
      .and.not.to.match(/type="radio"[^>]*checked/u);
    const answered = { duties: '负责行政审批。', approvals: 'yes', finance: 'no' };
    expect((await sendOffice(office, post, `${post}/domains`, answered)).status).to.equal(303);
    const after = await office.get(post);
    expect(after.text).to.include('还有 9 个领域没有核定');
    expect(
      [...after.text.matchAll(/id="([a-z-]+)"[^>]*checked/gu)].map(([, chosen]) => chosen),
    ).to.deep.equal(['finance-no', 'approvals-yes']);
    expect(
      (await sendOffice(office, post, `${post}/domains`, { ...answered, finance: 'open' })).status,
    ).to.equal(303);
    expect(
      await running.database.read('post_domain').where({ post_id: id, domain: 'finance' }),
    ).to.deep.equal([]);
    expect((await office.get(post)).text).to.include('还有 10 个领域没有核定');
  });

  it('are suggested by what the duties are changed to, to be confirmed', async () => {
    const changed = await sendOffice(office, post, `${post}/domains`, {
      duties: '负责行政审批；\r\n负责政府采购。',
    });
    expect(changed.status).to.equal(303);
    const page = await office.get(post);
    expect(page.text)
      .to.match(/职责中的“[^”]*政府采购/u)
      .and.to.include('其中 2 个由系统按职责提出');
    const domains = (await running.database
      .read('post_domain')
      .where({ post_id: id })
      .orderBy('domain')
      .select('domain', 'state')) as unknown[];
    expect(domains).to.deep.equal([
      { domain: 'approvals', state: 'suggested' },
      { domain: 'procurement', state: 'suggested' },
    ]);
    await sendOffice(office, post, `${post}/domains`, { duties: '负责行政审批。' });
    expect((await office.get(post)).text).to.include('其中 1 个由系统按职责提出');
  });
});
