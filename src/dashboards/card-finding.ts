import type { Texts } from '../language/texts.ts';
import { topGrade } from '../risk-points/grade-look.ts';
import type { DomainGrades, GradeCounts, HeatMap } from './board.ts';
import { largest } from './largest.ts';

const MOST_NAMED = 3;

/** Who has most points of grade 1, as the title above the bars. */
export function barsFinding(
  bars: readonly { readonly name: string; readonly counts: GradeCounts }[],
  counts: GradeCounts,
  text: Texts,
): string {
  const { finding } = text.dashboards.bars;
  const { count, list } = text.formats;
  const grade = topGrade(text);
  if (counts.total === 0) return finding.noPoints;
  const top = largest(bars, (bar) => bar.counts[1]);
  const [first] = top;
  if (first === undefined) {
    return counts.unassessed === 0
      ? finding.noGradeOne(grade)
      : finding.noGradeOneYet(grade, count(counts.unassessed));
  }
  const points = count(first.counts[1]);
  if (top.length > MOST_NAMED) return finding.manyTied(grade, count(top.length), points);
  if (top.length > 1) return finding.tied(grade, list(top.map(({ name }) => name)), points);
  const hasAll = first.counts[1] === counts[1];
  return hasAll ? finding.only(grade, first.name, points) : finding.top(grade, first.name, points);
}

/** Which domain most points touch, as the title above the domains. */
export function domainsFinding(domains: readonly DomainGrades[], text: Texts): string {
  const { finding } = text.dashboards.domains;
  const { count, list } = text.formats;
  const top = largest(domains, ({ counts }) => counts.total);
  const [first] = top;
  if (first === undefined) return finding.none;
  const points = count(first.counts.total);
  const names = top.map(({ domain }) => text.terms.keyDomains[domain]);
  if (top.length > MOST_NAMED) return finding.manyTied(count(top.length), points);
  return top.length > 1 ? finding.tied(list(names), points) : finding.top(list(names), points);
}

/** How many points stand in the worst cell, as the title above the heat map. */
export function heatFinding(heat: HeatMap, text: Texts): string {
  const { finding } = text.dashboards.heat;
  const { count, inThisLanguage } = text.formats;
  const inside = heat.cells.reduce((sum, { points }) => sum + points, 0);
  const worst = { probability: worstStep(heat, 'probability'), harm: worstStep(heat, 'harm') };
  const { probability, harm } = worst;
  if (inside + heat.outside === 0) return finding.noPoints;
  if (inside === 0 || probability === undefined || harm === undefined) {
    return finding.nothingInside(count(heat.outside));
  }
  const points = heat.cells.find(
    ({ row, column }) => row === worst[heat.rows.fact]?.code && column === worst[heat.columns.fact]?.code,
  )?.points;
  const names = [inThisLanguage(probability), inThisLanguage(harm)] as const;
  return points ? finding.worst(...names, count(points)) : finding.noWorst(...names);
}

function worstStep(
  { rows, columns }: HeatMap,
  fact: 'probability' | 'harm',
): HeatMap['rows']['scale']['steps'][number] | undefined {
  const axis = rows.fact === fact ? rows : columns;
  return axis.scale.steps.at(-1);
}
