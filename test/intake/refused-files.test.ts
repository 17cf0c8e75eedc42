import { expect } from 'chai';
import { en } from '../../src/language/en.ts';
import { zh } from '../../src/language/zh.ts';
import { compoundFile } from '../support/compound-file.ts';
import { reading, said, sampleBytes } from '../support/reading.ts';
import { wordFile } from '../support/word-file.ts';
import { workbookFile } from '../support/workbook-file.ts';
import { documentParts, documentXml, zipFile } from '../support/zip-file.ts';

const MEGABYTE = 1024 * 1024;
const DOCX = sampleBytes('annex1-finance.docx');
const PARTS = documentParts(documentXml('廉政风险自查表'));
const NOISE = Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7919) % 251));

function documentWith(entry: Parameters<typeof zipFile>[0][number]): Buffer {
  return zipFile([...PARTS.filter(({ name }) => name !== entry.name), entry]);
}

/** Lets the first sector of the directory be followed by itself. */
function inCircle(file: Buffer): Buffer {
  const circular = Buffer.from(file);
  const directory = file.readUInt32LE(0x30);
  circular.writeUInt32LE(directory, (file.readUInt32LE(0x4c) + 1) * 512 + directory * 4);
  return circular;
}

const REFUSED: readonly (readonly [string, Buffer, string])[] = [
  ['an empty file', Buffer.alloc(0), 'empty-file'],
  ['a file of blanks', Buffer.from(' \r\n\t\u0000\r\n'), 'empty-file'],
  ['50 MB', Buffer.alloc(50 * MEGABYTE, 'x'), 'file-too-large'],
  ['a page of the web named .docx', sampleBytes('bad-not-a-word-file.docx'), 'html-file'],
  [
    'a page of the web as Excel saves it',
    Buffer.from('\uFEFF<?xml version="1.0"?>\n<html xmlns="x"><table></table></html>'),
    'html-file',
  ],
  [
    'a single-file web page',
    Buffer.from('MIME-Version: 1.0\r\nContent-Type: multipart/related'),
    'html-file',
  ],
  ['a PDF', Buffer.from('%PDF-1.7\n'), 'unsupported-format'],
  ['RTF named .doc', Buffer.from('{\\rtf1\\ansi}'), 'unsupported-format'],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), 'unsupported-format'],
  ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2]), 'unsupported-format'],
  ['XML of Excel 2003', Buffer.from('<?xml version="1.0"?><Workbook xmlns="x"/>'), 'unsupported-format'],
  ['a truncated zip', DOCX.subarray(0, DOCX.length / 2), 'damaged-file'],
  ['the start of a zip', DOCX.subarray(0, 30), 'damaged-file'],
  ['a zip of something else', zipFile([{ name: 'a.txt', content: 'a' }]), 'unsupported-format'],
  [
    'an OpenDocument file',
    zipFile([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' }]),
    'unsupported-format',
  ],
  [
    'a zip with a password',
    documentWith({ name: 'word/document.xml', content: 'x', encrypted: true }),
    'password-protected',
  ],
  [
    'a workbook with a password',
    compoundFile(NOISE, 'EncryptionInfo', 'EncryptedPackage'),
    'password-protected',
  ],
  ['an old workbook with macros', compoundFile(NOISE, 'Workbook', '_VBA_PROJECT_CUR/VBA/dir'), 'macro-file'],
  ['an old document with macros', compoundFile(NOISE, 'WordDocument', 'Macros/VBA/dir'), 'macro-file'],
  ['a compound file of something else', compoundFile(NOISE, 'Contents'), 'unsupported-format'],
  ['a damaged compound file', compoundFile(NOISE, 'WordDocument').subarray(0, 700), 'damaged-file'],
  [
    'an old workbook whose sectors run in a circle',
    inCircle(sampleBytes('annex2-office.xls')),
    'damaged-file',
  ],
  ['an old document of noise', compoundFile(NOISE, 'WordDocument', '0Table', '1Table'), 'damaged-file'],
  ['an old workbook of noise', compoundFile(NOISE, 'Workbook'), 'damaged-file'],
  ['macros in a document', zipFile([...PARTS, { name: 'word/vbaProject.bin', content: 'x' }]), 'macro-file'],
  [
    'a document that says it has macros',
    zipFile(documentParts(documentXml(''), 'application/vnd.ms-word.document.macroEnabled.main+xml')),
    'macro-file',
  ],
  [
    'a binary workbook',
    zipFile(documentParts('', 'application/vnd.ms-excel.sheet.binary.macroEnabled.main')),
    'unsupported-format',
  ],
  [
    'a document type',
    zipFile(documentParts(documentXml('x', '<!DOCTYPE a [<!ENTITY b "c">]>'))),
    'unsafe-xml',
  ],
  [
    'a document type in UTF-16',
    zipFile(documentParts(Buffer.from(`\uFEFF${documentXml('x', '<!DOCTYPE a>')}`, 'utf16le'))),
    'unsafe-xml',
  ],
  ['XML that breaks off', zipFile(documentParts('<w:document><w:body>')), 'damaged-file'],
  [
    'more entries than any office file has',
    zipFile(Array.from({ length: 5001 }, (_, index) => ({ name: `${String(index)}.xml`, content: '' }))),
    'too-many-entries',
  ],
  [
    'a bomb, told by its ratio',
    documentWith({ name: 'word/bomb.xml', content: Buffer.alloc(30 * MEGABYTE) }),
    'packed-suspiciously',
  ],
  [
    'a bomb, told by its size',
    documentWith({ name: 'word/bomb.xml', content: NOISE, claimedSize: 210 * MEGABYTE }),
    'unzips-too-large',
  ],
  [
    'a bomb whose directory says it is small',
    documentWith({ name: 'word/document.xml', content: Buffer.alloc(30 * MEGABYTE), claimedSize: 100 }),
    'directory-lies',
  ],
  [
    'a directory that says more than there is',
    documentWith({ name: 'word/document.xml', content: documentXml('x'), claimedSize: 5000 }),
    'directory-lies',
  ],
  [
    'a checksum that does not match',
    documentWith({ name: 'word/document.xml', content: documentXml('x'), claimedCrc: 1 }),
    'damaged-file',
  ],
  [
    'entries that share their bytes',
    zipFile([
      { name: 'a.xml', content: NOISE },
      { name: 'b.xml', content: NOISE, sharesFirst: true },
    ]),
    'damaged-file',
  ],
  [
    'two entries of one name',
    zipFile([...PARTS, { name: 'Word/Document.xml', content: 'x' }]),
    'damaged-file',
  ],
  ['an unknown encoding', Buffer.from([0xff, 0xff, 0xff, 0x41, 0xff, 0x0a]), 'unreadable-encoding'],
  ['text of 20,001 lines', Buffer.from('单位,姓名,岗位,潜在风险\n'.repeat(20_001)), 'too-many-rows'],
  [
    'a text of 20,001 characters',
    Buffer.from(`单位,潜在风险\n办公室,${'险'.repeat(20_001)}\n`),
    'text-too-long',
  ],
  ['a text of 300 columns', Buffer.from(`单位,潜在风险${','.repeat(300)}x\n`), 'too-many-columns'],
  ['a letter without a form', Buffer.from('各处室：请于4月26日前填报。\n'), 'not-recognised'],
];

describe('a file that cannot be read', () => {
  for (const [title, bytes, code] of REFUSED) {
    it(`is refused with ${code}: ${title}`, async () => {
      const { forms, findings } = await reading(bytes);
      expect(forms).to.deep.equal([]);
      expect(findings.map((finding) => [finding.severity, finding.code])).to.deep.equal([['error', code]]);
      expect(said(findings, zh).join('')).to.match(/\p{Script=Han}/u);
      expect(said(findings, en).join('')).to.match(/^[^\p{Script=Han}]+$/u);
    });
  }

  it('is refused when a sheet has too many rows', async () => {
    const rows = Array.from({ length: 20_001 }, () => ['办公室', '风险']);
    const { findings } = await reading(await workbookFile({ rows: [['单位', '潜在风险'], ...rows] }));
    expect(findings.map(({ code, position }) => [code, position.row])).to.deep.equal([
      ['too-many-rows', 20_001],
    ]);
  });

  it('is not mistaken for an empty one when it only has words', async () => {
    const { format, findings } = await reading(
      await wordFile(['关于开展排查工作的通知', '各处室：', '请按时报送。']),
    );
    expect([format, findings.map(({ code }) => code)]).to.deep.equal(['docx', ['not-recognised']]);
  });
});
