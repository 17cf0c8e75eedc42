import { expect } from 'chai';
import { SECRET, tablesWith } from '../../support/confidential-posts.ts';
import { signedInAgent } from '../../support/http.ts';
import { idNamed, sendOffice } from '../../support/office-form.ts';
import { selfCheck } from '../../support/self-check-table.ts';
import {
  uploaded,
  uploadingOffice,
  type FileToUpload,
  type UploadingOffice,
} from '../../support/uploading.ts';
import { wordFile } from '../../support/word-file.ts';
import { workbookFile } from '../../support/workbook-file.ts';

const POST = '文印岗';
const RISK = `${SECRET}，造成泄密。`;
const OPEN_RISK = '违规提供档案查阅，牟取私利。';
const HEADER = ['处室', '姓名', '岗位', '潜在风险', '防控措施', '发生机率', '危害程度'];
const OPEN_ROW = ['办公室', '李某', '档案岗', OPEN_RISK, '查阅须经批准。', '较小', '一般'];
const SECRET_ROW = ['办公室', '赵某', POST, RISK, '由专人登记。', '较小', '严重'];

describe('a post that is made confidential while uploads with its texts are open', function () {
  this.timeout(120_000);
  let started: UploadingOffice;
  beforeEach(async () => {
    started = await uploadingOffice();
    await onPost(
      `/organisation/units/${String(await idNamed(started.running, 'org_unit', '办公室'))}`,
      '/posts',
    );
  });
  afterEach(() => started.end());

  /** Sends one of the office's forms with the post's name, or what `form` says instead. */
  async function onPost(page: string, end: string, form: object = {}): Promise<number> {
    const { status } = await sendOffice(started.office, page, page + end, { name: POST, ...form });
    return status;
  }

  async function changePost(form: object): Promise<number> {
    return onPost(`/organisation/posts/${String(await idNamed(started.running, 'post', POST))}`, '', form);
  }

  async function register(...rows: readonly string[][]): Promise<FileToUpload> {
    return [await workbookFile({ name: '登记表', rows: [HEADER, ...rows] }), '登记表.xlsx'];
  }

  async function form(): Promise<FileToUpload> {
    const words = { unit: '办公室', name: '赵某', post: POST, duties: `收发密件；${SECRET}`, risks: [RISK] };
    return [await wordFile(selfCheck({ ...words, measures: ['由专人登记。'] })), '自查表.docx'];
  }

  function changedAt(): Promise<readonly unknown[]> {
    return started.running.database.read('import_draft').orderBy('id').pluck('changed_at');
  }

  it('takes its texts out of all of them at once, and nothing else', async () => {
    const head = await signedInAgent(started.running.app, 'division-head');
    await uploaded(head, [await register(SECRET_ROW, OPEN_ROW)]);
    await uploaded(started.office, [await form(), await register(OPEN_ROW)]);
    const before = await changedAt();
    expect(await changePost({ confidential: 'yes' })).to.equal(303);
    expect(await tablesWith(started.running, SECRET)).to.deep.equal([]);
    expect(await tablesWith(started.running, OPEN_RISK)).to.deep.equal(['import_draft_file']);
    expect(await changedAt(), 'days until they are given up').to.deep.equal(before);
    const entries = await started.running.audit.latest(2, ['/']);
    expect(entries.map(({ action }) => action)).to.deep.equal([
      'import.confidential-removed',
      'import.confidential-removed',
    ]);
  });

  it('keeps them while it is only renamed, or the change is refused', async () => {
    await uploaded(started.office, [await register(SECRET_ROW, OPEN_ROW)]);
    expect(await changePost({})).to.equal(303);
    expect(await changePost({ name: '', confidential: 'yes' })).to.equal(422);
    expect(await tablesWith(started.running, SECRET)).to.deep.equal(['import_draft_file']);
  });
});
