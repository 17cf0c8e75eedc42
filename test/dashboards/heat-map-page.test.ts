import { expect } from 'chai';
import { heatTable } from '../../src/dashboards/heat-map-page.ts';
import { zh } from '../../src/language/zh.ts';
import { wordsOf } from '../../src/language/sentence.ts';
import { gradeCounts, heatOf } from '../support/board-figures.ts';
import { fiveByFiveRulebook, noticeRulebook } from '../support/shipped-rulebooks.ts';

describe('the heat map', () => {
  const notice = noticeRulebook();

  it('has the worst steps first, in both directions', () => {
    const { columns, rows } = heatTable(heatOf(notice, []), gradeCounts(0), {}, zh);
    expect([rows.map(({ name }) => name), columns]).to.deep.equal([
      ['高', '较高', '较小'],
      ['严重', '较为严重', '一般'],
    ]);
  });

  it('takes its colours from the rules in force, with numeral and shape', () => {
    const { rows } = heatTable(heatOf(notice, []), gradeCounts(0), {}, zh);
    const shown = rows.map(({ squares }) => squares.map(({ grade }) => `${grade.tone} ${grade.text}`).join());
    expect(shown).to.deep.equal([
      's1 ■ 一级,s1 ■ 一级,s1 ■ 一级',
      's1 ■ 一级,s2 ▲ 二级,s2 ▲ 二级',
      's1 ■ 一级,s2 ▲ 二级,s3 ○ 三级',
    ]);
  });

  it('follows another scale: five by five', () => {
    const { columns, rows } = heatTable(heatOf(fiveByFiveRulebook(), []), gradeCounts(0), {}, zh);
    expect([columns.length, rows.map(({ squares }) => squares.length)]).to.deep.equal([5, [5, 5, 5, 5, 5]]);
  });

  it('leads from a cell to the points of that probability and harm', () => {
    const heat = heatOf(notice, [['high', 'limited', 4]]);
    const { rows } = heatTable(heat, gradeCounts(4), { unitId: 3 }, zh);
    expect(rows[0]?.squares[2]?.points).to.deep.equal({
      text: '4',
      href: '/points?unit=3&probability=high&harm=limited',
      label: '发生机率高、危害程度一般，一级，4 个',
    });
  });

  it('leads nowhere from an empty cell', () => {
    const { rows } = heatTable(heatOf(notice, []), gradeCounts(0), {}, zh);
    expect(rows.flatMap(({ squares }) => squares).every(({ points }) => points.href === null)).to.be.true;
  });

  it('keeps what is not assessed outside of the cells', () => {
    const heat = heatOf(notice, [
      ['high', null, 2],
      [null, null, 1],
    ]);
    const { outside, rows } = heatTable(heat, gradeCounts(0, 0, 0, 3), {}, zh);
    const inside = rows.flatMap(({ squares }) => squares.map(({ points }) => points.text));
    expect([wordsOf(outside ?? []), new Set(inside)]).to.deep.equal([
      '待评定 3 个，不在格中',
      new Set(['0']),
    ]);
  });

  it('does not lead to the unassessed where their number is another one', () => {
    const heat = heatOf(notice, [[null, null, 3]]);
    const { outside } = heatTable(heat, gradeCounts(1, 0, 0, 2), {}, zh);
    expect(outside).to.deep.equal([
      { text: '另有 ', href: null, isStrong: false },
      { text: '3', href: null, isStrong: false },
      { text: ' 个没有按现行标准评定，不在格中', href: null, isStrong: false },
    ]);
  });
});
