import { expect } from 'chai';
import { testApp, signedInAgent, type Agent, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';
import { withoutOtherVersions } from '../support/other-versions.ts';
import { approved } from '../support/proposing.ts';
import { addOwnFacts } from '../support/rule-change.ts';
import { stricterNotice } from '../support/stricter-rulebook.ts';

/** Of the point whose own amount the stricter rules grade otherwise. */
const MOVED = 10;

describe('a closed campaign, when rules change', () => {
  let bureau: TestApp;
  let agent: Agent;
  beforeEach(async () => {
    bureau = await testApp();
    await inspectBureau(bureau);
    await addOwnFacts(bureau);
    agent = await signedInAgent(bureau.app, 'discipline-team');
  });
  afterEach(() => bureau.end());

  /** What a year's pages say of its points. */
  async function pages(): Promise<readonly string[]> {
    const texts: string[] = [];
    for (const path of [
      '/board?year=2021',
      '/points?year=2021&size=200',
      `/points/${String(MOVED)}`,
      '/coverage',
    ]) {
      const { text } = await agent.get(path).expect(200);
      const main = /<main[\s\S]*<\/main>/u.exec(withoutOtherVersions(text))?.[0] ?? '';
      texts.push(main.replaceAll(/value="[\w.-]{20,}"/gu, ''));
    }
    return texts;
  }

  async function close(): Promise<void> {
    await bureau.database.transaction((transaction) =>
      transaction('campaign')
        .update({ state: 'closed' })
        .then(() => undefined),
    );
  }

  async function change(): Promise<void> {
    await approved(bureau, stricterNotice());
    await bureau.jobRunner.runWaiting();
  }

  it('shows on every page what it was closed with', async () => {
    await close();
    const before = await pages();
    expect(before.every((page) => page.length > 200)).to.equal(true);
    await change();
    expect(await pages()).to.deep.equal(before);
  });

  it('tells on the page of a point what it would be under the version in force now', async () => {
    await close();
    await change();
    const { text } = await agent.get(`/points/${String(MOVED)}`);
    const [, section = ''] = text.split('id="other-versions"');
    expect(section.split('</section>')[0]).to.include('（v2）').and.include('现行');
  });

  it('is still judged by the version that it was closed with, after a second change', async () => {
    await close();
    const campaign = { id: 1, bureau: { path: '/1/' } };
    const first = await bureau.rulebooks.inForce('grading', '/1/');
    await change();
    await change();
    expect((await bureau.rulebooks.judging('grading', campaign)).id).to.equal(first.id);
    expect((await bureau.rulebooks.inForce('grading', '/1/')).id).to.not.equal(first.id);
  });

  it('is judged by the new version as long as it is open', async () => {
    const before = await pages();
    await change();
    expect(await pages()).to.not.deep.equal(before);
  });
});
