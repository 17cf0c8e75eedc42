import type { Texts } from '../language/texts.ts';
import { topGrade, topGradeBefore } from '../risk-points/grade-look.ts';
import type { DivisionImpact } from './impact.ts';
import { comingTo, leavingFrom } from './move-table-page.ts';
import type { MoveConditions } from './rule-change.ts';

/** Grade 1 by division as bars: what stays, what is new, what leaves; `charts.js` draws it. */
export interface ShareChart {
  readonly chart: string | null;
  readonly chartLabel: string;
  readonly legend: readonly { readonly tone: string; readonly text: string }[];
}

const BAR_HEIGHT = 27;
const EDGE = 12;
const PRINT_WIDTH = 620;
/** Two numbers stand behind a bar. */
const LABEL_ROOM = 1.2;

/** The same colours as in `views/assets/impact.css`; a canvas takes none from a style sheet. */
const LOOKS = {
  stays: { fill: '#7a1020', line: '#7a1020', ink: '#ffffff', isHatched: false },
  rises: { fill: '#e9b8bf', line: '#7a1020', ink: '#111111', isHatched: false },
  leaves: { fill: '#ffffff', line: '#868c95', ink: '#1f2329', isHatched: true },
} as const;

/** Bars of the divisions that have or had a point of grade 1, in the order given. */
export function shareChart(
  divisions: readonly DivisionImpact[],
  hrefOf: (conditions: MoveConditions) => string,
  text: Texts,
): ShareChart {
  const words = text.whatIf.divisions;
  const shown = divisions.filter(({ before, after }) => before[1] + after[1] > 0);
  const legend = PARTS.map((part) => ({ tone: `one-${part}`, text: partName(part, text) }));
  const chartLabel = words.chartLabel(topGrade(text));
  if (shown.length === 0) return { chart: null, chartLabel, legend };
  const figure = {
    type: 'bar',
    data: {
      labels: shown.map(({ unit }) => unit),
      datasets: PARTS.map((part) => segments(part, shown, hrefOf, text)),
    },
    options: {
      indexAxis: 'y',
      maximum: LABEL_ROOM * Math.max(...shown.map(({ before, moves }) => before[1] + comingTo(moves, 1))),
      totals: shown.map(({ before, after }) => ({
        text: words.from(text.formats.count(before[1]), text.formats.count(after[1])),
        link: null,
      })),
      totalInk: '#51565e',
      labelInk: '#1f2329',
      hatch: '#aab0ba',
    },
    size: { height: shown.length * BAR_HEIGHT + EDGE, printWidth: PRINT_WIDTH },
  };
  return { chart: JSON.stringify(figure), chartLabel, legend };
}

type Part = keyof typeof LOOKS;

const PARTS: readonly Part[] = ['stays', 'rises', 'leaves'];

function segments(
  part: Part,
  divisions: readonly DivisionImpact[],
  hrefOf: (conditions: MoveConditions) => string,
  text: Texts,
) {
  const { fill, line, ink, isHatched } = LOOKS[part];
  return {
    label: partName(part, text),
    data: divisions.map((division) => pointsOf(part, division)),
    backgroundColor: fill,
    borderColor: line,
    borderWidth: 1,
    ink,
    isHatched,
    links: divisions.map(({ unitId }) => {
      if (part === 'stays') return null;
      return hrefOf(part === 'rises' ? { to: 1, unitId } : { from: 1, unitId });
    }),
  };
}

/** What stays or is new is called as after the change, what leaves as before it. */
export function partName(part: Part, text: Texts): string {
  const grade = part === 'leaves' ? topGradeBefore(text) : topGrade(text);
  return text.whatIf.divisions[part](grade);
}

function pointsOf(part: Part, { before, moves }: DivisionImpact): number {
  switch (part) {
    case 'stays':
      return before[1] - leavingFrom(moves, 1);
    case 'rises':
      return comingTo(moves, 1);
    case 'leaves':
      return leavingFrom(moves, 1);
  }
}
