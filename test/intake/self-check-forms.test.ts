import { expect } from 'chai';
import { formIn, formsIn, inShort } from '../support/reading.ts';
import {
  AS_READ,
  MEASURES,
  RISKS,
  selfCheck,
  selfCheckOf,
  selfCheckTable,
} from '../support/self-check-table.ts';
import { wordFile, type WordBlock, type WordTable } from '../support/word-file.ts';

function inOneCell(risks: string, measures: string): WordBlock[] {
  return selfCheckOf(['潜在风险', { text: risks, across: 3 }], ['防控措施', { text: measures, across: 3 }]);
}

function numbered(mark: (number: number) => string, parting: string): (texts: readonly string[]) => string {
  return (texts) => texts.map((text, index) => `${mark(index + 1)}${text}`).join(parting);
}

const WAYS_TO_NUMBER: readonly (readonly [string, (texts: readonly string[]) => string])[] = [
  ['1、 on lines', numbered((number) => `${number}、`, '\n')],
  ['1、 in one line', numbered((number) => `${number}、`, '')],
  ['1. on lines', numbered((number) => `${number}. `, '\n')],
  ['１．in full width', numbered((number) => `${'０１２３'.charAt(number)}．`, '\n')],
  ['（1）', numbered((number) => `（${number}）`, '')],
  ['1）', numbered((number) => `${number}）`, '\n')],
  ['①', numbered((number) => '①②③'.charAt(number - 1), '')],
  ['⑴', numbered((number) => '⑴⑵⑶'.charAt(number - 1), '\n')],
  ['一、', numbered((number) => `${'一二三'.charAt(number - 1)}、`, '\n')],
  ['（一）', numbered((number) => `（${'一二三'.charAt(number - 1)}）`, '\n')],
  ['风险1：', numbered((number) => `风险${number}：`, '\n')],
  ['lines that end like sentences', (texts) => texts.join('\n')],
];

describe('a self-check form (annex 1)', () => {
  it('is read in the notice’s layout', async () => {
    expect(await formsIn(await wordFile(selfCheck({ risks: RISKS, measures: MEASURES })))).to.deep.equal([
      AS_READ,
    ]);
  });

  for (const [way, listed] of WAYS_TO_NUMBER) {
    it(`may have all risks in one cell, numbered by ${way}`, async () => {
      const file = await wordFile(inOneCell(listed(RISKS), listed(MEASURES)));
      expect(await formsIn(file)).to.deep.equal([AS_READ]);
    });
  }

  it('may have risks that Word numbers by itself', async () => {
    const [risks, measures] = [RISKS.join('\n'), MEASURES.join('\n')];
    const file = await wordFile(
      selfCheckOf(
        ['潜在风险', { text: risks, across: 3, numbered: true }],
        ['防控措施', { text: measures, across: 3, numbered: true }],
      ),
    );
    expect(await formsIn(file)).to.deep.equal([AS_READ]);
  });

  it('may have a table for the risks inside their cell', async () => {
    const inner = (texts: readonly string[]): WordTable =>
      texts.map((text, index) => [String(index + 1), text]);
    const file = await wordFile(
      selfCheckOf(
        ['潜在风险', { text: '', across: 3, inner: inner(RISKS) }],
        ['防控措施', { text: '', across: 3, inner: inner(MEASURES) }],
      ),
    );
    expect(await formsIn(file)).to.deep.equal([AS_READ]);
  });

  it('may stand inside a frame', async () => {
    const table = selfCheckTable({ risks: RISKS, measures: MEASURES });
    const file = await wordFile([
      '廉政风险自查表（岗位）',
      '单位（处室）名称：办公室',
      [[{ text: '', inner: table }]],
    ]);
    expect(await formsIn(file)).to.deep.equal([AS_READ]);
  });

  it('may have more rows than the template, also without a merge or a number', async () => {
    const file = await wordFile(
      selfCheckOf(
        ['潜在风险', '1', { text: RISKS[0] ?? '', across: 2 }],
        ['', '2', { text: RISKS[1] ?? '', across: 2 }],
        ['', '', { text: RISKS[2] ?? '', across: 2 }],
        ['防控措施', '1', { text: MEASURES[0] ?? '', across: 2 }],
        ['', '2', { text: MEASURES[1] ?? '', across: 2 }],
        ['', '', { text: MEASURES[2] ?? '', across: 2 }],
      ),
    );
    expect(await formsIn(file)).to.deep.equal([AS_READ]);
  });

  it('may have risks and measures side by side', async () => {
    const rows = RISKS.map((risk, index) => [
      String(index + 1),
      { text: risk, across: 2 },
      MEASURES[index] ?? '',
    ]);
    const file = await wordFile(selfCheckOf(['序号', { text: '潜在风险', across: 2 }, '防控措施'], ...rows));
    expect(await formsIn(file)).to.deep.equal([AS_READ]);
  });

  it('may have labels in rows of their own above the values', async () => {
    const file = await wordFile([
      '廉政风险自查表（岗位）',
      '单位名称：办公室',
      [
        ['姓名', '岗位名称', '填表日期'],
        ['林某', '政府采购岗', '2021.4.22'],
        [{ text: '岗位职责', across: 3 }],
        [{ text: '负责采购。', across: 3 }],
        [{ text: '潜在风险', across: 3 }],
        ...RISKS.map((text, index) => [String(index + 1), { text, across: 2 }]),
        [{ text: '防控措施', across: 3 }],
        ...MEASURES.map((text, index) => [String(index + 1), { text, across: 2 }]),
      ],
    ]);
    const form = await formIn(file);
    expect({ ...inShort(form), duties: form.duties?.value, filledOn: form.filledOn?.value }).to.deep.equal({
      ...AS_READ,
      duties: '负责采购。',
      filledOn: '2021-04-22',
    });
  });

  it('may have no table at all', async () => {
    const file = await wordFile([
      '廉政风险自查表（岗位）',
      '单位（处室）名称：办公室　　　　填表日期：2021年4月22日',
      '姓名：林某　　岗位名称：政府采购岗',
      '岗位职责：负责采购。',
      '潜在风险：',
      ...RISKS.map((text, index) => `${String(index + 1)}、${text}`),
      '防控措施：',
      ...MEASURES.map((text, index) => `${String(index + 1)}、${text}`),
      '单位（处室）负责人意见：同意。',
    ]);
    const form = await formIn(file);
    expect(inShort(form)).to.deep.equal(AS_READ);
    expect(form.opinions.map(({ text }) => text.value)).to.deep.equal(['同意。']);
  });
});
