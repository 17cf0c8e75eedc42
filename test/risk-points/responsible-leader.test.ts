import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import { gradesUnder, leadersNamed } from '../../src/risk-points/responsible-leader.ts';
import { signedInAgent, testApp, tokenIn, type Agent, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';
import { highMediumLow } from '../support/own-standard.ts';
import { putInForce } from '../support/rulebook-in-force.ts';
import { noticeRulebook } from '../support/shipped-rulebooks.ts';

/** The texts of the grades in a list's rows. */
const GRADES = /<span class="tag s\d">[■▲○—] ([^<]+)<\/span>/gu;

async function gradesShown(agent: Agent, address: string): Promise<readonly string[]> {
  const { text } = await agent.get(address);
  return [...new Set([...text.matchAll(GRADES)].flatMap(([, grade]) => grade ?? []))];
}

describe('the leader whom a rulebook makes responsible for a grade', () => {
  let running: TestApp;
  let leader: Agent;
  before(async () => {
    running = await testApp();
    await putInForce(running, highMediumLow());
    await inspectBureau(running);
    leader = await signedInAgent(running.app, 'principal-leader');
  });
  after(() => running.end());

  it('is told by the rulebook alone, the highest first', () => {
    const { grades } = highMediumLow();
    expect(leadersNamed(grades)).to.deep.equal(['principal-leader', 'leader-in-charge']);
    expect(gradesUnder('principal-leader', grades)).to.deep.equal([1]);
    expect(gradesUnder('division-head', grades)).to.deep.equal([]);
    expect(leadersNamed(noticeRulebook().grades)).to.deep.equal([]);
  });

  it('stands in a column of the list', async () => {
    const { text } = await leader.get('/points?grade=1');
    expect(text).to.include('<th scope="col">责任领导</th>');
    expect(text).to.include('<td data-label="责任领导" class="nowrap">局主要领导</td>');
    expect(text).not.to.include('局分管领导</td>');
  });

  it('narrows the list to the points of their grades, and says so', async () => {
    expect(await gradesShown(leader, '/points?leader=principal-leader')).to.deep.equal(['高']);
    expect(await gradesShown(leader, '/points?leader=leader-in-charge')).to.deep.equal(['中']);
    expect((await leader.get('/points?leader=principal-leader')).text).to.match(/责任领导[:：]局主要领导/u);
    expect(await gradesShown(leader, '/points?leader=principal-leader&grade=2')).to.deep.equal([]);
  });

  it('is no condition of the list where the rulebook does not name them', async () => {
    const { text } = await leader.get('/points?leader=division-head');
    expect(text).to.include('地址中的条件“责任领导”的值“division-head”无效');
    expect(await gradesShown(leader, '/points?leader=division-head')).to.include.members(['高', '中']);
  });

  it('stands in the file taken away', async () => {
    const _csrf = tokenIn(await leader.get('/points'));
    const answer = await leader
      .post('/points/export.csv?leader=principal-leader')
      .type('form')
      .send({ _csrf });
    const lines: string[][] = parse(answer.text, { bom: true, relax_column_count: true });
    const [head, ...rows] = lines.slice(6);
    const at = head?.indexOf('责任领导') ?? -1;
    expect(rows.map((row) => row[at])).to.deep.equal(['局主要领导', '局主要领导', '局主要领导']);
  });

  it('finds on the board how many points are theirs, with the way to them', async () => {
    const { text } = await leader.get('/board');
    expect(text).to.match(
      /“高”的 <a href="\/points\?leader=principal-leader">3<\/a> 个风险点由局主要领导负责/u,
    );
    expect(text).to.match(
      /“中”的 <a href="\/points\?leader=leader-in-charge">\d+<\/a> 个风险点由局分管领导负责/u,
    );
  });

  it('is not spoken of under the notice, which names none', async () => {
    const plain = await testApp();
    try {
      await inspectBureau(plain);
      const agent = await signedInAgent(plain.app, 'principal-leader');
      expect((await agent.get('/points')).text).not.to.include('责任领导');
      expect((await agent.get('/board')).text).not.to.include('责任领导');
    } finally {
      await plain.end();
    }
  });
});
