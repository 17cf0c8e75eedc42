import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { barChart } from '../../src/dashboards/bar-chart.ts';
import type { GradeBar } from '../../src/dashboards/grade-bar.ts';
import { gradeBars } from '../../src/dashboards/grade-bars-page.ts';
import { zh } from '../../src/language/zh.ts';
import { GRADE_LOOKS, GRADES_IN_ORDER } from '../../src/risk-points/grade-look.ts';
import { gradeCounts } from '../support/board-figures.ts';

const BARS: readonly GradeBar[] = [
  { name: '办公室', href: '/a', counts: gradeCounts(8, 15, 16, 3), hrefOf: (grade) => `/a?${String(grade)}` },
  { name: '外资处', href: '/b', counts: gradeCounts(3, 7, 0, 0), hrefOf: (grade) => `/b?${String(grade)}` },
];
const WORDS = { caption: '各单位风险点数', corner: '单位' };
const TOTAL: GradeBar = { name: '合计', href: null, counts: gradeCounts(11, 22, 16, 3), hrefOf: () => null };

describe('the chart of points by grade', () => {
  it('stacks the severest grade first and what is not assessed last, hatched', () => {
    const { datasets } = barChart(BARS, zh).data;
    expect(datasets.map(({ label, data, isHatched }) => [label, data, isHatched])).to.deep.equal([
      ['一级', [8, 3], false],
      ['二级', [15, 7], false],
      ['三级', [16, 0], false],
      ['待评定', [3, 0], true],
    ]);
  });

  it('leads from each segment and each total to its list', () => {
    const { data, options } = barChart(BARS, zh);
    expect([data.datasets[3]?.links, options.totals[0]]).to.deep.equal([
      ['/a?unassessed', '/b?unassessed'],
      { text: '42', link: '/a?total' },
    ]);
  });

  it('is as high as its bars, on paper too', () => {
    const [one, two] = [barChart(BARS.slice(0, 1), zh), barChart(BARS, zh)];
    expect(two.size.height).to.be.greaterThan(one.size.height);
  });

  it('shows the same numbers as the table beneath', () => {
    const { chart, table } = gradeBars(BARS, TOTAL, '', WORDS, zh);
    const { data } = JSON.parse(chart ?? '') as ReturnType<typeof barChart>;
    const drawn = data.labels.map((_, row) => data.datasets.map((set) => String(set.data[row])));
    expect(table.rows.map(({ cells }) => cells.slice(0, 4).map(({ text }) => text))).to.deep.equal(drawn);
  });

  it('is not drawn where there is nothing to draw', () => {
    const empty = [{ name: '办公室', href: null, counts: gradeCounts(0), hrefOf: () => null }];
    expect(gradeBars(empty, TOTAL, '', WORDS, zh).chart).to.equal(null);
  });

  it('has the colours of the style sheet', () => {
    const theme = readFileSync(new URL('../../views/assets/theme.css', import.meta.url), 'utf8');
    const missing = GRADES_IN_ORDER.filter((grade) => grade !== 'unassessed').filter((grade) => {
      const { fill, line } = GRADE_LOOKS[grade];
      return !theme.includes(`--g${String(grade)}: ${fill}`) || !theme.includes(line);
    });
    expect(missing).to.deep.equal([]);
  });
});
