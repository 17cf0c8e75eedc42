import type { Texts } from '../language/texts.ts';
import { GRADE_LOOKS, GRADES_IN_ORDER, gradeName, type GradeTag } from '../risk-points/grade-look.ts';
import { numberLink, type NumberLink } from '../web/number-link.ts';
import { barChart } from './bar-chart.ts';
import type { GradeBar } from './grade-bar.ts';

/** Points by grade, as bars and as the same numbers in a table. */
export interface GradeBars {
  /** The chart as JSON; `null` where there is nothing to draw. */
  readonly chart: string | null;
  readonly chartLabel: string;
  readonly legend: readonly GradeTag[];
  readonly table: GradeTable;
}

export interface GradeTable {
  readonly caption: string;
  readonly corner: string;
  readonly heads: readonly GradeHead[];
  readonly rows: readonly GradeTableRow[];
  readonly total: GradeTableRow | null;
}

/** A column's title: the grade's shape and its name. */
export interface GradeHead {
  readonly shape: string;
  readonly name: string;
}

export interface GradeTableRow {
  readonly name: string;
  readonly href: string | null;
  readonly cells: readonly NumberLink[];
}

export interface TableWords {
  readonly caption: string;
  readonly corner: string;
}

/** Bars with their table. `total` is the row beneath, `finding` what the bars show. */
export function gradeBars(
  bars: readonly GradeBar[],
  total: GradeBar,
  finding: string,
  words: TableWords,
  text: Texts,
): GradeBars {
  const isEmpty = bars.every(({ counts }) => counts.total === 0);
  return {
    chart: isEmpty ? null : JSON.stringify(barChart(bars, text)),
    chartLabel: text.dashboards.bars.chartLabel(finding),
    legend: GRADES_IN_ORDER.map((grade) => {
      const { tone, shape } = GRADE_LOOKS[grade];
      return { tone, text: `${shape} ${gradeName(grade, text)}` };
    }),
    table: gradeTable(bars, total, words, text),
  };
}

/** The table alone; a null `total` where its rows overlap. */
export function gradeTable(
  bars: readonly GradeBar[],
  total: GradeBar | null,
  words: TableWords,
  text: Texts,
): GradeTable {
  const heads = GRADES_IN_ORDER.map((grade) => ({
    shape: GRADE_LOOKS[grade].shape,
    name: gradeName(grade, text),
  }));
  return {
    ...words,
    heads: [...heads, { shape: '', name: text.dashboards.bars.total }],
    rows: bars.map((bar) => tableRow(bar, text)),
    total: total === null ? null : tableRow(total, text),
  };
}

function tableRow(bar: GradeBar, text: Texts): GradeTableRow {
  const { cellLabel, total } = text.dashboards.bars;
  const cells = [...GRADES_IN_ORDER, 'total' as const].map((grade) => {
    const points = text.formats.count(bar.counts[grade]);
    const name = grade === 'total' ? total : gradeName(grade, text);
    return numberLink(points, bar.hrefOf(grade), cellLabel(bar.name, name, points));
  });
  return { name: bar.name, href: bar.href, cells };
}
