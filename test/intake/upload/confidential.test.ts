import ExcelJS from 'exceljs';
import { expect } from 'chai';
import { confidentialPost, SECRET, tablesWith } from '../../support/confidential-posts.ts';
import { signedInAgent } from '../../support/http.ts';
import { messyRegister } from '../../support/messy-register.ts';
import { selfCheck } from '../../support/self-check-table.ts';
import {
  commit,
  decide,
  upload,
  uploaded,
  uploadingOffice,
  wordsIn,
  type FileToUpload,
  type UploadingOffice,
} from '../../support/uploading.ts';
import { wordFile } from '../../support/word-file.ts';
import { workbookFile } from '../../support/workbook-file.ts';

const RISK = `${SECRET}，造成泄密。`;
const MEASURE = `防止${SECRET}。`;
const OPEN_RISK = '违规提供档案查阅，牟取私利。';
const HEADER = ['处室', '姓名', '岗位', '潜在风险', '防控措施', '发生机率', '危害程度'];
const OPEN_ROW = ['办公室', '李某', '档案岗', OPEN_RISK, '查阅须经批准。', '较小', '一般'];
const STAGES = ['columns', 'values', 'rows', 'rows&show=all', 'commit'];

describe('an upload that holds texts of a confidential post', function () {
  this.timeout(120_000);
  let started: UploadingOffice;
  beforeEach(async () => {
    started = await uploadingOffice();
    await confidentialPost(started.running, '办公室', '机要岗');
  });
  afterEach(() => started.end());

  const secretRow = (post = '机要岗'): string[] => ['办公室', '赵某', post, RISK, MEASURE, '较小', '严重'];

  async function register(...rows: readonly string[][]): Promise<FileToUpload> {
    return [await workbookFile({ name: '登记表', rows: [HEADER, ...rows] }), '登记表.xlsx'];
  }

  async function form(post: string): Promise<FileToUpload> {
    const words = { unit: '办公室', name: '赵某', post, duties: `收发密件；${SECRET}`, risks: [RISK] };
    return [await wordFile(selfCheck({ ...words, measures: [MEASURE] })), `${post}自查表.docx`];
  }

  /** Where the secret is still to be found: on the pages of a draft, in its workbook, in the database. */
  async function found(address: string): Promise<readonly string[]> {
    const places: string[] = [];
    for (const stage of STAGES) {
      const { text } = await started.office.get(`${address}?stage=${stage}`);
      if (text.includes(SECRET)) places.push(stage);
    }
    if ((await sentBack(address)).includes(SECRET)) places.push('error workbook');
    return [...places, ...(await tablesWith(started.running, SECRET))];
  }

  async function sentBack(address: string): Promise<string> {
    const answer = await started.office.get(`${address}/problems.xlsx`).responseType('blob');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(answer.body as ArrayBuffer);
    return JSON.stringify(book.worksheets.map((sheet) => sheet.getSheetValues()));
  }

  it('keeps nothing of a form but the name of its file, and says why and what to do', async () => {
    const address = await uploaded(started.office, [await form('机要岗'), await register(OPEN_ROW)]);
    expect(await found(address)).to.deep.equal([]);
    const words = wordsIn((await started.office.get(address)).text);
    expect(words).to.include('“机要岗自查表.docx”：整份文件（机要岗）').and.include('涉密，内容已删除');
    expect(await sentBack(address))
      .to.include('机要岗自查表.docx')
      .and.include('整份已经删除');
  });

  it('is not kept at all when it is nothing else', async () => {
    const { status, text } = await upload(started.office, [await form('机要岗')]);
    expect(status).to.equal(422);
    expect(wordsIn(text)).to.include('涉密岗位“机要岗”').and.include('没有保存');
    expect(text).not.to.include(SECRET);
    expect(await tablesWith(started.running, SECRET)).to.deep.equal([]);
  });

  it('loses only its rows in a register, and the other rows can be imported', async () => {
    const address = await uploaded(started.office, [await register(secretRow(), OPEN_ROW, secretRow())]);
    expect(await found(address)).to.deep.equal([]);
    const words = wordsIn((await started.office.get(address)).text);
    expect(words).to.include('工作表“登记表”第 2 行').and.include('第 4 行').and.include('（机要岗）');
    await decide(started.office, address, 'values', { 档案岗: 'new' });
    expect((await commit(started.office, address)).status).to.equal(303);
    expect(await tablesWith(started.running, OPEN_RISK)).to.include('risk_point_revision');
    expect(await tablesWith(started.running, SECRET)).to.deep.equal([]);
  });

  it('loses them before anybody says what its columns mean', async () => {
    const rows = [
      [1, '办公室', '赵某', '机要岗', RISK, MEASURE, '较小', '严重', '自查'],
      [2, ...OPEN_ROW, '自查'],
    ];
    const address = await uploaded(started.office, [[await messyRegister(rows), '登记表.xlsx']]);
    expect(await found(address)).to.deep.equal([]);
    const words = wordsIn((await started.office.get(address)).text);
    expect(words).to.include('违规提供档案查阅，牟取私利').and.include('第 3 行（机要岗）');
  });

  it('loses them once somebody says that an unknown name means the confidential post', async () => {
    const address = await uploaded(started.office, [
      await register(secretRow('机要员岗'), OPEN_ROW),
      await form('机要员岗'),
    ]);
    expect(await found(address))
      .to.include('rows&show=all')
      .and.include('import_draft_file');
    const post = await started.running.database
      .read('post')
      .where({ name: '机要岗' })
      .first<{ id: number }>('id');
    await decide(started.office, address, 'values', { '· 机要员岗”': String(post.id) });
    expect(await found(address)).to.deep.equal([]);
    const words = wordsIn((await started.office.get(address)).text);
    expect(words).to.include('“机要员岗自查表.docx”：整份文件').and.include('第 2 行（机要员岗）');
  });

  it('loses lines that go on below a row, and is kept whole around them', async () => {
    const header = HEADER.slice(1, 5);
    const rows = [['单位：办公室'], header, secretRow().slice(1, 5), ['', '', '', MEASURE]];
    const lists = { name: '汇总', rows: [...rows, OPEN_ROW.slice(1, 5)] };
    const address = await uploaded(started.office, [[await workbookFile(lists), '汇总.xlsx']]);
    expect(await found(address)).to.deep.equal([]);
    expect(wordsIn((await started.office.get(`${address}?stage=rows&show=all`)).text)).to.include(OPEN_RISK);
  });

  it('is forgotten whole where a row that stays takes its name from one that does not', async () => {
    const header = HEADER.slice(1, 5);
    const rows = [
      ['单位：办公室'],
      header,
      secretRow().slice(1, 5),
      ['', '档案岗', OPEN_RISK, '查阅须经批准。'],
    ];
    const files: FileToUpload[] = [[await workbookFile({ name: '汇总', rows }), '汇总.xlsx']];
    const address = await uploaded(started.office, [...files, await register(OPEN_ROW)]);
    expect(await found(address)).to.deep.equal([]);
    expect(wordsIn((await started.office.get(address)).text)).to.include('“汇总.xlsx”：整份文件（机要岗）');
  });

  it('loses them also when it comes from a division to which the post does not belong', async () => {
    const head = await signedInAgent(started.running.app, 'division-head');
    const address = await uploaded(head, [await register(secretRow(), OPEN_ROW)]);
    expect((await head.get(`${address}?stage=rows&show=all`)).text).not.to.include(SECRET);
    expect(await tablesWith(started.running, SECRET)).to.deep.equal([]);
  });

  it('loses also a row that was left out, and what was typed into it', async () => {
    const lacking = ['办公室', '赵某', '文密岗', '', MEASURE, '不明', '严重'];
    const address = await uploaded(started.office, [await register(lacking, OPEN_ROW)]);
    await decide(started.office, address, 'rows', { 潜在风险: RISK });
    await decide(started.office, address, 'rows', { 不导入这一行: 'yes' });
    expect(await found(address)).to.include('import_draft_correction');
    await confidentialPost(started.running, '办公室', '文密岗');
    expect(await found(address)).to.deep.equal([]);
  });

  it('loses them at the next look once the office says that the post is confidential', async () => {
    const address = await uploaded(started.office, [await register(secretRow('文印岗'), OPEN_ROW)]);
    expect(await found(address)).not.to.deep.equal([]);
    await confidentialPost(started.running, '办公室', '文印岗');
    expect(await found(address)).to.deep.equal([]);
  });
});
