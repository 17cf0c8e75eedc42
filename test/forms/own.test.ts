import { expect } from 'chai';
import { pointIdOf } from '../support/assessing.ts';
import { signedInAgent, testApp, type Agent, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';

const OWN = '申报指南设置倾向性条件，为特定企业量身定做。';
const OTHER = '与供应商串通，泄露标底。';

describe('the first page of a post-holder', () => {
  let running: TestApp;
  let holder: Agent;
  beforeEach(async () => {
    running = await testApp();
    await inspectBureau(running);
    holder = await signedInAgent(running.app, 'post-holder');
  });
  afterEach(() => running.end());

  /** The office says whose account it is. */
  function link(name: string): Promise<void> {
    return running.database.transaction(async (transaction) => {
      const person = transaction('person').where({ name }).select('id');
      await transaction('account').where({ username: 'post-holder' }).update({ person_id: person });
    });
  }

  function showGrades(): Promise<void> {
    return running.database.transaction(async (transaction) => {
      await transaction('campaign').update({ shows_grades_to_holders: 1 });
    });
  }

  it('is where they begin, and says what to do while the account belongs to nobody', async () => {
    const start = await holder.get('/').redirects(2);
    expect(start.text).to.include('账号还没有对应到本人').and.to.include('请联系局办公室');
    expect(start.text).not.to.include(OWN);
  });

  it('shows own posts, form, points and measures with the file they came from', async () => {
    await link('吴启航');
    const { text } = await holder.get('/my');
    for (const words of [
      '对外贸易处 · 外贸扶持资金岗',
      OWN,
      '由三人以上小组论证',
      '来自 自查表.docx',
      '已报送',
    ]) {
      expect(text).to.include(words);
    }
  });

  it('shows nothing of anybody else, not even of the same division', async () => {
    await link('钱某');
    const { text } = await holder.get('/my');
    expect(text).to.include('收受礼品礼金。');
    expect([text.includes(OWN), text.includes(OTHER), text.includes('吴启航')]).to.deep.equal([
      false,
      false,
      false,
    ]);
  });

  it('shows no grade, probability or harm by default', async () => {
    await link('吴启航');
    const { text } = await holder.get('/my');
    expect(text).to.include('不向填报人显示');
    expect(/一级|二级|三级|待评定|较高|严重/u.test(text)).to.equal(false);
  });

  it('shows them where the campaign says so', async () => {
    await link('吴启航');
    await showGrades();
    const { text } = await holder.get('/my');
    expect(text).to.include('■ 一级').and.to.include('发生机率：较高，危害程度：严重');
    expect(text).not.to.include('不向填报人显示');
  });

  it('is all they reach: no point, no list, no form of their own division', async () => {
    await link('吴启航');
    await showGrades();
    const id = await pointIdOf(running, OWN);
    const statuses = await Promise.all(
      [`/points/${id}`, `/points/${id}/assess`, '/points', '/points/assess', '/forms'].map(
        async (path) => (await holder.get(path)).status,
      ),
    );
    expect(statuses).to.deep.equal([403, 403, 403, 403, 403]);
  });
});
