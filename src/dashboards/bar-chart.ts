import { GRADE_LOOKS, GRADES_IN_ORDER, gradeName } from '../risk-points/grade-look.ts';
import type { Texts } from '../language/texts.ts';
import type { GradeBar } from './grade-bar.ts';

/** One grade's segments in all bars. */
export interface BarSegments {
  readonly label: string;
  readonly data: readonly number[];
  readonly backgroundColor: string;
  readonly borderColor: string;
  readonly borderWidth: number;
  readonly ink: string;
  /** Filled with a hatch instead of a colour. */
  readonly isHatched: boolean;
  /** Where a segment leads, bar by bar. */
  readonly links: readonly (string | null)[];
}

/** A configuration for Chart.js, as data alone: `charts.js` adds what only a browser has. */
export interface BarChart {
  readonly type: 'bar';
  readonly data: { readonly labels: readonly string[]; readonly datasets: readonly BarSegments[] };
  readonly options: {
    readonly indexAxis: 'y';
    readonly maximum: number;
    /** Numbers behind the bars, with where they lead. */
    readonly totals: readonly { readonly text: string; readonly link: string | null }[];
    readonly totalInk: string;
    readonly labelInk: string;
    readonly hatch: string;
  };
  /** In pixels, for the screen and for paper: a canvas has no size of its own. */
  readonly size: { readonly height: number; readonly printWidth: number };
}

const BAR_HEIGHT = 27;
const EDGE = 12;
const PRINT_WIDTH = 620;
const SECONDARY_INK = '#51565e';
const INK = '#1f2329';
const HATCH = '#aab0ba';

/** Horizontal stacked bars, severest grade first, what is not assessed hatched and last. */
export function barChart(bars: readonly GradeBar[], text: Texts): BarChart {
  const { count } = text.formats;
  return {
    type: 'bar',
    data: {
      labels: bars.map(({ name }) => name),
      datasets: GRADES_IN_ORDER.map((grade) => {
        const { fill, line, ink, isHatched } = GRADE_LOOKS[grade];
        return {
          label: gradeName(grade, text),
          data: bars.map(({ counts }) => counts[grade]),
          backgroundColor: fill,
          borderColor: line,
          borderWidth: 1,
          ink,
          isHatched,
          links: bars.map((bar) => bar.hrefOf(grade)),
        };
      }),
    },
    options: {
      indexAxis: 'y',
      maximum: Math.max(1, ...bars.map(({ counts }) => counts.total)),
      totals: bars.map((bar) => ({ text: count(bar.counts.total), link: bar.hrefOf('total') })),
      totalInk: SECONDARY_INK,
      labelInk: INK,
      hatch: HATCH,
    },
    size: { height: bars.length * BAR_HEIGHT + EDGE, printWidth: PRINT_WIDTH },
  };
}
