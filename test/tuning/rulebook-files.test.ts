import { expect } from 'chai';
import ExcelJS from 'exceljs';
import type { Response } from 'supertest';
import type { GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import { draftDesk, type DraftDesk } from '../support/draft-desk.ts';
import { tokenIn, type Agent, type TestApp } from '../support/http.ts';
import { workbookFile } from '../support/workbook-file.ts';

describe('a rulebook in and out of files', () => {
  let app: TestApp;
  let agent: Agent;
  let address = '';
  let version = 0;
  let draft: DraftDesk['draft'];
  before(async () => {
    ({ app, agent, address, draft } = await draftDesk());
    version = (await app.rulebooks.inForce('grading', '/1/')).id;
  });
  after(() => app.end());

  const table = async (path = `${address}/table.xlsx`): Promise<ExcelJS.Workbook> => {
    const answer = await agent.get(path).responseType('blob');
    expect(answer.status).to.equal(200);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(answer.body as ExcelJS.Buffer);
    return book;
  };
  const load = async (bytes: Buffer, name: string, guard?: number): Promise<Response> => {
    const _csrf = tokenIn(await agent.get('/account'));
    return agent
      .post(`${address}/import`)
      .field('_csrf', _csrf)
      .field('guard', String(guard ?? (await draft()).guard))
      .attach('file', bytes, name);
  };
  const saved = async (book: ExcelJS.Workbook): Promise<Buffer> => Buffer.from(await book.xlsx.writeBuffer());
  const sheetOf = (book: ExcelJS.Workbook, name: string): ExcelJS.Worksheet => {
    const sheet = book.getWorksheet(name);
    if (sheet === undefined) throw new Error(`no sheet ${name}`);
    return sheet;
  };

  it('is exported, changed in a cell and loaded back as one save that is on record', async () => {
    const book = await table();
    const cell = sheetOf(book, '矩阵 Matrix').getCell('B2');
    expect(cell.value).to.equal('三级');
    expect(cell.dataValidation.formulae).to.deep.equal(['"一级,二级,三级"']);
    cell.value = '二级';
    const before = JSON.parse((await draft()).text) as GradingRulebook;
    const taken = await load(await saved(book), '本局标准.xlsx');
    expect([taken.status, taken.headers['location']]).to.deep.equal([303, `${address}/json`]);
    const after = JSON.parse((await draft()).text) as GradingRulebook;
    expect('cells' in after.base && after.base.cells[0]?.grade).to.equal(2);
    expect({ ...after, base: null }).to.deep.equal({ ...before, base: null });
    const entries = await app.database.read('audit_entry').where({ action: 'rulebook.draft-imported' });
    expect(entries).to.have.lengthOf(1);
  });

  it('is refused with every cell that is wrong, and nothing of it is kept', async () => {
    const book = await table();
    sheetOf(book, '矩阵 Matrix').getCell('C3').value = '四级';
    sheetOf(book, '规则 Rules').getCell('E2').value = '≥ 极高';
    const before = await draft();
    const refused = await load(await saved(book), 'a.xlsx');
    expect(refused.status).to.equal(422);
    expect(refused.text)
      .to.include('“矩阵 Matrix”第 3 行 C 列')
      .and.include('“规则 Rules”第 2 行 E 列')
      .and.include('文件没有载入，草稿没有改动');
    expect(await draft()).to.deep.equal(before);
  });

  it('is no workbook of another kind, no file of another program and no damaged one', async () => {
    const before = await draft();
    const files: readonly [Buffer, string][] = [
      [await workbookFile({ rows: [['姓名', '岗位']] }), '缺少工作表'],
      [Buffer.from('PK\u0003\u0004 nothing'), '已损坏'],
      [Buffer.from('d0cf11e0a1b11ae1', 'hex'), '另存为 .xlsx'],
      [Buffer.from('姓名,岗位'), '不是正确的 JSON'],
      [Buffer.from([0x7b, 0xc1, 0xae, 0xd5, 0xfe, 0x7d]), '不是 UTF-8 编码'],
    ];
    for (const [bytes, words] of files) {
      const refused = await load(bytes, 'a.xlsx');
      expect([refused.status, refused.text.includes(words)], words).to.deep.equal([422, true]);
    }
    expect(await draft()).to.deep.equal(before);
  });

  it('loses nobody else’s save: both are shown', async () => {
    const book = await table();
    sheetOf(book, '标准 Standard').getCell('B4').value = '本局标准';
    const { guard } = await draft();
    const stale = await load(await saved(book), 'a.xlsx', guard - 1);
    expect([stale.status, stale.text.includes('本局标准')]).to.deep.equal([409, true]);
  });

  it('is exported from a version, as a table and as its text', async () => {
    const path = `/rulebooks/versions/${String(version)}`;
    expect((await agent.get(path)).text).to.include(`href="${path}/rulebook.xlsx"`);
    expect((await table(`${path}/rulebook.xlsx`)).worksheets.map(({ name }) => name)).to.include(
      '矩阵 Matrix',
    );
    const text = await agent.get(`${path}/rulebook.json`);
    expect(JSON.parse(text.text)).to.have.property('name', 'notice-2021');
  });
});
