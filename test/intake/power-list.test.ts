import { expect } from 'chai';
import type { Response } from 'supertest';
import { signedInAgent, testApp, tokenIn, type Agent, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';
import { workbookFile } from '../support/workbook-file.ts';

const HEADER = ['序号', '事项名称', '事项类型', '实施处室/承办机构', '岗位', '依据', '重点领域'];
const GRANT = [
  '1',
  '外贸扶持资金分配',
  '行政给付',
  '对外贸易处',
  '外贸扶持资金岗',
  '资金管理办法',
  '政策资金',
];
const PURCHASE = ['2', '政府采购计划审核', '其他', '对外贸易处', '', '', ''];
const VISIT = ['3', '展会组织', '其他', '市场秩序处', '', '', ''];

describe('uploading a list of powers', () => {
  let running: TestApp;
  let office: Agent;
  beforeEach(async () => {
    running = await testApp();
    await inspectBureau(running);
    office = await signedInAgent(running.app, 'office');
  });
  afterEach(() => running.end());

  const preview = (...rows: readonly (readonly string[])[]): Promise<Response> =>
    previewOf('whole-1', ...rows);

  async function previewOf(replaces: string, ...rows: readonly (readonly string[])[]): Promise<Response> {
    const file = await workbookFile({ rows: [['市商务局权责清单'], HEADER, ...rows], merges: ['A1:G1'] });
    const _csrf = tokenIn(await office.get('/powers'));
    const post = office.post('/powers').field('_csrf', _csrf).field('replaces', replaces);
    return post.attach('file', file, '权责清单.xlsx');
  }

  async function write(previewed: Response): Promise<Response> {
    const list = /name="list" value="([^"]+)"/u.exec(previewed.text)?.[1] ?? 'none';
    const replaces = /name="replaces" value="([^"]+)"/u.exec(previewed.text)?.[1] ?? 'none';
    return office
      .post('/powers/commit')
      .type('form')
      .send({ _csrf: tokenIn(previewed), list, replaces });
  }

  function standing(): Promise<readonly string[]> {
    return running.database.read('listed_power').whereNull('closed_by').orderBy('position').pluck('name');
  }

  it('shows what it would change and writes nothing before it is told to', async () => {
    const answer = await preview(GRANT, PURCHASE);
    expect([answer.status, answer.text.includes('新增或改动 <b>2</b> 项')]).to.deep.equal([200, true]);
    expect(await standing()).to.deep.equal([]);
  });

  it('writes it, suggests the domains that it does not name, and leaves a trail', async () => {
    expect((await write(await preview(GRANT, PURCHASE))).status).to.equal(303);
    const page = (await office.get('/powers')).text;
    expect(page).to.include('政府采购计划审核').and.to.include('建议（含“政府采购');
    const entry = await running.database
      .read('audit_entry')
      .where({ action: 'powers.imported' })
      .first<{ details: string }>();
    expect(JSON.parse(entry.details)).to.deep.equal({ opened: 2, closed: 0, unchanged: 0 });
  });

  it('has nothing to write when the same list comes again', async () => {
    await write(await preview(GRANT, PURCHASE));
    const again = await preview(GRANT, PURCHASE);
    expect(again.text).to.include('与现行清单相同').and.not.to.include('name="list"');
  });

  it('closes what a later list leaves out, and keeps it', async () => {
    await write(await preview(GRANT, PURCHASE));
    await write(await preview(GRANT, VISIT));
    expect(await standing()).to.deep.equal(['外贸扶持资金分配', '展会组织']);
    const kept = await running.database.read('listed_power').whereNotNull('closed_by').pluck('name');
    expect(kept).to.deep.equal(['政府采购计划审核']);
  });

  it('replaces only the powers of the units that it names, when told so', async () => {
    await write(await preview(GRANT, PURCHASE, VISIT));
    const answer = await previewOf('named-1', GRANT);
    expect(answer.text).to.include('停用 <b>1</b> 项').and.to.include('只替换文件里写到的单位');
    await write(answer);
    expect(await standing()).to.deep.equal(['外贸扶持资金分配', '展会组织']);
  });

  it('replaces only the powers of a chosen unit, and takes none of others', async () => {
    const { id } = await running.database
      .read('org_unit')
      .where({ name: '市场秩序处' })
      .first<{ id: number }>('id');
    await write(await preview(GRANT, VISIT));
    const foreign = await previewOf(`subtree-${id}`, GRANT, VISIT);
    expect([foreign.status, foreign.text.includes('不在所选的“市场秩序处”范围内')]).to.deep.equal([
      422,
      true,
    ]);
    await write(await previewOf(`subtree-${id}`, ['1', '会展备案', '其他', '市场秩序处', '', '', '']));
    expect((await standing()).toSorted()).to.deep.equal(['会展备案', '外贸扶持资金分配']);
  });

  it('asks what it replaces, and refuses a unit that is not there', async () => {
    const unsaid = await previewOf('', GRANT);
    expect([unsaid.status, unsaid.text.includes('请选择新清单替换哪一部分')]).to.deep.equal([422, true]);
    for (const scope of ['subtree-9999', 'whole-9999', 'whole-2']) {
      expect((await previewOf(scope, GRANT)).status).to.equal(404);
    }
  });

  it('is shown fifty on a page', async () => {
    await write(
      await preview(
        ...Array.from({ length: 60 }, (_, index) => [
          String(index + 1),
          `事项${String(index + 1)}号`,
          '',
          '对外贸易处',
        ]),
      ),
    );
    const [first, second] = [await office.get('/powers'), await office.get('/powers?page=2')];
    const rowsOf = ({ text }: Response): number => text.match(/<th scope="row">事项/gu)?.length ?? 0;
    expect([rowsOf(first), rowsOf(second)]).to.deep.equal([50, 10]);
    expect(first.text).to.include('href="/powers?page=2"');
  });

  it('refuses the whole list for one wrong row, naming sheet, row, column, value and fix', async () => {
    const answer = await preview(GRANT, ['2', '许可', '', '对外贸易科', '', '', '天气']);
    expect(answer.status).to.equal(422);
    for (const words of [
      '第 4 行第 4 列',
      '对外贸易科',
      '是否应为：对外贸易处',
      '第 4 行第 7 列',
      '天气',
      '不是一个重点领域',
    ]) {
      expect(answer.text).to.include(words);
    }
    expect(answer.text).not.to.include('name="list"');
  });

  for (const [what, rows, words] of [
    ['a row without a name', [['1', '', '', '对外贸易处']], '没有事项名称'],
    ['a row without a unit', [['1', '许可', '', '']], '没有实施处室'],
    ['a post that the unit has not', [['1', '许可', '', '对外贸易处', '消防岗']], '没有名为“消防岗”的岗位'],
    ['a power that stands twice', [GRANT, GRANT], '出现了两次'],
  ] as const) {
    it(`refuses ${what}`, async () => {
      const answer = await preview(...rows);
      expect([answer.status, answer.text.includes(words)]).to.deep.equal([422, true]);
    });
  }

  it('refuses what is no list, no file, and a preview that was tampered with', async () => {
    const _csrf = tokenIn(await office.get('/powers'));
    const other = await office
      .post('/powers')
      .field('_csrf', _csrf)
      .field('replaces', 'whole-1')
      .attach('file', Buffer.from('甲,乙\n1,2\n'), 'x.csv');
    const none = await office.post('/powers').field('_csrf', _csrf);
    const forged = await office
      .post('/powers/commit')
      .type('form')
      .send({ _csrf, list: 'bm9uc2Vuc2U=', replaces: 'whole-1' });
    expect([other.status, other.text.includes('没有找到权责清单的表头')]).to.deep.equal([422, true]);
    expect([none.status, none.text.includes('请选择一个文件')]).to.deep.equal([422, true]);
    expect([forged.status, await standing()]).to.deep.equal([422, []]);
  });

  it("is judged beneath the division's domains, what is missing first", async () => {
    await write(await preview(GRANT, PURCHASE));
    const { id } = await running.database
      .read('org_unit')
      .where({ name: '对外贸易处' })
      .first<{ id: number }>('id');
    const head = await signedInAgent(running.app, 'division-head');
    const page = (await head.get(`/coverage/divisions/${id}`)).text;
    const rows = page.slice(page.indexOf('id="powers"'));
    expect(rows).to.include('共 2 项，其中 1 项没有相应的风险点');
    expect(rows.indexOf('政府采购计划审核')).to.be.lessThan(rows.indexOf('外贸扶持资金分配'));
  });
});
