import { expect } from 'chai';
import { signedInAgent, testApp, tokenIn, type Agent, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';

const EVERYWHERE = { unitPaths: ['/'] };

describe('the search backwards in a draft', () => {
  let app: TestApp;
  let team: Agent;
  let draftId: number;
  let path: string;

  before(async () => {
    app = await testApp();
    await inspectBureau(app);
    team = await signedInAgent(app.app, 'discipline-team');
    const { read } = app.database;
    const bureau = await read('org_unit').where({ kind: 'bureau' }).first<{ id: number }>('id');
    const version = await read('rulebook_version')
      .join('rulebook', 'rulebook.id', 'rulebook_version.rulebook_id')
      .where({ 'rulebook.name': 'notice-2021' })
      .first<{ id: number }>('rulebook_version.id');
    const { id: accountId } = await read('account').first<{ id: number }>('id');
    draftId = await app.rulebookDrafts.create(version.id, bureau.id, EVERYWHERE, { accountId, name: '张三' });
    path = `/rulebooks/drafts/${String(draftId)}/backwards`;
  });

  after(() => app.end());

  /** A point of a year that follows the rules and stands in that grade. */
  async function pointIn(grade: number, year = 2021): Promise<number> {
    const row = await app.database
      .read('risk_point_state')
      .join('case_verdict', 'case_verdict.case_id', 'risk_point_state.case_id')
      .join('campaign', 'campaign.id', 'risk_point_state.campaign_id')
      .where({ grade, is_withdrawn: 0, year })
      .whereNull('override_grade')
      .whereNull('approved_grade')
      .orderBy('risk_point_id')
      .first<{ id: number }>('risk_point_id as id');
    return row.id;
  }

  async function changed(): Promise<number> {
    const { text } = await app.rulebookDrafts.find(draftId, EVERYWHERE);
    const { base } = JSON.parse(text) as { base: { cells: { grade: number }[] } };
    return base.cells.filter(({ grade }) => grade === 1).length;
  }

  it('is a tab of the draft', async () => {
    const { text } = await team.get(`/rulebooks/drafts/${String(draftId)}`);
    expect(text).to.include(`href="${path}"`);
  });

  it('is led to from every point that the draft would move', async () => {
    const page = await team.get(path);
    const { guard } = await app.rulebookDrafts.find(draftId, EVERYWHERE);
    const fields = { edit: 'set-cells', 'cell/small/limited': '2', 'cell/fairly-high/fairly-serious': '1' };
    expect(page.status).to.equal(200);
    const form = { _csrf: tokenIn(await team.get(`/rulebooks/drafts/${String(draftId)}`)), guard, ...fields };
    expect(
      (
        await team
          .post(`/rulebooks/drafts/${String(draftId)}/save`)
          .type('form')
          .send(form)
      ).status,
    ).to.equal(303);
    const { text } = await team.get(`/rulebooks/drafts/${String(draftId)}/impact`);
    expect(text).to.match(new RegExp(`href="${path}\\?points=\\d+"`, 'u'));
  });

  it('lists the changes that would do it, with what else each moves, and writes nothing', async () => {
    const before = await changed();
    const { text, status } = await team.get(`${path}?points=${String(await pointIn(2))}&grade=1`);
    expect(status).to.equal(200);
    expect(text).to.match(/有 <b>\d+<\/b> 种改法能让 1 个风险点都定为一级/u);
    expect(text).to.include('二级').and.to.include('用这个改动').and.to.include('核验');
    expect(await changed()).to.equal(before);
  });

  it('applies one to the draft, and refuses it on a stale page with both versions', async () => {
    const before = await changed();
    const page = await team.get(`${path}?points=${String(await pointIn(2))}&grade=1`);
    const change = /name="change" value="([^"]+)"/u.exec(page.text)?.[1] ?? '';
    const guard = /name="guard" value="(\d+)"/u.exec(page.text)?.[1] ?? '';
    const form = { _csrf: tokenIn(page), change, guard };
    const done = await team.post(path).type('form').send(form);
    expect(done.status).to.equal(303);
    expect(await changed()).to.equal(before + 1);
    const stale = await team.post(path).type('form').send(form);
    expect(stale.status).to.equal(409);
    expect(stale.text).to.include('有人先保存了这份草稿').and.to.include(change);
  });

  it('says of a decided point that rules do not move it, and of a number that it is none of ours', async () => {
    const id = await pointIn(3);
    await app.database.transaction((work) =>
      work('risk_point_state').where({ risk_point_id: id }).update({ override_grade: 1 }),
    );
    const { text } = await team.get(`${path}?points=${String(id)}、999999&grade=1`);
    expect(text).to.include('已人工调整，规则不能改变').and.to.include('编号 999999 不是所选年度的风险点');
    expect(text).to.include('没有可以按规则变动的风险点');
  });

  for (const [what, points, said] of [
    ['words', 'abc', '不是风险点编号'],
    ['too many', Array.from({ length: 51 }, (_, at) => at + 1).join(','), '一次最多 50 个'],
    ['nothing but commas', '，，', '请填写至少一个'],
  ] as const) {
    it(`shows the form again for ${what}`, async () => {
      const { text, status } = await team.get(`${path}?points=${encodeURIComponent(points)}`);
      expect(status).to.equal(422);
      expect(text).to.include(said);
    });
  }

  for (const change of ['', 'cell/no/where/1', 'threshold/adjustments/nothing/0/1', '__proto__/x/1']) {
    it(`changes nothing for “${change}”`, async () => {
      const page = await team.get(path);
      const { guard } = await app.rulebookDrafts.find(draftId, EVERYWHERE);
      const before = await changed();
      const form = { _csrf: tokenIn(await team.get(`/rulebooks/drafts/${String(draftId)}`)), change, guard };
      expect(page.status).to.equal(200);
      expect((await team.post(path).type('form').send(form)).status).to.equal(422);
      expect(await changed()).to.equal(before);
    });
  }

  describe('where the bureau has two campaigns', () => {
    const chosen = (text: string) => /<option value="(\d+)" selected>\1<\/option>/u.exec(text)?.[1];
    const listed = (text: string) => text.split('id="points-heading"')[1]?.split('</section>')[0] ?? '';
    let older: number;
    let newer: number;

    before(async () => {
      expect((await team.get(path)).text).not.to.include('<select id="year"');
      await inspectBureau(app, 2022);
      [older, newer] = [await pointIn(2, 2021), await pointIn(2, 2022)];
    });

    it('answers of the latest where no year is chosen', async () => {
      const { text } = await team.get(`${path}?points=${String(older)},${String(newer)}&grade=3`);
      expect(chosen(text)).to.equal('2022');
      expect(listed(text))
        .to.include(`href="/points/${String(newer)}"`)
        .and.not.include(`href="/points/${String(older)}"`);
      expect(text).to.include(`编号 ${String(older)} 不是所选年度的风险点`);
    });

    it('answers of the year that is chosen', async () => {
      const { text } = await team.get(`${path}?points=${String(older)},${String(newer)}&year=2021&grade=3`);
      expect(chosen(text)).to.equal('2021');
      expect(listed(text))
        .to.include(`href="/points/${String(older)}"`)
        .and.not.include(`href="/points/${String(newer)}"`);
      expect(text).to.include(`编号 ${String(newer)} 不是所选年度的风险点`);
      expect(text).to.match(/有 <b>\d+<\/b> 种改法能让 1 个风险点都定为三级/u);
    });

    for (const [year, said] of [
      ['2020', '2020'],
      ['<b>', '&lt;b&gt;'],
      ['9'.repeat(60), `${'9'.repeat(40)}…`],
    ] as const) {
      it(`says that it ignores the year ${said}, and answers of the latest`, async () => {
        const asked = `points=${String(newer)}&year=${encodeURIComponent(year)}&grade=3`;
        const { status, text } = await team.get(`${path}?${asked}`);
        expect(status).to.equal(200);
        expect(text).to.include(`地址中的条件“年度”的值“${said}”无效，已忽略`);
        expect(chosen(text)).to.equal('2022');
        expect(listed(text)).to.include(`href="/points/${String(newer)}"`);
      });
    }

    it('is led to with the year, from a year’s impact and from a point of an earlier year', async () => {
      const impact = await team.get(`/rulebooks/drafts/${String(draftId)}/impact?year=2021`);
      const hrefs = [...impact.text.matchAll(/href="([^"]*\/backwards\?[^"]*)"/gu)].map(([, href]) => href);
      expect(hrefs).not.to.deep.equal([]);
      for (const href of hrefs) expect(href).to.match(/\?points=\d+&amp;year=2021$/u);
      const links = async (id: number) => (await team.get(`/points/${String(id)}`)).text;
      expect(await links(older)).to.include(
        `href="${path}?points=${String(older)}&amp;year=2021&amp;grade=3"`,
      );
      expect(await links(newer)).to.include(`href="${path}?points=${String(newer)}&amp;grade=3"`);
    });
  });
});
