import { expect } from 'chai';
import type { Condition, GradingRulebook } from '../../../src/rulebooks/rulebook.ts';
import { EditedSheets } from '../../support/rulebook-workbook.ts';
import { fiveByFiveRulebook, noticeRulebook, shippedGrading } from '../../support/shipped-rulebooks.ts';

const posts = (): EditedSheets => new EditedSheets(shippedGrading('grading/post-by-count.json'));

/** The condition of the first decision but one, after somebody typed it. */
function typed(text: string, column = '岗位风险点数'): Condition | readonly string[] {
  const read = posts().write('规则', 'five-or-more', column, text).loaded;
  if ('length' in read) return read;
  const { base } = read as GradingRulebook;
  return 'decisions' in base ? (base.decisions[1]?.when ?? []) : [];
}

const of = (operator: string, value: number): Condition => {
  return { fact: 'pointsOfPost', operator, value } as Condition;
};

describe('cells that somebody typed', () => {
  const READ: readonly [text: string, condition: Condition][] = [
    ['5', of('equal', 5)],
    ['＝５', of('equal', 5)],
    ['= 5 个', of('equal', 5)],
    ['>=5', of('atLeast', 5)],
    ['＞＝ ５', of('atLeast', 5)],
    ['≥1,000', of('atLeast', 1000)],
    ['<>5', of('notEqual', 5)],
    ['5..9', { all: [of('atLeast', 5), of('atMost', 9)] }],
    ['5～9', { all: [of('atLeast', 5), of('atMost', 9)] }],
    ['> 5 且 < 9', { all: [of('greaterThan', 5), of('lessThan', 9)] }],
    ['>5 AND <9', { all: [of('greaterThan', 5), of('lessThan', 9)] }],
    ['已知', { fact: 'pointsOfPost', operator: 'isKnown' }],
  ];
  for (const [text, condition] of READ) {
    it(`“${text}” means what it says`, () => {
      expect(typed(text)).to.deep.equal(condition);
    });
  }

  it('a cell and other conditions hold together', () => {
    const sheets = posts().write(
      '规则',
      'five-or-more',
      '其他条件',
      '[应轮岗未轮岗]＝是 或 非（[holdsSeals] = 否）',
    );
    const { base } = sheets.loaded as GradingRulebook;
    expect('decisions' in base && base.decisions[1]?.when).to.deep.equal({
      all: [
        of('atLeast', 5),
        {
          any: [
            { fact: 'rotationOverdue', operator: 'equal', value: true },
            { not: { fact: 'holdsSeals', operator: 'equal', value: false } },
          ],
        },
      ],
    });
  });

  it('a grade of the matrix, an alias of a step and a row that was moved come through', () => {
    const sheets = new EditedSheets(noticeRulebook());
    const [heading = [], ...rows] = sheets.sheet('矩阵').splice(0, 4);
    sheets.sheet('矩阵').unshift(heading, ...[...rows].reverse());
    sheets.sheet('矩阵')[3] = ['机率较小', '二级', '二级', '一级'];
    const read = sheets.loaded as GradingRulebook;
    const cells = 'cells' in read.base ? read.base.cells : [];
    expect(cells.find(({ row, column }) => row === 'small' && column === 'limited')?.grade).to.equal(2);
    expect(cells).to.have.lengthOf(9);
  });

  it('a step that was added asks for its cells, and a column of remarks is left alone', () => {
    const sheets = new EditedSheets(fiveByFiveRulebook());
    sheets.sheet('规则').forEach((row, index) => row.push(index === 0 ? '备注' : '再议'));
    expect(sheets.loaded).to.deep.equal(fiveByFiveRulebook());
    sheets
      .sheet('量表')
      .push(['发生机率', fiveByFiveRulebook().scales.probability.code, 'sure', '必然', 'sure']);
    const refused = sheets.loaded as readonly string[];
    expect(refused).to.have.lengthOf(5);
    expect(refused[0]).to.match(/^矩阵 Matrix A1 矩阵缺少（sure，/u);
  });
});

describe('cells that cannot be read', () => {
  const REFUSED: readonly [what: string, text: string, words: string][] = [
    ['a word that is no number', '很多', 'L3 “很多”不是“岗位风险点数”的取值。'],
    ['a value that is missing', '≥', 'L3 看不懂“≥”。'],
    ['two values without a sign between them', '5、9', 'L3 “岗位风险点数”不能写几个取值。'],
    ['either of two comparisons', '5 或 9', 'L3 看不懂'],
    ['a quote that is not closed', '"5', 'L3 看不懂'],
    ['half a number', '≥ 5.5', 'L3 5.5 不是事实“pointsOfPost”的取值。'],
    ['a number below none', '≥ -5', 'L3 “-5”不是'],
  ];
  for (const [what, text, words] of REFUSED) {
    it(`names the cell of ${what}, and how to put it right`, () => {
      expect(typed(text)).to.have.lengthOf(1);
      expect(typed(text)).to.have.property('0').that.includes(`规则 Rules ${words}`);
    });
  }

  const OTHERS: readonly [text: string, words: string][] = [
    ['[颜色] = 红', '没有“颜色”这个事实。'],
    ['[岗位风险点数] 匹配 (a+)+$', '“匹配”不是“岗位风险点数”的取值'],
    ['[岗位风险点数] = 5 且 [应轮岗未轮岗] = 是 或 [应轮岗未轮岗] = 否', '既有“且”又有“或”'],
    ['[__proto__] = 5', '没有“__proto__”这个事实。'],
    ['[岗位风险点数] = 5）', '看不懂'],
    [`${'非('.repeat(1000)}[岗位风险点数] = 5${')'.repeat(1000)}`, '括号嵌套过多'],
    [`${'非('.repeat(12)}[岗位风险点数] = 5${')'.repeat(12)}`, '条件嵌套超过 10 层'],
  ];
  for (const [text, words] of OTHERS) {
    it(`says of “${text.slice(0, 30)}” that it ${words}`, () => {
      const refused = typed(text, '其他条件') as readonly string[];
      expect(refused.join('\n'))
        .to.match(/^规则 Rules M3 /u)
        .and.include(words);
    });
  }

  it('are all named at once, with those that only their meaning makes wrong', () => {
    const sheets = new EditedSheets(noticeRulebook());
    sheets.sheet('矩阵')[1]?.splice(1, 1, '四级');
    sheets.write('条款', '3.3-grade-1', '代码', '9');
    sheets.write('标准', '定级对象', '中文', '');
    const refused = (sheets.loaded as readonly string[]).map((line) => line.split(' ').slice(0, 3).join(' '));
    expect(refused).to.include.members(['矩阵 Matrix B2', '标准 Standard B6']);
    expect(refused.some((line) => line.startsWith('规则 Rules K'))).to.equal(true, refused.join('\n'));
  });

  it('are sheets, columns and rows that are missing, twice or strange', () => {
    const sheets = new EditedSheets(noticeRulebook());
    sheets.sheets.splice(
      sheets.sheets.findIndex(({ name }) => name.startsWith('条款')),
      1,
    );
    sheets.sheet('规则').forEach((row) => row.splice(1, 1));
    sheets.sheet('示例')[0]?.push('颜色');
    sheets.sheet('标准').push(['类别', '定级标准']);
    sheets.sheet('量表')[1]?.push('多出来的');
    expect((sheets.loaded as readonly string[]).join('\n'))
      .to.include('缺少工作表“条款 Clauses”。')
      .and.include('规则 Rules A1 缺少“代码 Code”一列。')
      .and.include('不认识“颜色”这一列。')
      .and.include('“类别”写了两次。')
      .and.include('量表 Scales G2 这一格有内容，但所在的行或列没有标题。');
  });

  it('are those of another workbook as a whole', () => {
    const edited = new EditedSheets(noticeRulebook());
    edited.sheets.length = 1;
    const refused = edited.loaded as readonly string[];
    expect(refused.map((line) => line.split(' ').slice(0, 4).join(' '))).to.deep.equal([
      '标准 Standard A1 缺少工作表“标准',
      '标准 Standard A1 看不出这是哪一类评定标准，没有继续读取。',
    ]);
  });
});
