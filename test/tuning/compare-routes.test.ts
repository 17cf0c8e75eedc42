import { expect } from 'chai';
import { WhatIfService } from '../../src/tuning/what-if-service.ts';
import { signedInAgent, testApp, tokenIn, type Agent, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';
import { numbersIn } from '../support/number-links.ts';
import { proposed } from '../support/proposing.ts';
import type { GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import { fiveByFiveRulebook, matrixOf, noticeRulebook } from '../support/shipped-rulebooks.ts';
import { stricterNotice } from '../support/stricter-rulebook.ts';

describe('two versions compared', () => {
  let app: TestApp;
  let team: Agent;
  let inForce: number;
  let stricter: number;

  before(async () => {
    app = await testApp();
    await inspectBureau(app);
    team = await signedInAgent(app.app, 'discipline-team');
    stricter = await proposed(app, stricterMatrix());
    inForce = await versionNamed('notice-2021');
  });

  after(() => app.end());

  async function versionNamed(name: string): Promise<number> {
    const row = await app.database
      .read('rulebook_version')
      .join('rulebook', 'rulebook.id', 'rulebook_version.rulebook_id')
      .where({ 'rulebook.name': name, version: 'shipped' })
      .first<{ id: number }>('rulebook_version.id');
    return row.id;
  }

  const address = (from: number | string, to: number | string): string =>
    `/rulebooks/compare?from=${String(from)}&to=${String(to)}`;

  it('shows rules in words side by side', async () => {
    const { text, status } = await team.get(address(inForce, stricter));
    expect(status).to.equal(200);
    expect(text).to.include('增加规则').and.to.include('没有这条规则');
    expect(text).to.include('等级不低于一级');
  });

  it('shows the same outcomes as the what-if of both rulebooks', async () => {
    const { text } = await team.get(address(inForce, stricter));
    const { id: campaignId } = await app.database.read('campaign').first<{ id: number }>('id');
    const change = { before: noticeRulebook(), after: stricterMatrix() };
    const { moves } = await new WhatIfService(app).between(change, campaignId, { unitPaths: ['/'] });
    const shown = numbersIn(text).filter(({ href }) => /was=[^&]+&becomes=/u.test(href));
    expect(shown.map(({ number }) => Number(number))).to.include.members(moves.map(({ count }) => count));
    expect(moves).to.not.deep.equal([]);
  });

  it('opens from every number a list of as many points, of the same two versions', async () => {
    const { text } = await team.get(address(inForce, stricter));
    const links = numbersIn(text).filter(({ href }) => href.startsWith('/rulebooks/compare'));
    expect(links).to.have.length.above(2);
    for (const { href, number } of links) {
      const list = await team.get(href);
      expect(list.text, href).to.match(new RegExp(`有 <b>${number}</b> 个`, 'u'));
    }
  });

  it('goes backwards as well', async () => {
    const { text } = await team.get(address(stricter, inForce));
    expect(text).to.include('删去规则');
  });

  it('gives the list away in a file, and keeps who took it', async () => {
    const page = await team.get(address(inForce, stricter));
    const file = await team
      .post(`/rulebooks/compare/export.csv?from=${String(inForce)}&to=${String(stricter)}`)
      .type('form')
      .send({ _csrf: tokenIn(page) });
    expect(file.text).to.include('调整后依据').and.to.include('2021年通知三级标准');
    expect(await app.database.read('audit_entry').where({ action: 'impact.exported' })).to.have.lengthOf(1);
  });

  it('says that points are left without a grade where the scales are others', async () => {
    const { text } = await team.get(address(inForce, await versionNamed('five-by-five')));
    expect(text).to.include('修改了量表').and.to.include(fiveByFiveRulebook().title.zh);
    expect(text).to.include('会变为待评定');
  });

  it('compares an open draft, and says so while its text is unsound', async () => {
    const id = await draftFrom(inForce);
    const { text } = await team.get(address(inForce, `draft-${String(id)}`));
    expect(text).to.include('规则完全相同').and.to.include('等级都不会变');
    const { id: accountId } = await app.database.read('account').first<{ id: number }>('id');
    const save = { text: '{"kind":"grading","name":"notice-2021"}', guard: 1 };
    await app.rulebookDrafts.save(id, save, { unitPaths: ['/'] }, { accountId, name: '张三' });
    const unsound = await team.get(address(inForce, `draft-${String(id)}`));
    expect(unsound.status).to.equal(200);
    expect(unsound.text).to.include('文字还有错误');
  });

  it('says plainly that it tries out grading only', async () => {
    const coverage = await versionNamed('key-domains');
    const { text } = await team.get(address(coverage, `draft-${String(await draftFrom(coverage))}`));
    expect(text).to.include('规则完全相同').and.to.include('覆盖标准不给风险点定级');
    expect(text).to.not.include('等级怎样变');
  });

  for (const [what, query, said] of [
    ['the same version twice', 'from=1&to=1', '同一个版本'],
    ['a version that is not there', 'from=1&to=999', '所选的已经不在'],
    ['what is no version', 'from=1&to=draft-x', '所选的已经不在'],
    ['a campaign that is not there', 'campaign=999', '所选的已经不在'],
  ] as const) {
    it(`shows the form again for ${what}`, async () => {
      const { text, status } = await team.get(`/rulebooks/compare?${query}`);
      expect(status).to.equal(422);
      expect(text).to.include(said);
    });
  }

  it('is led to from the list, from a version and from what waits', async () => {
    const href = `/rulebooks/compare?from=${String(inForce)}&amp;to=${String(stricter)}`;
    for (const path of ['/rulebooks', `/rulebooks/versions/${String(stricter)}`]) {
      expect((await team.get(path)).text, path).to.include(href);
    }
  });

  async function draftFrom(versionId: number): Promise<number> {
    const bureau = await app.database.read('org_unit').where({ kind: 'bureau' }).first<{ id: number }>('id');
    const { id: accountId } = await app.database.read('account').first<{ id: number }>('id');
    return app.rulebookDrafts.create(versionId, bureau.id, { unitPaths: ['/'] }, { accountId, name: '张三' });
  }
});

/** The notice with points of fairly high probability in grade 1, and rules that it does not have. */
function stricterMatrix(): GradingRulebook {
  const stricter = stricterNotice();
  const base = matrixOf(stricter);
  const cells = base.cells.map((cell) =>
    cell.row === 'fairly-high' ? { ...cell, grade: 1 as const } : cell,
  );
  return { ...stricter, base: { ...base, cells } };
}
