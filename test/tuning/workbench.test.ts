import { expect } from 'chai';
import type { Response } from 'supertest';
import { ROLES } from '../../src/access/role.ts';
import { draftDesk, type DraftDesk } from '../support/draft-desk.ts';
import { signedInAgent, tokenIn, type Agent, type TestApp } from '../support/http.ts';
import { PAYLOAD } from '../support/inspected-bureau.ts';

describe('the workbench of a draft', () => {
  let app: TestApp;
  let agent: Agent;
  let address = '';
  let post: DraftDesk['post'];
  let draft: DraftDesk['draft'];
  let rulebook: DraftDesk['rulebook'];
  before(async () => {
    ({ app, agent, address, post, draft, rulebook } = await draftDesk());
  });
  after(() => app.end());

  const save = async (fields: Record<string, string>): Promise<Response> =>
    post(`${address}/${'text' in fields ? 'json' : 'save'}`, {
      guard: String((await draft()).guard),
      ...fields,
    });

  it('shows the draft that is open instead of a second one', async () => {
    const { text } = await agent.get(address);
    expect(text).to.include('如按此草稿执行，没有风险点的等级会变。').and.include('还没有改动');
    const version = (await app.rulebooks.inForce('grading', '/1/')).id;
    const again = await post('/rulebooks/drafts', { version: String(version), unit: '1' });
    expect(again.headers['location']).to.equal(address);
  });

  it('says in its title whom one changed cell moves, marks the cell and keeps the draft from being proposed', async () => {
    const answer = await save({ edit: 'set-cells', 'cell/small/limited': '2' });
    expect([answer.status, answer.headers['location']]).to.deep.equal([303, address]);
    const { text } = await agent.get(address);
    expect(text).to.match(/<title>如按此草稿执行，61 个风险点由三级升为二级，其中 60 个在 1 个处室/u);
    expect(text)
      .to.include('原三级')
      .and.include('示例改为二级')
      .and.include('href="/rulebooks/drafts/1/propose#propose-reason"');
  });

  it('finds a cell that is out of order, and lets it be kept with a reason', async () => {
    await save({ edit: 'set-cells', 'cell/small/limited': '1' });
    const { text } = await agent.get(address);
    expect(text).to.include('倒挂').and.not.include('href="/rulebooks/drafts/1/propose#propose-reason"');
    for (let open = 0; open < 2; open += 1) {
      const page = (await agent.get(address)).text;
      const of = (name: string): string =>
        (new RegExp(`name="${name}" value="([^"]*)"`, 'u').exec(page)?.[1] ?? '').replaceAll('&#34;', '"');
      await save({
        edit: 'explain',
        better: of('better'),
        worse: of('worse'),
        'reason-zh': '本局先抓机率小的。',
        'reason-en': 'Our bureau begins there.',
        clause: '3.3-grade-1',
      });
    }
    expect((await rulebook()).explained).to.have.lengthOf(2);
    expect((await agent.get(address)).text).to.include('href="/rulebooks/drafts/1/propose#propose-reason"');
  });

  it('takes the grade that an example now gets, adds one from a risk point and removes it', async () => {
    const before = (await rulebook()).examples.length;
    await save({ edit: 'expect', at: '0', grade: '1' });
    expect((await rulebook()).examples[0]?.expect).to.deep.equal({ grade: 1 });
    await save({ edit: 'point-example', point: '1', grade: '1' });
    const added = (await rulebook()).examples.at(-1);
    expect(added?.facts).to.deep.include({ probability: 'high', harm: 'limited', domain: 'procurement' });
    await save({ edit: 'remove-example', at: String(before) });
    expect((await rulebook()).examples).to.have.lengthOf(before);
  });

  for (const [what, fields, status] of [
    ['a change of nothing', { edit: 'set-cells' }, 422],
    ['a cell that is not there', { edit: 'set-cells', 'cell/tiny/limited': '1' }, 422],
    [
      'an example with an unknown fact',
      { edit: 'add-example', facts: '{"colour":1}', 'name-zh': 'a', 'name-en': 'a', grade: '1' },
      422,
    ],
    [
      'an example that pollutes',
      { edit: 'add-example', facts: '{"__proto__":{"a":1}}', 'name-zh': 'a', 'name-en': 'a', grade: '1' },
      422,
    ],
    ['a point of nowhere', { edit: 'point-example', point: '999', grade: '1' }, 422],
  ] as const) {
    it(`refuses ${what} and keeps the draft`, async () => {
      const before = await draft();
      expect((await save(fields)).status).to.equal(status);
      expect(await draft()).to.deep.equal(before);
    });
  }

  it('answers a change on an old save with both versions, and takes it when it is made again on the latest', async () => {
    const { guard } = await draft();
    await save({ edit: 'set-cells', 'cell/small/serious': '2' });
    const late = { edit: 'set-cells', 'cell/high/limited': '2', guard: String(guard) };
    const answer = await post(`${address}/save`, late);
    expect(answer.status).to.equal(409);
    expect(answer.text)
      .to.include('矩阵“较小 × 严重”：一级 → 二级')
      .and.include('矩阵“高 × 一般”：一级 → 二级')
      .and.include('name="cell/high/limited" value="2"');
    const again = await save({ edit: 'set-cells', 'cell/high/limited': '2' });
    expect(again.status).to.equal(303);
  });

  it('keeps an unsound text, names the line, and shows hostile words as words', async () => {
    const sound = (await draft()).text;
    await save({
      text: sound
        .replace('"一级"', JSON.stringify(PAYLOAD))
        .replace('"operator": "equal"', '"operator": "is"'),
    });
    const json = await agent.get(`${address}/json`);
    expect(json.text)
      .to.match(/第 \d+ 行/u)
      .and.not.include('<img src=x');
    const bench = await agent.get(address);
    expect(bench.text).to.include('草稿的文字有误').and.not.include('data-matrix');
    expect((await save({ edit: 'set-cells', 'cell/small/limited': '2' })).status).to.equal(409);
    await save({ text: sound });
  });

  it('gives its text as a file, and takes a file back whole or not at all', async () => {
    const file = await agent.get(`${address}/json?download=1`);
    expect(file.headers['content-disposition']).to.include('notice-2021');
    const load = async (text: string): Promise<Response> => {
      const { guard } = await draft();
      const _csrf = tokenIn(await agent.get('/account'));
      return agent
        .post(`${address}/import`)
        .field('_csrf', _csrf)
        .field('guard', String(guard))
        .attach('file', Buffer.from(text), 'a.json');
    };
    const before = await draft();
    const refused = await load(before.text.replace('"requires"', '"path"'));
    expect([refused.status, refused.text.includes('文件没有载入')]).to.deep.equal([422, true]);
    expect(await draft()).to.deep.equal(before);
    const taken = await load(before.text.replace('2021年通知三级标准', '本局标准'));
    expect(taken.status).to.equal(303);
    expect((await rulebook()).title.zh).to.equal('本局标准');
  });

  it('is shown to those who look at rulebooks, and changed by the discipline team alone', async () => {
    const before = await draft();
    const seen: string[] = [];
    for (const role of ROLES) {
      const other = await signedInAgent(app.app, role);
      const page = await other.get(address);
      if (page.status === 200) seen.push(role);
      if (role === 'discipline-team') continue;
      if (page.status === 200)
        expect(page.text).to.not.include(`action="${address}/save" data-live>\n  <input`);
      const _csrf = tokenIn(await other.get('/account'));
      const answer = await other
        .post(`${address}/save`)
        .type('form')
        .send({ _csrf, guard: before.guard, edit: 'set-cells', 'cell/small/limited': '1' });
      expect(answer.status, role).to.equal(403);
    }
    expect(await draft()).to.deep.equal(before);
    expect(seen.sort()).to.deep.equal(
      [
        'assessment-group',
        'discipline-team',
        'leader-in-charge',
        'office',
        'party-group',
        'principal-leader',
      ].sort(),
    );
  });

  it('is gone once discarded', async () => {
    const { guard } = await draft();
    await post(`${address}/discard`, { guard: String(guard) });
    expect((await agent.get(address)).status).to.equal(404);
  });
});
