import { expect } from 'chai';
import { signedInAgent, testApp, type Agent, type TestApp } from '../support/http.ts';
import { HOSTILE_UNIT, inspectBureau, PAYLOAD } from '../support/inspected-bureau.ts';
import { lengthOfList, numbersIn } from '../support/number-links.ts';

describe('the pages that people see', () => {
  let running: TestApp;
  let leader: Agent;
  let head: Agent;
  before(async () => {
    running = await testApp();
    await inspectBureau(running);
    leader = await signedInAgent(running.app, 'party-group');
    head = await signedInAgent(running.app, 'division-head');
  });
  after(() => running.end());

  async function unitId(name: string): Promise<number> {
    const units = await running.organisation.units({ unitPaths: ['/'] });
    const unit = units.find((candidate) => candidate.name === name);
    if (unit === undefined) throw new Error(`no unit ${name}`);
    return unit.id;
  }

  async function pageOf(agent: Agent, path: string, status = 200): Promise<string> {
    const response = await agent.get(path);
    expect(response.status, path).to.equal(status);
    return response.text;
  }

  /** Numbers that lead to a list of another length, and how many numbers there are. */
  async function wrongNumbers(agent: Agent, path: string): Promise<readonly [string[], number]> {
    const numbers = numbersIn(await pageOf(agent, path));
    const wrong: string[] = [];
    for (const { number, href } of numbers) {
      const found = lengthOfList(await pageOf(agent, href.replace(/#.*$/u, '')), href);
      if (found !== number) wrong.push(`${path}: ${number} leads to ${href} of ${found ?? 'nothing'}`);
    }
    return [wrong, numbers.length];
  }

  it('lead from every number of the board to a list of that length', async () => {
    const [wrong, numbers] = await wrongNumbers(leader, '/board');
    expect([wrong, numbers > 50]).to.deep.equal([[], true]);
  });

  it('lead from every number of the coverage to a list of that length', async () => {
    const [wrong, numbers] = await wrongNumbers(leader, '/coverage');
    expect([wrong, numbers > 1]).to.deep.equal([[], true]);
  });

  it("lead from every number of a division's page to a list of that length", async () => {
    const [wrong, numbers] = await wrongNumbers(leader, `/board/divisions/${await unitId('办公室')}`);
    expect([wrong, numbers > 15]).to.deep.equal([[], true]);
  });

  it('lead from every number of the forms on file to a list of that length', async () => {
    const [wrong, numbers] = await wrongNumbers(leader, '/forms');
    expect([wrong, numbers > 6]).to.deep.equal([[], true]);
  });

  for (const [place, links] of [
    ['/forms', /^\/points\?form=\d+(?:&measures=some)?$/u],
    ['a division', /^\/points\?unit=\d+&post=\d+/u],
  ] as const) {
    it(`have such numbers for each ${place === '/forms' ? 'form' : 'post'}`, async () => {
      const path = place === '/forms' ? place : `/board/divisions/${await unitId('办公室')}`;
      const numbers = numbersIn(await pageOf(leader, path));
      expect(numbers.filter(({ href }) => links.test(href)).length > 3).to.equal(true);
    });
  }

  it('show a division head numbers of the own division alone, and lists as long', async () => {
    const [wrong, numbers] = await wrongNumbers(head, '/coverage');
    expect([wrong, numbers > 0]).to.deep.equal([[], true]);
    expect(await pageOf(head, '/coverage')).not.to.contain('办公室</a>');
  });

  it('bring a division head to the own division', async () => {
    const response = await head.get('/division');
    expect([response.status, response.headers['location']]).to.deep.equal([
      303,
      `/board/divisions/${await unitId('对外贸易处')}`,
    ]);
  });

  it('tell a division head what to do about a gap', async () => {
    const page = await pageOf(head, `/board/divisions/${await unitId('对外贸易处')}`);
    expect(page).to.contain('采购工作：1 个岗位涉及，0 个风险点');
    expect(page).to.contain('请外贸扶持资金岗（吴启航）补充自查');
  });

  it('keep other divisions from a division head', async () => {
    await pageOf(head, `/board/divisions/${await unitId('办公室')}`, 404);
    const list = await pageOf(head, `/points?unit=${await unitId('办公室')}`);
    expect(list).to.contain('地址中的条件“单位”的值').and.not.to.contain('化整为零');
  });

  for (const query of [
    'domain=gardening',
    'grade=9',
    'page=abc',
    'page=0',
    'unit=999999',
    'unit=abc',
    'state=lost',
    'probability=zzz',
    'harm=%3Cscript%3E',
    'measures=few',
    'form=999999',
    'declared=perhaps',
    'year=1999',
  ]) {
    it(`answer /points?${query} with the list and a notice`, async () => {
      expect(await pageOf(leader, `/points?${query}`)).to.contain('无效，已忽略');
    });
  }

  it('read the last of a condition given twice', async () => {
    expect(await pageOf(leader, '/points?grade=1&grade=unassessed')).to.contain('风险等级：待评定');
  });

  it('answer a page past the end with the last one', async () => {
    expect(await pageOf(leader, '/points?page=99')).to.contain('第 51–67 条，共 67 条');
  });

  for (const path of [
    '/points/abc',
    '/points/0',
    '/points/999999',
    '/board/divisions/abc',
    '/points?year=2050',
  ]) {
    it(`say that there is nothing at ${path}`, async () => {
      expect(await pageOf(leader, path, 404)).to.contain('没有找到');
    });
  }

  it('say why a point has its grade, with the clause', async () => {
    const list = await pageOf(leader, '/points?grade=1');
    const href = /href="(\/points\/\d+)">化整为零/u.exec(list)?.[1] ?? '';
    const page = await pageOf(leader, href);
    expect(page).to.contain('起决定作用：发生机率高').and.to.contain('一级风险是发生机率高的风险');
    expect(page).to.contain('与现等级不一致');
  });

  for (const path of ['/board', '/points?grade=unassessed', '/forms', '/coverage']) {
    it(`print what people wrote on ${path} as text`, async () => {
      const page = await pageOf(leader, path);
      expect(page)
        .not.to.contain('<img src=x')
        .and.not.to.contain('<script>')
        .and.not.to.contain(HOSTILE_UNIT);
    });
  }

  it('show the payload as it was written, once it is escaped', async () => {
    const escaped = PAYLOAD.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&#34;');
    expect(await pageOf(leader, '/points?grade=unassessed')).to.contain(escaped.replaceAll("'", '&#39;'));
  });
});
