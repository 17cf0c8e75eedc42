import { expect } from 'chai';
import { reading, sampleBytes } from '../support/reading.ts';

const DOCX = sampleBytes('annex1-finance.docx');
const XLS = sampleBytes('annex2-office.xls');

const NOT_AS_NAMED: readonly (readonly [string, Buffer, string])[] = [
  ['a sentence', Buffer.from('damaged beyond recognition'), '登记表.xlsx'],
  ['Chinese text', Buffer.from('各处室：请于4月26日前填报。'), '自查表.doc'],
  ['the middle of a document', DOCX.subarray(1000, 3000), '自查表.docx'],
  ['the middle of a workbook', XLS.subarray(512, 2048), '汇总表.XLS'],
  ['text with control characters', Buffer.from('PK\u0001\u0002 broken'), '登记表.xlsx'],
];

describe('a file that is not what its name says', () => {
  for (const [what, bytes, name] of NOT_AS_NAMED) {
    it(`is told so: ${what} named ${name}`, async () => {
      const { forms, findings } = await reading(bytes, name);
      expect(forms).to.deep.equal([]);
      expect(findings.map(({ code }) => code)).to.deep.equal(['not-as-named']);
    });
  }

  it('is told that it is damaged where it begins as it should', async () => {
    const { findings } = await reading(DOCX.subarray(0, DOCX.length - 400), '自查表.docx');
    expect(findings.map(({ code }) => code)).to.deep.equal(['damaged-file']);
  });

  it('is read where it is a list all the same, as old systems export it', async () => {
    const list = '单位\t姓名\t岗位\t潜在风险\n办公室\t周某\t文印岗\t泄露文件。\n';
    const { forms, findings } = await reading(list, '导出.xls');
    expect([forms.length, findings.map(({ code }) => code).includes('not-as-named')]).to.deep.equal([
      1,
      false,
    ]);
  });

  it('is asked about its columns where it is a list of other words', async () => {
    const list = '部门名\t谁\t隐患\n办公室\t周某\t泄露文件。\n财务处\t钱某\t虚列支出。\n';
    const { findings } = await reading(list, '导出.xls');
    expect(findings.map(({ code }) => code)).to.deep.equal(['not-recognised']);
  });

  it('promises nothing by another ending', async () => {
    const { findings } = await reading('damaged beyond recognition', '登记表.csv');
    expect(findings.map(({ code }) => code)).to.deep.equal(['not-recognised']);
  });
});
