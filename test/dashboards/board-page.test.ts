import { expect } from 'chai';
import type { BoardFigures } from '../../src/dashboards/board.ts';
import { boardPage, type BoardPage } from '../../src/dashboards/board-page.ts';
import { wordsOf } from '../../src/language/sentence.ts';
import { zh } from '../../src/language/zh.ts';
import { boardFigures, coverageCell, gradeCounts, orgUnit } from '../support/board-figures.ts';
import { pointSummary } from '../support/point-detail.ts';

function board(named: Partial<BoardFigures> = {}, year?: number): BoardPage {
  return boardPage(boardFigures(named), year === undefined ? {} : { year }, zh);
}

function figure(page: BoardPage, name: string): string {
  const found = page.figures.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`no figure ${name}`);
  return `${found.value.text} ${found.suffix} ${wordsOf(found.note)}`;
}

describe('the four figures of a board', () => {
  const cases: readonly (readonly [string, string, Partial<BoardFigures>])[] = [
    ['自查表已报', '4 / 4 份 应报的都已报', {}],
    ['自查表已报', '4 / 7 份 3 份未报', { forms: { submitted: 4, expected: 7, withoutAnnex1: 0 } }],
    [
      '自查表已报',
      '4 / 4 份 应报的都已报，2 份未见附件1',
      { forms: { submitted: 4, expected: 4, withoutAnnex1: 2 } },
    ],
    ['一级风险点', '2 25.0% 都有防控措施', {}],
    ['一级风险点', '2 25.0% 其中 1 个尚无防控措施', { gradeOneWithoutMeasure: 1 }],
    ['一级风险点', '0  已评定的没有一级', { counts: gradeCounts(0, 1, 0, 3) }],
    ['一级风险点', '0  尚无评定结果', { counts: gradeCounts(0, 0, 0, 3) }],
    ['待评定', '1  缺发生机率或危害程度', {}],
    ['待评定', '0  都已评定', { counts: gradeCounts(1) }],
    ['排查空白', '0 处 应查的都已查到', {}],
    ['排查空白', '0 处 职责未涉及重点领域', { coverage: [] }],
    [
      '排查空白',
      '2 处 涉及 1 个单位，详见覆盖表',
      {
        gaps: 2,
        coverage: [coverageCell(2, '办公室', 'assets', 'gap'), coverageCell(2, '办公室', 'finance', 'gap')],
      },
    ],
  ];
  for (const [name, shown, named] of cases) {
    it(`shows ${name} as ${shown}`, () => {
      expect(figure(board(named), name)).to.equal(shown);
    });
  }

  it('lead to their lists, of the year that is shown', () => {
    const page = board({ gaps: 1 }, 2020);
    expect(page.figures.map(({ value }) => value.href)).to.deep.equal([
      '/forms?year=2020',
      '/points?year=2020&grade=1',
      '/points?year=2020&grade=unassessed',
      '/coverage?year=2020#gaps',
    ]);
  });

  it('draw what is not assessed apart from the grades', () => {
    expect(
      board()
        .figures.filter(({ isHatched }) => isHatched)
        .map(({ name }) => name),
    ).to.deep.equal(['待评定']);
  });
});

describe('the table beneath the bars', () => {
  it('leads from every number of a division to its list', () => {
    const [office] = board().bars.table.rows;
    expect(office?.cells.map(({ text, href }) => [text, href])).to.deep.equal([
      ['2', '/points?unit=2&grade=1'],
      ['0', null],
      ['2', '/points?unit=2&grade=3'],
      ['1', '/points?unit=2&grade=unassessed'],
      ['5', '/points?unit=2'],
    ]);
  });

  it('says what each number counts', () => {
    expect(board().bars.table.rows[0]?.cells[0]?.label).to.equal('办公室 一级 2 个');
  });

  it("leads nowhere from the bureau's own points, which have no list of their own", () => {
    const own = { unit: orgUnit(1, '市商务局', 'bureau'), counts: gradeCounts(1) };
    const [row] = board({ divisions: [own] }).bars.table.rows;
    expect([row?.name, row?.href, row?.cells[0]?.href]).to.deep.equal(['市商务局（局本级）', null, null]);
  });

  it('ends with the totals of the bureau', () => {
    expect(board().bars.table.total?.cells.map(({ text }) => text)).to.deep.equal(['2', '0', '5', '1', '8']);
  });
});

describe('the list of points of grade 1', () => {
  const twenty = Array.from({ length: 20 }, (_, index) => pointSummary({ id: index + 1 }));

  it('leads to all where it does not name all', () => {
    const { heading, sub, all } = board({ counts: gradeCounts(41), gradeOne: twenty }).gradeOne;
    expect([wordsOf(heading), sub, wordsOf(all ?? [])]).to.deep.equal([
      '一级风险点 41 个',
      '列出前 20 个',
      '查看全部 41 个',
    ]);
  });

  it('names all where they are few', () => {
    const { sub, all } = board({ counts: gradeCounts(1), gradeOne: [pointSummary()] }).gradeOne;
    expect([sub, all]).to.deep.equal(['全部列出', null]);
  });

  for (const [said, counts] of [
    ['没有一级风险点', gradeCounts(0, 1)],
    ['已评定的没有一级风险点', gradeCounts(0, 1, 0, 1)],
  ] as const) {
    it(`says “${said}” where there are none`, () => {
      expect(wordsOf(board({ counts }).gradeOne.heading)).to.equal(said);
    });
  }
});

describe('the head of a board', () => {
  it('names bureau and year, when the figures were read, and the rules in force', () => {
    const page = board();
    expect([page.crumbs[0]?.text, page.meta]).to.deep.equal([
      '市商务局 / 2021 年度岗位廉政风险排查',
      '截至 2021 年 4 月 26 日 16:20 · 评定标准：2021年通知三级标准',
    ]);
  });
});
