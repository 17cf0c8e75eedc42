import { scaleValue } from '../grading/case.ts';
import { stepOn } from '../grading/class.ts';
import { KEY_DOMAINS, type KeyDomain } from '../organisation/key-domain.ts';
import type { OrgUnit } from '../organisation/org-unit.ts';
import type { Grade, GradingRulebook } from '../rulebooks/rulebook.ts';
import type { DivisionFigures, DomainGrades, GradeCounts, HeatMap, UnitGrades } from './board.ts';

/** Points of one grade; grade 0 is unassessed. */
export interface GradeRow {
  readonly grade: 0 | Grade;
  readonly points: number;
}

/** What a post has, of each grade; a unit's own points have no post. */
export interface PostRow extends Omit<GradeCounts, 'total'> {
  readonly postId: number | null;
  readonly post: string | null;
}

export interface HeatRow {
  readonly probabilityScale: string | null;
  readonly probabilityStep: string | null;
  readonly harmScale: string | null;
  readonly harmStep: string | null;
  readonly points: number;
}

export function countGrades(rows: readonly GradeRow[]): GradeCounts {
  const of = (grade: 0 | Grade): number =>
    rows.filter((row) => row.grade === grade).reduce((sum, { points }) => sum + points, 0);
  const counts = { 1: of(1), 2: of(2), 3: of(3), unassessed: of(0) };
  return { ...counts, total: counts[1] + counts[2] + counts[3] + counts.unassessed };
}

/** Grades of divisions with all that is under them, most grade 1 first, then most points. */
export function unitGrades(
  units: readonly OrgUnit[],
  rows: readonly (GradeRow & { readonly unitPath: string })[],
): readonly UnitGrades[] {
  return units
    .map((unit) => ({
      unit,
      counts: countGrades(rows.filter(({ unitPath }) => unitPath.startsWith(unit.path))),
    }))
    .sort((a, b) => bySeverity(a.counts, b.counts));
}

/** Posts with what they have, most grade 1 first, then most points. */
export function postGrades(rows: readonly PostRow[], nameOfOwn: string): DivisionFigures['posts'] {
  return rows
    .map(({ postId, post, ...counts }) => ({
      postId,
      post: post ?? nameOfOwn,
      counts: { ...counts, total: counts[1] + counts[2] + counts[3] + counts.unassessed },
    }))
    .sort((a, b) => bySeverity(a.counts, b.counts));
}

/** All eleven domains in the notice's order. A point with two domains counts in both. */
export function domainGrades(
  rows: readonly (GradeRow & { readonly domain: KeyDomain })[],
): readonly DomainGrades[] {
  return KEY_DOMAINS.map((domain) => ({
    domain,
    counts: countGrades(rows.filter((row) => row.domain === domain)),
  }));
}

/** Puts points into the base matrix of the rulebook in force; values of other scales by their mapping; what has none stays outside; `null` without one. */
export function heatMap(rulebook: GradingRulebook, rows: readonly HeatRow[]): HeatMap | null {
  if (!('cells' in rulebook.base)) return null;
  const { rows: rowFact, columns: columnFact, cells } = rulebook.base;
  const stepOf = (row: HeatRow, fact: 'probability' | 'harm'): string | null => {
    const scale = fact === 'probability' ? row.probabilityScale : row.harmScale;
    const step = fact === 'probability' ? row.probabilityStep : row.harmStep;
    return stepOn(rulebook.scales[fact], scaleValue(scale, step));
  };
  const counted = cells.map(({ row, column, grade }) => ({
    row,
    column,
    grade,
    points: total(
      rows.filter((heat) => stepOf(heat, rowFact) === row && stepOf(heat, columnFact) === column),
    ),
  }));
  return {
    rows: { fact: rowFact, scale: rulebook.scales[rowFact] },
    columns: { fact: columnFact, scale: rulebook.scales[columnFact] },
    cells: counted,
    outside: total(rows) - total(counted),
  };
}

function total(rows: readonly { readonly points: number }[]): number {
  return rows.reduce((sum, { points }) => sum + points, 0);
}

function bySeverity(a: GradeCounts, b: GradeCounts): number {
  return b[1] - a[1] || b[2] - a[2] || b.total - a.total;
}
