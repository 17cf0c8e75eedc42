import { expect } from 'chai';
import { correctedSections, textAt } from '../../../src/intake/upload/corrected-document.ts';
import type { DeclaredFact } from '../../../src/rulebooks/declared-fact.ts';
import type { Correction } from '../../../src/intake/upload/correction.ts';
import type { StoredSections } from '../../../src/intake/upload/stored-document.ts';

const SHEET = '登记表';

/** A sheet of these rows below one another. */
function sheet(rows: readonly (readonly string[])[]): StoredSections {
  const cells = rows.flatMap((row, index) =>
    row.map((text, column) => [text, index, column, 1, 1, column + 1] as const),
  );
  return [{ sheet: SHEET, blocks: [{ kind: 'grid', sheet: SHEET, cells }], findings: [] }];
}

/** A document of these paragraphs. */
function paragraphs(...texts: readonly string[]): StoredSections {
  const blocks = texts.map((text, index) => ({
    kind: 'paragraph' as const,
    text,
    position: { paragraph: index + 1 },
  }));
  return [{ sheet: null, blocks, findings: [] }];
}

const LIST = sheet([
  ['处室', '姓名', '岗位', '潜在风险', '发生机率'],
  ['办公室', '周某', '', '泄露文件。', '1、中 2、高'],
]);
const ROW = { sheet: SHEET, row: 2 };

describe('a document with corrections', () => {
  for (const [what, document, correction, at, text] of [
    [
      'has a header renamed to what its column means',
      LIST,
      { kind: 'column', at: { sheet: SHEET, row: 1, column: 1 }, field: 'other' },
      { sheet: SHEET, row: 1, column: 1 },
      '备注',
    ],
    [
      'has a missing value put into its own column of the row',
      LIST,
      { kind: 'place', at: { ...ROW, column: 2 }, field: 'post', raw: null, value: '文印岗' },
      { ...ROW, column: 3 },
      '文印岗',
    ],
    [
      'has one word among others replaced, and the others kept',
      LIST,
      { kind: 'place', at: { ...ROW, column: 5 }, field: 'probability', raw: '中', value: '较高' },
      { ...ROW, column: 5 },
      '1、较高 2、高',
    ],
    [
      'takes a replacement by its letters, whatever they mean to a program',
      LIST,
      { kind: 'place', at: { ...ROW, column: 5 }, field: 'probability', raw: '中', value: '$&$1' },
      { ...ROW, column: 5 },
      '1、$&$1 2、高',
    ],
    [
      'has a line filled in after its label',
      paragraphs('单位（处室）名称：　填表日期：2021年4月22日'),
      { kind: 'place', at: { paragraph: 1 }, field: 'unit', raw: null, value: '办公室' },
      { paragraph: 1 },
      '单位（处室）名称：办公室　填表日期：2021年4月22日',
    ],
    [
      'has a line added where there was no place for the value',
      LIST,
      {
        kind: 'place',
        at: { sheet: SHEET, row: 1, column: 1 },
        field: 'filledOn',
        raw: null,
        value: '2021-04-22',
      },
      { sheet: SHEET, row: 1, column: 1, paragraph: 0 },
      '填表日期：2021-04-22',
    ],
    ['has a row left out', LIST, { kind: 'leave-out', at: ROW }, { ...ROW, column: 4 }, ''],
    [
      'is as it was where a decision is about something else',
      LIST,
      { kind: 'unit', written: '办公事', unitId: 1 },
      { ...ROW, column: 1 },
      '办公室',
    ],
  ] satisfies readonly (readonly [
    string,
    StoredSections,
    Correction,
    Parameters<typeof textAt>[1],
    string | null,
  ])[]) {
    it(what, () => expect(textAt(correctedSections(document, [correction], []), at)).to.equal(text));
  }

  it('has a missing value put into its column also where most of the header is the bureau’s own facts', () => {
    const titles = ['经办金额', '供应商数', '轮岗年限', '审批层级', '投诉件数'];
    const facts = titles.map((zh, index): DeclaredFact => {
      const words = { zh, en: `Fact ${String(index)}` };
      return {
        ...{ name: `fact${String(index)}`, title: words, type: 'number', unit: words, worse: 'up' },
        ...{ source: words, of: 'risk-point' },
      };
    });
    const document = sheet([
      ['姓名', '岗位', '潜在风险', ...titles],
      ['周某', '', '泄露文件。', '1', '2', '3', '4', '5'],
    ]);
    const correction = {
      kind: 'place',
      at: { ...ROW, column: 1 },
      field: 'post',
      raw: null,
      value: '文印岗',
    } as const;
    const after = correctedSections(document, [correction], facts);
    expect(textAt(after, { ...ROW, column: 2 })).to.equal('文印岗');
  });
});
