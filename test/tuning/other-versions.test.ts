import { expect } from 'chai';
import { EVERYWHERE } from '../../src/organisation/reach.ts';
import type { GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import { signedInAgent, testApp, tokenIn, type Agent, type TestApp } from '../support/http.ts';
import { returnVersion } from '../../src/tuning/version-store.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';
import { noticeRulebook } from '../support/shipped-rulebooks.ts';
import { proposed } from '../support/proposing.ts';

const HEADING = '在其他版本下';
const POINT = 1;
const POINT_OF_TRADE = 5;

describe('what a risk point would be under other versions, on its page', () => {
  let bureau: TestApp;
  let team: Agent;
  beforeEach(async () => {
    bureau = await testApp();
    await inspectBureau(bureau);
    team = await signedInAgent(bureau.app, 'discipline-team');
  });
  afterEach(() => bureau.end());

  /** The section's rows as a reader reads them, by the version's name. */
  async function rows(agent = team, point = POINT): Promise<ReadonlyMap<string, string>> {
    const { text } = await agent.get(`/points/${String(point)}`);
    const section = text.split('id="other-versions"')[1]?.split('</section>')[0] ?? '';
    return new Map(
      section
        .split('<tr>')
        .slice(2)
        .map((row) => [/<a href="[^"]*">([^<]*)</u.exec(row)?.[1] ?? '', words(row)]),
    );
  }

  async function draftWithCell(grade: number): Promise<number> {
    const [unit, version] = [await idOf('org_unit', { kind: 'bureau' }), await noticeId()];
    const actor = { accountId: await idOf('account', { username: 'discipline-team' }), name: '张三' };
    const id = await bureau.rulebookDrafts.create(version, unit, EVERYWHERE, actor);
    const { guard } = await bureau.rulebookDrafts.find(id, EVERYWHERE);
    const text = JSON.stringify(withGrade(grade));
    await bureau.rulebookDrafts.save(id, { text, guard }, EVERYWHERE, actor);
    return id;
  }

  it('is told by the labels of each version, with the rule that decides or what is missing', async () => {
    const found = await rows();
    expect([...found.keys()]).to.deep.equal([
      '按权力事项定级（模板）（通用版）',
      '按岗位风险点数定级（模板）（通用版）',
      '按五项标准符合数定级（模板）（通用版）',
      '五档矩阵标准（示范）（通用版）',
    ]);
    expect(found.get('按权力事项定级（模板）（通用版）'))
      .to.include('— 待评定')
      .and.include('还缺：权力事项');
    expect(found.get('五档矩阵标准（示范）（通用版）')).to.include(
      '发生机率、危害程度的现有取值在它的尺度上没有对应',
    );
  });

  it('counts the points of the post where a version grades posts, and says so', async () => {
    expect((await rows()).get('按岗位风险点数定级（模板）（通用版）'))
      .to.include('▲ 二级')
      .and.include('3至4个风险点')
      .and.include('按岗位定级：这是所在岗位的等级');
  });

  it('is called as the version calls its grades', async () => {
    const labels = { zh: '红', en: 'Red' };
    const { grades, ...notice } = noticeRulebook();
    await proposed(bureau, { ...notice, name: 'notice-2021', grades: { ...grades, 1: labels } });
    const [first] = await rows();
    expect(first?.[0]).to.equal('2021年通知三级标准（v2）');
    expect(first?.[1]).to.include('■ 红').and.include('待审定').and.include('发生机率高');
  });

  it('shows a draft to those who tune the rules, with the way to the search backwards', async () => {
    const id = await draftWithCell(3);
    const [first] = await rows();
    expect(first?.[1]).to.include('草稿').and.include('○ 三级');
    const { text } = await team.get(`/points/${String(POINT)}`);
    const backwards = `/rulebooks/drafts/${String(id)}/backwards?points=${String(POINT)}`;
    const asked = [1, 2, 3].filter((grade) =>
      text.includes(`href="${backwards}&amp;grade=${String(grade)}"`),
    );
    expect(asked, 'the grades that it is not').to.deep.equal([1, 2]);
    const { text: search } = await team.get(`${backwards}&grade=2`);
    expect(search)
      .to.include(`value="${String(POINT)}"`)
      .and.include('都定为二级');
    const group = await signedInAgent(bureau.app, 'assessment-group');
    expect([...(await rows(group)).values()].some((row) => row.includes('草稿'))).to.equal(false);
    expect((await group.get(`/points/${String(POINT)}`)).text)
      .to.include(HEADING)
      .and.not.include(backwards);
  });

  it('leaves a draft out that is no sound rulebook', async () => {
    const id = await draftWithCell(3);
    const { guard } = await bureau.rulebookDrafts.find(id, EVERYWHERE);
    const actor = { accountId: await idOf('account', { username: 'discipline-team' }), name: '张三' };
    const text = '{"kind":"grading","name":"notice-2021"}';
    await bureau.rulebookDrafts.save(id, { text, guard }, EVERYWHERE, actor);
    expect([...(await rows()).values()].some((row) => row.includes('草稿'))).to.equal(false);
  });

  it('shows at most ten versions and leads to the others', async () => {
    const returned = { accountId: await idOf('account', { username: 'party-group' }), by: '李四', at: 'now' };
    for (let count = 0; count < 12; count += 1) {
      const id = await proposed(bureau, withTitle(noticeRulebook(), count));
      await bureau.database.transaction((work) => returnVersion(work, id, { ...returned, reason: '再议' }));
    }
    expect(await rows()).to.have.lengthOf(10);
    expect((await team.get(`/points/${String(POINT)}`)).text).to.include('另有 6 个较早的版本');
  });

  it('is not there for those who may not see versions, and stays where a form is refused', async () => {
    const head = await signedInAgent(bureau.app, 'division-head');
    const own = await head.get(`/points/${String(POINT_OF_TRADE)}`);
    expect([own.status, own.text.includes(HEADING)]).to.deep.equal([200, false]);
    const _csrf = tokenIn(await team.get('/account'));
    const refused = await team
      .post(`/points/${String(POINT)}/domains`)
      .type('form')
      .send({ _csrf });
    expect([refused.status, refused.text.includes(HEADING)]).to.deep.equal([422, true]);
  });

  it('says of a template that it came with the program, which waits for nobody', async () => {
    const { id } = (await bureau.rulebooks.find('power-held@shipped')) ?? { id: 0 };
    const heading = /<h1>([\s\S]*?)<\/h1>/u;
    const template = heading.exec((await team.get(`/rulebooks/versions/${String(id)}`)).text)?.[1];
    expect(template).to.include('随程序提供');
    const inForce = await team.get(`/rulebooks/versions/${String(await noticeId())}`);
    expect(heading.exec(inForce.text)?.[1]).to.include('现行');
  });

  it('writes nothing', async () => {
    const [before, verdicts] = [await counts(), await rows()];
    expect(verdicts.size).to.be.greaterThan(0);
    expect(await counts()).to.deep.equal(before);
  });

  async function counts(): Promise<readonly unknown[]> {
    const tables = ['grading_case', 'case_verdict', 'audit_entry', 'risk_point_fact'];
    return Promise.all(tables.map((table) => bureau.database.read(table).count({ rows: '*' }).first()));
  }

  async function idOf(table: string, where: Readonly<Record<string, string>>): Promise<number> {
    return (await bureau.database.read(table).where(where).first<{ id: number }>('id')).id;
  }

  async function noticeId(): Promise<number> {
    const found = await bureau.rulebooks.find('notice-2021@shipped');
    return found?.id ?? 0;
  }
});

/** The notice, with that grade for a high probability and a limited harm, and nothing that lifts it. */
function withGrade(grade: number): object {
  const notice = noticeRulebook();
  if (!('cells' in notice.base)) throw new Error('the notice has a matrix');
  const cells = notice.base.cells.map((cell) =>
    cell.row === 'high' && cell.column === 'limited' ? { ...cell, grade } : cell,
  );
  return { ...notice, base: { ...notice.base, cells } };
}

function withTitle(rulebook: GradingRulebook, count: number): GradingRulebook {
  return { ...rulebook, title: { zh: `第${String(count)}版`, en: `Edition ${String(count)}` } };
}

function words(row: string): string {
  return row
    .replaceAll(/<[^>]*>/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
