import { expect } from 'chai';
import { findingsInShort, formIn, formsIn, reading } from '../support/reading.ts';
import { plainWorkbookFile, workbookFile } from '../support/workbook-file.ts';

const HEADER = ['单位', '姓名', '岗位', '风险点', '防控措施', '风险等级', '填表日期'];
const ROW = ['办公室', '陈某', '财务岗', '风险甲', '措施甲', '一级', '2021.4.22'];

describe('a workbook', () => {
  it('is read with rich text, formulas, numbers and real dates', async () => {
    const file = await workbookFile({
      rows: [
        HEADER,
        [
          { richText: [{ text: '办公' }, { font: { bold: true }, text: '室' }] },
          { formula: '"陈"&"某"', result: '陈某' },
          { text: '财务岗', hyperlink: 'mailto:nobody' },
          '风险甲',
          '措施甲',
          2,
          new Date(Date.UTC(2021, 3, 22)),
        ],
      ],
      formats: { G2: '[DBNum1][$-804]yyyy"年"m"月"d"日"' },
    });
    const form = await formIn(file);
    expect([
      form.unit?.value,
      form.name?.value,
      form.post?.value,
      form.risks[0]?.grade?.value,
      form.filledOn?.value,
    ]).to.deep.equal(['办公室', '陈某', '财务岗', 2, '2021-04-22']);
  });

  it('knows each value’s sheet, row and column, and does not take a merge for repeats', async () => {
    const file = await workbookFile({
      name: '登记',
      rows: [[], ['登记表'], HEADER, ROW, [null, null, null, '风险乙']],
      merges: ['A4:A5', 'B4:B5', 'C4:C5', 'E4:E5', 'A2:G2'],
    });
    const form = await formIn(file);
    expect(form.risks.map(({ text, measure }) => [text.position, measure?.position])).to.deep.equal([
      [
        { sheet: '登记', row: 4, column: 4 },
        { sheet: '登记', row: 4, column: 5 },
      ],
      [
        { sheet: '登记', row: 5, column: 4 },
        { sheet: '登记', row: 4, column: 5 },
      ],
    ]);
  });

  it('leaves out hidden sheets and those without forms, and says so', async () => {
    const file = await workbookFile(
      { name: '填表说明', rows: [['请于4月26日前填报。']] },
      { name: '登记', rows: [HEADER, ROW] },
      { name: '去年', rows: [HEADER, ROW], hidden: true },
      { name: '空白', rows: [] },
    );
    const { forms, findings } = await reading(file);
    expect(forms).to.have.length(1);
    expect(findings.map(({ severity, code, position }) => [severity, code, position])).to.deep.equal([
      ['warning', 'hidden-sheet', { sheet: '去年' }],
      ['warning', 'unread-sheet', { sheet: '填表说明' }],
    ]);
  });

  it('takes a formula that failed for a blank, and says so', async () => {
    const file = await workbookFile({
      rows: [HEADER, [...ROW.slice(0, 3), { formula: 'A99', result: { error: '#REF!' } }]],
    });
    const { findings } = await reading(file);
    expect(findingsInShort(findings)).to.deep.equal([
      'warning formula-error 2:4',
      'error missing-risk text 2:4',
    ]);
  });

  it('may hold several kinds of forms', async () => {
    const file = await workbookFile(
      { rows: [HEADER, ROW] },
      {
        rows: [
          ['汇总表'],
          ['单位名称', '办公室'],
          ['姓名', '岗位名称', '潜在风险'],
          ['林某', '采购岗', '风险乙'],
        ],
      },
      {
        rows: [
          ['廉政风险自查表'],
          ['单位名称', '办公室'],
          ['姓名', '周某', '岗位名称', '审批岗'],
          ['潜在风险', '1、风险丙'],
          ['防控措施', '1、措施丙'],
        ],
      },
    );
    expect((await formsIn(file)).map(({ kind, name }) => [kind, name])).to.deep.equal([
      ['register', '陈某'],
      ['annex2', '林某'],
      ['annex1', '周某'],
    ]);
  });

  it('is not made larger by a merge that reaches the end of the sheet', async () => {
    const file = plainWorkbookFile([HEADER, ROW], ['I1:XFD1048576', 'A9:G1048576'], 'xlsx');
    expect(await formsIn(file)).to.have.length(1);
  });
});
