import { expect } from 'chai';
import type { BoardFigures } from '../../src/dashboards/board.ts';
import { headline, type Scope } from '../../src/dashboards/headline.ts';
import { wordsOf } from '../../src/language/sentence.ts';
import { zh } from '../../src/language/zh.ts';
import { boardFigures, coverageCell, domainsOfGradeOne, gradeCounts } from '../support/board-figures.ts';

function said(named: Partial<BoardFigures>, subject: string | null = null): string {
  return wordsOf(headline(boardFigures(named), subject, {}, '/coverage#gaps', zh));
}

function links(named: Partial<BoardFigures>, scope: Scope = {}): readonly (string | null)[] {
  const parts = headline(boardFigures(named), null, scope, '/coverage#gaps', zh);
  return parts.filter(({ href }) => href !== null).map(({ text, href }) => `${text} ${href ?? ''}`);
}

const NOTHING_EXPECTED = { coverage: [], gaps: 0 };
const ONE = gradeCounts(10, 5, 5);

describe('the sentence that stands first on a board', () => {
  const cases: readonly (readonly [string, Partial<BoardFigures>])[] = [
    ['还没有报来风险点。', { counts: gradeCounts(0), domains: [], ...NOTHING_EXPECTED }],
    ['还没有报来风险点；还有 3 处应查未查。', { counts: gradeCounts(0), domains: [], gaps: 3 }],
    ['共排查风险点 4 个，都待评定。', { counts: gradeCounts(0, 0, 0, 4), domains: [], ...NOTHING_EXPECTED }],
    [
      '共排查风险点 5 个，已评定的没有一级，还有 2 个待评定。',
      { counts: gradeCounts(0, 3, 0, 2), domains: [], ...NOTHING_EXPECTED },
    ],
    ['共排查风险点 3 个，没有一级。', { counts: gradeCounts(0, 3), domains: [], ...NOTHING_EXPECTED }],
    [
      '共排查风险点 20 个，其中一级 10 个，都涉及采购工作。',
      { counts: ONE, domains: domainsOfGradeOne({ procurement: 10, finance: 2 }), ...NOTHING_EXPECTED },
    ],
    [
      '共排查风险点 20 个，其中一级 10 个，半数以上涉及采购工作（6 个）。',
      { counts: ONE, domains: domainsOfGradeOne({ procurement: 6, finance: 4 }), ...NOTHING_EXPECTED },
    ],
    [
      '共排查风险点 20 个，其中一级 10 个，一半涉及采购工作（5 个）。',
      { counts: ONE, domains: domainsOfGradeOne({ procurement: 5, finance: 4 }), ...NOTHING_EXPECTED },
    ],
    [
      '共排查风险点 20 个，其中一级 10 个，涉及采购工作的最多（4 个）。',
      { counts: ONE, domains: domainsOfGradeOne({ procurement: 4, finance: 3 }), ...NOTHING_EXPECTED },
    ],
    [
      '共排查风险点 20 个，其中一级 10 个，涉及财务管理、采购工作的最多（各 4 个）。',
      { counts: ONE, domains: domainsOfGradeOne({ procurement: 4, finance: 4 }), ...NOTHING_EXPECTED },
    ],
    [
      '共排查风险点 20 个，其中一级 10 个。',
      {
        counts: ONE,
        domains: domainsOfGradeOne({ procurement: 2, finance: 2, assets: 2, approvals: 2 }),
        ...NOTHING_EXPECTED,
      },
    ],
    [
      '共排查风险点 20 个，其中一级 10 个。',
      { counts: ONE, domains: domainsOfGradeOne({}), ...NOTHING_EXPECTED },
    ],
    [
      '共排查风险点 1,234 个，其中一级 1 个，都涉及政策资金；应查的重点领域都已查到。',
      { counts: gradeCounts(1, 0, 1233), domains: domainsOfGradeOne({ 'policy-funds': 1 }) },
    ],
  ];
  for (const [sentence, named] of cases) {
    it(`says: ${sentence}`, () => {
      expect(said(named)).to.equal(sentence);
    });
  }

  it('does not say that all is covered where nothing was expected', () => {
    const coverage = [coverageCell(2, '办公室', 'approvals', 'not-expected')];
    expect(said({ coverage })).not.to.contain('都已查到');
  });

  it('names the division it speaks of, whatever that is called', () => {
    expect(said(NOTHING_EXPECTED, '{total}处')).to.match(/^\{total\}处共排查风险点 8 个/u);
  });

  it('leads from each figure to the list of that length', () => {
    const named = { counts: ONE, domains: domainsOfGradeOne({ procurement: 6 }), gaps: 5 };
    expect(links(named, { year: 2020 })).to.deep.equal([
      '20 /points?year=2020',
      '10 /points?year=2020&grade=1',
      '6 /points?year=2020&domain=procurement&grade=1',
      '5 /coverage#gaps',
    ]);
  });

  it('does not lead from a number that several domains share to one list', () => {
    const named = { counts: ONE, domains: domainsOfGradeOne({ procurement: 4, finance: 4 }) };
    expect(links(named).join()).not.to.contain('domain=');
  });
});
