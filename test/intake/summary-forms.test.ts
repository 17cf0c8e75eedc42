import { expect } from 'chai';
import { findingsInShort, formsIn, inShort, reading } from '../support/reading.ts';
import { ABOVE, HEADER, summaryOf, TWO_PEOPLE } from '../support/summary-table.ts';
import { wordFile } from '../support/word-file.ts';
import { plainWorkbookFile, workbookFile } from '../support/workbook-file.ts';

describe('a summary form (annex 2)', () => {
  it('carries a person’s name, post and duties down over blank cells', async () => {
    const file = await wordFile(
      summaryOf(
        ['1', '陈某', '财务岗', '负责财务。', '风险甲', '措施甲', '', ''],
        ['', '', '', '', '风险乙', '措施乙', '', ''],
        ['2', '林某', '采购岗', '负责采购。', '风险丙', '措施丙', '', ''],
      ),
    );
    const { forms, findings } = await reading(file);
    expect(forms.map(inShort)).to.deep.equal(TWO_PEOPLE);
    expect(forms.map(({ duties }) => duties?.value)).to.deep.equal(['负责财务。', '负责采购。']);
    expect(findings).to.deep.equal([]);
  });

  it('makes one form of rows of a person that do not stand together', async () => {
    const file = await wordFile(
      summaryOf(
        ['1', '陈某', '财务岗', '负责财务。', '风险甲', '措施甲', '', ''],
        ['2', '林某', '采购岗', '负责采购。', '风险丙', '措施丙', '', ''],
        ['3', '陈　某', '财务岗', '', '风险乙', '措施乙', '', ''],
      ),
    );
    expect(await formsIn(file)).to.deep.equal(TWO_PEOPLE);
  });

  it('keeps two posts of one person apart, and gives the second no duties of the first', async () => {
    const file = await wordFile(
      summaryOf(
        ['1', '陈某', '财务岗', '负责财务。', '风险甲', '措施甲', '', ''],
        ['', '', '资产岗', '', '风险乙', '措施乙', '', ''],
      ),
    );
    const { forms } = await reading(file);
    expect(forms.map(({ name, post, duties }) => [name?.value, post?.value, duties?.value])).to.deep.equal([
      ['陈某', '财务岗', '负责财务。'],
      ['陈某', '资产岗', undefined],
    ]);
  });

  it('reads a merged cell once, in Excel and in Excel 97', async () => {
    const rows = [
      ...ABOVE.map((line) => [line]),
      HEADER,
      [1, '陈某', '财务岗', '负责财务。', '风险甲', '措施甲', '一级', ''],
      ['', '', '', '', '风险乙', '措施乙', 'Ⅱ级', ''],
      [2, '林某', '采购岗', '负责采购。', '风险丙', '措施丙', 3, ''],
    ];
    const merges = ['A5:A6', 'B5:B6', 'C5:C6', 'D5:D6', 'A1:H1'];
    for (const file of [await workbookFile({ rows, merges }), plainWorkbookFile(rows, merges)]) {
      const { forms, findings } = await reading(file);
      expect(forms.map(inShort)).to.deep.equal(TWO_PEOPLE);
      expect(forms.flatMap(({ risks }) => risks.map(({ grade }) => grade?.value))).to.deep.equal([1, 2, 3]);
      expect(findings).to.deep.equal([]);
    }
  });

  it('reads one risk merged over several measures as one risk, and one measure merged over several risks as theirs', async () => {
    const file = await wordFile(
      summaryOf(
        ['1', '陈某', '财务岗', '负责财务。', { text: '风险甲', down: 'starts' }, '措施一', '', ''],
        ['', '', '', '', { text: '', down: 'goes on' }, '措施二', '', ''],
        ['', '', '', '', '风险乙', { text: '措施三', down: 'starts' }, '', ''],
        ['', '', '', '', '风险丙', { text: '', down: 'goes on' }, '', ''],
        ['', '', '', '', '风险丁', '措施四', '', ''],
        ['', '', '', '', '', '措施五', '', ''],
      ),
    );
    const [form] = await formsIn(file);
    expect(form?.risks).to.deep.equal(['风险甲', '风险乙', '风险丙', '风险丁']);
    expect(form?.measures).to.deep.equal(['措施一\n措施二', '措施三', '措施三', '措施四\n措施五']);
  });

  it('divides risks numbered in one cell, with their measures and grades', async () => {
    const file = await wordFile(
      summaryOf([
        '1',
        '陈某',
        '财务岗',
        '负责财务。',
        '1、风险甲；\n2、风险乙。',
        '1.措施甲\n2.措施乙',
        '一级\n二级',
        '',
      ]),
    );
    const [form] = (await reading(file)).forms;
    expect(
      form?.risks.map(({ text, measure, grade }) => [text.value, measure?.value, grade?.value]),
    ).to.deep.equal([
      ['风险甲', '措施甲', 1],
      ['风险乙。', '措施乙', 2],
    ]);
  });

  it('says which measure numbered in one cell has no risk there', async () => {
    const file = await wordFile(
      summaryOf([
        '1',
        '陈某',
        '财务岗',
        '负责财务。',
        '1、风险甲；2、风险乙。',
        '1、措施甲；3、措施丙。',
        '',
        '',
      ]),
    );
    const { forms, findings } = await reading(file);
    expect(forms.map(inShort)[0]?.measures).to.deep.equal(['措施甲', null]);
    expect(findingsInShort(findings)).to.deep.equal(['error measure-without-risk measure 2:6']);
  });

  it('keeps several measures of one risk together', async () => {
    const file = await wordFile(
      summaryOf(['1', '陈某', '财务岗', '负责财务。', '1、风险甲', '1、措施甲；\n2、措施乙。', '', '']),
    );
    expect((await formsIn(file))[0]).to.deep.include({
      risks: ['风险甲'],
      measures: ['1、措施甲；\n2、措施乙。'],
    });
  });

  for (const mark of ['—', '－', '-', '——', '/', '无', '办公室', '办 公 室', '本处室']) {
    it(`takes ${mark} in the place of a person as the division itself`, async () => {
      const file = await wordFile(
        summaryOf(
          ['1', '陈某', '财务岗', '负责财务。', '风险甲', '措施甲', '', ''],
          ['2', mark, mark, '', '风险乙', '措施乙', '', ''],
          ['', '', '', '', '风险丙', '措施丙', '', ''],
        ),
      );
      const { forms, findings } = await reading(file);
      expect(forms[1]).to.deep.include({ name: null, ownedByUnit: true });
      expect(forms[1]?.risks.map(({ text }) => text.value)).to.deep.equal(['风险乙', '风险丙']);
      expect(findings.filter(({ severity }) => severity === 'error')).to.deep.equal([]);
    });
  }
});
