import { expect } from 'chai';
import type { Response } from 'supertest';
import { confidentialPost, SECRET, tablesWith } from '../../support/confidential-posts.ts';
import { tokenIn } from '../../support/http.ts';
import { messyRegister } from '../../support/messy-register.ts';
import {
  decide,
  guardIn,
  uploaded,
  uploadingOffice,
  wordsIn,
  type FileToUpload,
  type UploadingOffice,
} from '../../support/uploading.ts';
import { workbookFile } from '../../support/workbook-file.ts';

const RISK_COLUMN = '“廉政隐患说明”这一列读作';
const HEADER = ['处室', '姓名', '岗位', '潜在风险', '防控措施', '发生机率', '危害程度'];

describe('files that are added to an open upload', function () {
  this.timeout(120_000);
  let started: UploadingOffice;
  let address: string;
  before(async () => {
    started = await uploadingOffice();
  });
  beforeEach(async () => {
    address = await uploaded(started.office, [[await messyRegister(), '登记表.xlsx']]);
  });
  after(() => started.end());

  const opened = async (stage = 'values'): Promise<Response> =>
    started.office.get(`${address}?stage=${stage}`);

  async function added(page: Response, files: readonly FileToUpload[]): Promise<Response> {
    let post = started.office
      .post(`${address}/files`)
      .field('_csrf', tokenIn(page))
      .field('guard', guardIn(page.text))
      .field('stage', 'values');
    for (const [bytes, name] of files) post = post.attach('files', Buffer.from(bytes), name);
    return post;
  }

  async function register(risk: string, probability = '中'): Promise<FileToUpload> {
    const row = ['办公室', '林海棠', '政府采购岗', risk, '集体审核。', probability, '一般'];
    return [await workbookFile({ name: '补充', rows: [HEADER, row] }), '补充.xlsx'];
  }

  it('stand beside the others, and what was decided holds, for them too', async () => {
    await decide(started.office, address, 'columns', { [RISK_COLUMN]: 'risk' });
    await decide(started.office, address, 'values', { '“中”': 'fairly-high' });
    const answer = await added(await opened(), [await register('违规指定供应商，谋取私利。')]);
    expect(answer.status).to.equal(303);
    const rows = wordsIn((await started.office.get(`${address}?stage=rows&show=all`)).text);
    expect(rows).to.include('违规指定供应商，谋取私利').and.include('化整为零规避公开招标');
    expect(wordsIn((await opened()).text)).not.to.include('“中”');
    const actions = (await started.running.database.read('audit_entry').pluck('action')) as string[];
    expect(actions).to.include('import.files-added');
  });

  it('are not taken from a page that is out of date: 409, and nothing is kept', async () => {
    const older = await opened();
    await decide(started.office, address, 'columns', { [RISK_COLUMN]: 'risk' });
    const answer = await added(older, [await register('违规指定供应商，谋取私利。')]);
    expect(answer.status).to.equal(409);
    expect(wordsIn(answer.text)).not.to.include('补充.xlsx');
    expect(started.temporary.left()).to.deep.equal([]);
  });

  it('are refused when there are none, none that can be read, or too many together', async () => {
    const none = await added(await opened(), []);
    const unreadable = await added(await opened(), [[Buffer.alloc(0), '空.docx']]);
    const many = Array.from({ length: 50 }, (_, index): FileToUpload => ['x', `${String(index)}.csv`]);
    const tooMany = await added(await opened(), many);
    expect([none.status, unreadable.status, tooMany.status]).to.deep.equal([422, 422, 422]);
    expect(wordsIn(none.text)).to.include('请选择要上传的文件');
    expect(wordsIn(unreadable.text)).to.include('“空.docx”：文件里没有文字');
    expect(wordsIn(tooMany.text)).to.include('“49.csv”没有收下：一次最多上传 50 个文件');
    expect(wordsIn((await opened()).text)).not.to.include('空.docx');
  });

  it('lose the texts of a confidential post before they are kept', async () => {
    await confidentialPost(started.running, '办公室', '机要岗');
    const row = ['办公室', '赵某', '机要岗', `${SECRET}，造成泄密。`, '登记。', '较小', '严重'];
    const mixed = await workbookFile({
      name: '补充',
      rows: [HEADER, row, ['办公室', '林海棠', '政府采购岗', '违规指定供应商。', '审核。', '较小', '一般']],
    });
    expect((await added(await opened(), [[mixed, '补充.xlsx']])).status).to.equal(303);
    expect(await tablesWith(started.running, SECRET)).to.deep.equal([]);
    expect(wordsIn((await opened()).text)).to.include('“补充.xlsx”：工作表“补充”第 2 行（机要岗）');
  });
});
