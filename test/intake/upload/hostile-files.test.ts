import { expect } from 'chai';
import ExcelJS from 'exceljs';
import { tokenIn, type Agent, type TestApp } from '../../support/http.ts';
import { compoundFile } from '../../support/compound-file.ts';
import { messyRegister } from '../../support/messy-register.ts';
import { sampleBytes } from '../../support/reading.ts';
import { uploadingOffice, upload, uploaded, wordsIn, type TemporaryFolder } from '../../support/uploading.ts';
import { documentParts, documentXml, zipFile } from '../../support/zip-file.ts';

const MEGABYTE = 1024 * 1024;
const DOCX = sampleBytes('annex1-finance.docx');
const PARTS = documentParts(documentXml('廉政风险自查表'));
const NOISE = Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7919) % 251));

/** What is sent, under which name, and what its sender reads. */
const REFUSED: readonly (readonly [string, Buffer, string, RegExp])[] = [
  [
    'a zip bomb',
    zipFile(documentParts(Buffer.alloc(60 * MEGABYTE, ' '))),
    '炸弹.docx',
    /“炸弹\.docx”：文件的压缩比异常/u,
  ],
  ['a truncated file', DOCX.subarray(0, DOCX.length / 2), '半截.docx', /“半截\.docx”：文件已损坏或不完整/u],
  [
    'an encrypted file',
    compoundFile(NOISE, 'EncryptionInfo', 'EncryptedPackage'),
    '加密.xlsx',
    /“加密\.xlsx”：文件设有打开密码/u,
  ],
  [
    'a mislabelled program',
    Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0]),
    '程序.docx',
    /“程序\.docx”：内容不是 Word 文件：文件已损坏，或者只是改了扩展名。请用 Word 或 WPS 打开原文件/u,
  ],
  [
    'a workbook that lost its beginning',
    Buffer.from('damaged beyond recognition'),
    '登记表.xlsx',
    /“登记表\.xlsx”：内容不是 Excel 文件：文件已损坏，或者只是改了扩展名。请用 Excel 或 WPS 打开原文件/u,
  ],
  [
    'macros',
    zipFile([...PARTS, { name: 'word/vbaProject.bin', content: 'x' }]),
    '宏.docx',
    /“宏\.docx”：文件带有宏/u,
  ],
  ['21 MB', Buffer.alloc(21 * MEGABYTE, 'x'), '太大.csv', /“太大\.csv”：文件超过 20 MB/u],
  ['0 bytes', Buffer.alloc(0), '空.docx', /“空\.docx”：文件里没有文字/u],
  ['a web page', Buffer.from('<html><body>x</body></html>'), '网页.docx', /“网页\.docx”：这是一个网页/u],
  ['a name with folders in it', Buffer.alloc(0), '../../../etc/出逃.docx', /“出逃\.docx”：/u],
];

describe('hostile files', () => {
  let running: TestApp;
  let office: Agent;
  let temporary: TemporaryFolder;
  let end: () => Promise<void>;
  before(async () => {
    ({ running, office, temporary, end } = await uploadingOffice());
  });
  after(() => end());

  for (const [what, bytes, name, words] of REFUSED) {
    it(`${what}: refused by name, with a remedy, and nothing is kept`, async () => {
      const answer = await upload(office, [[bytes, name]]);
      expect(answer.status).to.equal(422);
      expect(wordsIn(answer.text)).to.match(words);
      expect(await running.database.read('import_draft')).to.deep.equal([]);
      expect(temporary.left()).to.deep.equal([]);
    });
  }

  it('do not keep good files of the same upload from being looked through', async () => {
    const address = await uploaded(office, [
      [Buffer.alloc(21 * MEGABYTE, 'x'), '太大.csv'],
      [await messyRegister(), '登记表.xlsx'],
    ]);
    const words = wordsIn((await office.get(`${address}?stage=rows`)).text);
    expect(words).to.include('太大.csv 错误 文件超过 20 MB，没有读取。').and.include('登记表.xlsx');
    expect(words).to.include('或者去掉这个文件');
  });

  it('cannot smuggle lines or markup into a page by their name', async () => {
    const form = await office.get('/imports/new');
    const name = `a%0d%0ab"><img src=x onerror=alert(1)>.csv`;
    const body = [
      '--x\r\nContent-Disposition: form-data; name="_csrf"\r\n\r\n',
      `${tokenIn(form)}\r\n--x\r\nContent-Disposition: form-data; name="year"\r\n\r\n2021\r\n`,
      `--x\r\nContent-Disposition: form-data; name="files"; filename="${name.replaceAll('"', '\\"')}"\r\n\r\n`,
      '\r\n--x--\r\n',
    ].join('');
    const answer = await office
      .post('/imports/new')
      .set('Content-Type', 'multipart/form-data; boundary=x')
      .send(body);
    expect(answer.status).to.equal(422);
    expect(answer.text)
      .to.include('&lt;img src=x onerror=alert(1)&gt;.csv')
      .and.not.match(/<img src/u);
  });

  it('have no formula run where their problems are sent back', async () => {
    const rows = [[1, '=cmd|calc', '钱某', '综合岗', '把关不严。', '集体审核。', '=1+1', '一般', '自查']];
    const register = await messyRegister(rows);
    const address = await uploaded(office, [[register, '=cmd|calc.xlsx']]);
    const answer = await office.get(`${address}/problems.xlsx`).responseType('blob');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(answer.body as ArrayBuffer);
    const cells = book.worksheets
      .flatMap((sheet) => sheet.getRows(1, 20) ?? [])
      .flatMap((row) => row.values as unknown[]);
    const begun = cells.filter((cell) => typeof cell !== 'string' || /^[=+@-]/u.test(cell));
    expect(
      begun.filter((cell) => typeof cell !== 'number' && cell !== undefined && cell !== null),
    ).to.deep.equal([]);
    expect(cells).to.include("'=cmd|calc.xlsx");
  });
});
