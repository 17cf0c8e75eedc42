import { callGrades, type GradeLabels } from '../language/call-grades.ts';
import { sentence, wordsOf, type SentencePart } from '../language/sentence.ts';
import type { Texts } from '../language/texts.ts';
import { topGrade } from '../risk-points/grade-look.ts';
import type { PageModel } from '../web/page.ts';
import type { BureauFigures, GradeCounts, RegionFigures } from './board.ts';
import { barsFinding } from './card-finding.ts';
import { gradeBars, type GradeBars } from './grade-bars-page.ts';
import type { GradeBar } from './grade-bar.ts';

export interface RegionPage extends PageModel {
  readonly finding: readonly SentencePart[];
  readonly meta: string;
  /** Where the bureaus do not call their grades alike. */
  readonly calledApart: string | null;
  readonly bars: ({ readonly finding: string; readonly sub: string } & GradeBars) | null;
  readonly rows: readonly BureauRow[];
}

interface BureauRow {
  readonly bureau: string;
  readonly year: string;
  readonly forms: string;
  readonly gaps: string;
  readonly unassessed: string;
}

const NOTHING: GradeCounts = { 1: 0, 2: 0, 3: 0, unassessed: 0, total: 0 };

/** The bureaus of a region in numbers, with what they all call their grades, if they do. Nothing here leads to a text: whoever reads it may open none. */
export function regionPage(
  { units, asOf, bureaus }: RegionFigures,
  labels: GradeLabels | null,
  asked: Texts,
): RegionPage {
  const text = callGrades(asked, labels);
  const words = text.region;
  const { count, instant, list } = text.formats;
  const total = sumOf(bureaus);
  const finding = sentence(bureaus.length === 0 ? words.noBureaus : words.finding, {
    region: { text: list(units) },
    bureaus: { text: count(bureaus.length) },
    total: { text: count(total.total) },
    grade: { text: topGrade(text) },
    gradeOne: { text: count(total[1]), isStrong: true },
    unassessed: { text: count(total.unassessed) },
    gaps: { text: count(gapsOf(bureaus)), isStrong: true },
  });
  return {
    title: wordsOf(finding),
    finding,
    meta: words.meta(instant(asOf)),
    calledApart:
      labels === null && bureaus.length > 1
        ? words.calledApart(list(Object.values(text.terms.grades)))
        : null,
    bars: bureaus.length === 0 ? null : barsOf(bureaus, total, text),
    rows: bureaus.map((figures) => rowOf(figures, text)),
  };
}

function barsOf(
  bureaus: readonly BureauFigures[],
  total: GradeCounts,
  text: Texts,
): NonNullable<RegionPage['bars']> {
  const words = text.region;
  const bars = bureaus
    .map(({ bureau, counted }) => unlinked(bureau.name, counted?.counts ?? NOTHING))
    .sort((a, b) => b.counts[1] - a.counts[1] || b.counts.total - a.counts.total);
  const finding = barsFinding(bars, total, text);
  const table = { caption: words.barsCaption, corner: words.columns.bureau };
  const totals = unlinked(text.dashboards.bars.total, total);
  return {
    finding,
    sub: words.barsSub(topGrade(text), text.formats.count(total.total)),
    ...gradeBars(bars, totals, finding, table, text),
  };
}

function unlinked(name: string, counts: GradeCounts): GradeBar {
  return { name, href: null, counts, hrefOf: () => null };
}

function rowOf({ bureau, counted }: BureauFigures, text: Texts): BureauRow {
  const { missing, year, forms } = text.region;
  const { count } = text.formats;
  if (counted === null) {
    return {
      bureau: bureau.name,
      year: text.region.noCampaign,
      forms: missing,
      gaps: missing,
      unassessed: missing,
    };
  }
  return {
    bureau: bureau.name,
    year: year(String(counted.year)),
    forms: forms(count(counted.forms.submitted), count(counted.forms.expected)),
    gaps: count(counted.gaps),
    unassessed: count(counted.counts.unassessed),
  };
}

function sumOf(bureaus: readonly BureauFigures[]): GradeCounts {
  return bureaus.reduce<GradeCounts>((sum, { counted }) => {
    const add = counted?.counts ?? NOTHING;
    return {
      1: sum[1] + add[1],
      2: sum[2] + add[2],
      3: sum[3] + add[3],
      unassessed: sum.unassessed + add.unassessed,
      total: sum.total + add.total,
    };
  }, NOTHING);
}

function gapsOf(bureaus: readonly BureauFigures[]): number {
  return bureaus.reduce((sum, { counted }) => sum + (counted?.gaps ?? 0), 0);
}
