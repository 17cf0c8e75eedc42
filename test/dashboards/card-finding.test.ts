import { expect } from 'chai';
import { barsFinding, domainsFinding, heatFinding } from '../../src/dashboards/card-finding.ts';
import type { GradeCounts } from '../../src/dashboards/board.ts';
import { zh } from '../../src/language/zh.ts';
import { domainsOfGradeOne, gradeCounts, heatOf } from '../support/board-figures.ts';
import { fiveByFiveRulebook, noticeRulebook } from '../support/shipped-rulebooks.ts';

describe('the title above the bars', () => {
  const cases: readonly (readonly [string, readonly number[], GradeCounts])[] = [
    ['还没有风险点', [0, 0], gradeCounts(0)],
    ['没有一级风险点', [0, 0], gradeCounts(0, 3)],
    ['已评定的没有一级，还有 2 个待评定', [0, 0], gradeCounts(0, 3, 0, 2)],
    ['一级风险点都在甲处（1 个）', [1, 0], gradeCounts(1)],
    ['甲处的一级风险点最多（3 个）', [3, 2], gradeCounts(5)],
    ['甲处、乙处的一级风险点最多，各 2 个', [2, 2, 1], gradeCounts(5)],
    ['有 4 个并列最多，一级风险点各 1 个', [1, 1, 1, 1], gradeCounts(4)],
    ['甲处的一级风险点最多（3 个）', [3], gradeCounts(5)],
  ];
  for (const [title, gradeOne, counts] of cases) {
    it(`says “${title}” of ${gradeOne.join('、')} out of ${String(counts[1])}`, () => {
      const names = ['甲处', '乙处', '丙处', '丁处'];
      const bars = gradeOne.map((points, index) => ({
        name: names[index] ?? '',
        counts: gradeCounts(points),
      }));
      expect(barsFinding(bars, counts, zh)).to.equal(title);
    });
  }
});

describe('the title above the domains', () => {
  for (const [title, points] of [
    ['风险点都还没有确定重点领域', {}],
    ['涉及采购工作的风险点最多（5 个）', { procurement: 5, finance: 4 }],
    ['涉及财务管理、采购工作的风险点最多，各 5 个', { procurement: 5, finance: 5 }],
    ['有 4 个领域并列最多，风险点各 1 个', { procurement: 1, finance: 1, assets: 1, approvals: 1 }],
  ] as const) {
    it(`says “${title}”`, () => {
      expect(domainsFinding(domainsOfGradeOne(points), zh)).to.equal(title);
    });
  }
});

describe('the title above the heat map', () => {
  const notice = noticeRulebook();
  for (const [title, points] of [
    ['还没有风险点', []],
    ['3 个风险点都还没有按现行标准评定发生机率和危害程度', [[null, 'serious', 3]]],
    ['发生机率“高”且危害程度“严重”的有 9 个', [['high', 'serious', 9]]],
    ['已评定的风险点中，没有发生机率“高”且危害程度“严重”的', [['high', 'limited', 9]]],
  ] as const) {
    it(`says “${title}”`, () => {
      expect(heatFinding(heatOf(notice, points), zh)).to.equal(title);
    });
  }

  it('uses the words of the scale in force', () => {
    const heat = heatOf(fiveByFiveRulebook(), [['very-high', 'catastrophic', 2]]);
    expect(heatFinding(heat, zh)).to.equal('发生机率“极高”且危害程度“灾难性”的有 2 个');
  });
});
