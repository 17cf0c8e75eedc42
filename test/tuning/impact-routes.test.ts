import { expect } from 'chai';
import { insertRulebookDraft } from '../../src/tuning/draft-store.ts';
import { signedInAgent, testApp, tokenIn, type Agent, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';
import { numbersIn } from '../support/number-links.ts';
import { noticeRulebook } from '../support/shipped-rulebooks.ts';
import { matrixOf } from '../support/shipped-rulebooks.ts';

describe('the impact of a draft', () => {
  let app: TestApp;
  let team: Agent;
  let path: string;

  before(async () => {
    app = await testApp();
    await inspectBureau(app);
    team = await signedInAgent(app.app, 'discipline-team');
    path = `/rulebooks/drafts/${String(await draftOf(stricterNotice()))}/impact`;
  });

  after(() => app.end());

  async function draftOf(body: unknown, name = 'notice-2021'): Promise<number> {
    const { read } = app.database;
    const bureau = await read('org_unit').where({ kind: 'bureau' }).first<{ id: number }>('id');
    const version = await read('rulebook_version').first<{ id: number }>('id');
    const account = await read('account').where({ username: 'discipline-team' }).first<{ id: number }>('id');
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return app.database.transaction(async (transaction) => {
      await transaction('rulebook_draft').where({ name }).delete();
      const made = {
        versionId: version.id,
        accountId: account.id,
        by: '某人',
        at: '2021-04-22T01:00:00.000Z',
      };
      return insertRulebookDraft(transaction, { kind: 'grading', name, unitId: bureau.id, text, ...made });
    });
  }

  it('says the finding with the capacity it takes, and what the list holds', async () => {
    const { text, status } = await team.get(path);
    expect(status).to.equal(200);
    expect(text).to.match(/一级由 3 个增至 <b>5<\/b> 个，其中 <b>5<\/b> 个在 3 个处室/u);
    expect(text).to.include('等级会变的风险点有 <b>2</b> 个');
  });

  it('leads back to the rulebooks, and to the draft by its title for those who may open it', async () => {
    const back = 'href="/rulebooks">评定标准</a>';
    const draft = `href="${path.replace('/impact', '')}">2021年通知三级标准（草稿）</a>`;
    expect((await team.get(path)).text)
      .to.include(back)
      .and.include(draft);
    const group = await signedInAgent(app.app, 'assessment-group');
    expect((await group.get(path)).text)
      .to.include(back)
      .and.not.include(draft);
  });

  it('opens a list of as many points as each number says', async () => {
    const { text } = await team.get(path);
    const links = numbersIn(text).filter(({ href }) => href.startsWith(path));
    expect(links).to.have.length.above(3);
    for (const { href, number } of links) {
      const list = await team.get(href);
      expect(list.text, href).to.match(new RegExp(`有 <b>${number}</b> 个`, 'u'));
    }
  });

  it('shows a point with both reasons, narrowed by the address', async () => {
    const { text } = await team.get(`${path}?was=2&becomes=1&domain=procurement`);
    expect(text).to.include('验收走过场，以次充好。').and.to.include('发生机率较高');
    const other = await team.get(`${path}?was=3&becomes=1`);
    expect(other.text).to.include('没有符合条件的风险点');
  });

  it('names a condition that means nothing and leaves it out', async () => {
    const { text, status } = await team.get(`${path}?was=9`);
    expect(status).to.equal(200);
    expect(text).to.include('“调整前”的值“9”无效');
  });

  it('gives the list away, and keeps who took it', async () => {
    const page = await team.get(path);
    const file = await team
      .post(`${path}/export.csv?becomes=1`)
      .type('form')
      .send({ _csrf: tokenIn(page) });
    expect(file.text).to.include('验收走过场，以次充好。').and.to.include('调整后依据');
    const taken = await app.database.read('audit_entry').where({ action: 'impact.exported' });
    expect(taken).to.have.lengthOf(1);
  });

  it('writes nothing but that', async () => {
    const before = await app.database.read('case_verdict').count({ rows: '*' });
    await team.get(path);
    expect(await app.database.read('case_verdict').count({ rows: '*' })).to.deep.equal(before);
  });

  for (const [what, text] of [
    ['is no sound rulebook yet', JSON.stringify({ ...noticeRulebook(), requires: ['nothing-known'] })],
    ['is no rulebook at all', '{}'],
  ] as const) {
    it(`says what to put right in a draft that ${what}`, async () => {
      const id = await draftOf(text, 'five-by-five');
      const page = await team.get(`/rulebooks/drafts/${String(id)}/impact`);
      expect(page.status).to.equal(200);
      expect(page.text).to.include('草稿还有问题，暂时不能测算');
    });
  }

  it('knows no draft that is not there', async () => {
    expect((await team.get('/rulebooks/drafts/999/impact')).status).to.equal(404);
    expect((await team.get('/rulebooks/drafts/x/impact')).status).to.equal(404);
  });
});

/** The notice with points of fairly high probability in grade 1. */
function stricterNotice() {
  const rulebook = noticeRulebook();
  const base = matrixOf(rulebook);
  const cells = base.cells.map((cell) =>
    [cell.row, cell.column].includes('fairly-high') || [cell.row, cell.column].includes('fairly-serious')
      ? { ...cell, grade: 1 as const }
      : cell,
  );
  return { ...rulebook, base: { ...base, cells } };
}
