import { KEY_DOMAINS, type KeyDomain } from '../organisation/key-domain.ts';
import type { Grade } from '../rulebooks/rulebook.ts';

/** An effective grade; `null` is unassessed. */
export type GradeOrNone = Grade | null;

/** How many points go from one effective grade to another. */
export interface Move {
  readonly from: GradeOrNone;
  readonly to: GradeOrNone;
  readonly count: number;
}

/** Points by effective grade. */
export interface Counts {
  readonly 1: number;
  readonly 2: number;
  readonly 3: number;
  readonly unassessed: number;
}

export interface DivisionImpact {
  readonly unitId: number;
  readonly unit: string;
  readonly moves: readonly Move[];
  readonly before: Counts;
  readonly after: Counts;
}

export interface DomainImpact {
  readonly domain: KeyDomain;
  readonly before: Counts;
  readonly after: Counts;
}

/** What a change of rules would do to a campaign's points, as far as the asker reaches (规则调整影响测算). */
export interface Impact {
  readonly points: number;
  readonly changed: number;
  /** From each grade to each other one that any point goes to, the most severe first. */
  readonly moves: readonly Move[];
  readonly before: Counts;
  readonly after: Counts;
  /** Whether the points of some cases had to be grouped by their facts, because the rules cut where nobody cut before. */
  readonly isCutAnew: boolean;
  readonly seconds: number;
  /** In the bureau's order; a section's points count for its division. */
  readonly divisions: readonly DivisionImpact[];
  /** All eleven. A point with two domains counts in both. */
  readonly domains: readonly DomainImpact[];
}

/** Points whose effective grade is `now`, was `from` under the one rulebook and would be `to` under the other. */
export interface Shift {
  readonly now: GradeOrNone;
  readonly from: GradeOrNone;
  readonly to: GradeOrNone;
  readonly count: number;
}

/** Points of one effective grade; grade 0 is unassessed. */
export interface GradeRow {
  readonly grade: 0 | Grade;
  readonly points: number;
}

/** What impact is added up from: the counts as they stand, and the points that anything would move. */
export interface ImpactParts {
  readonly divisions: readonly { readonly id: number; readonly name: string; readonly path: string }[];
  readonly bureau: { readonly id: number; readonly name: string; readonly path: string };
  readonly grades: readonly (GradeRow & { readonly unitPath: string })[];
  readonly domains: readonly (GradeRow & { readonly domain: KeyDomain })[];
  readonly unitShifts: readonly (Shift & { readonly unitPath: string })[];
  readonly domainShifts: readonly (Shift & { readonly domain: KeyDomain })[];
  readonly isCutAnew: boolean;
  readonly seconds: number;
}

/** Adds up what a change of rules would do. Points that the bureau has without a division stand under its own name. */
export function impactOf(parts: ImpactParts): Impact {
  const { grades, unitShifts, bureau, divisions, isCutAnew, seconds } = parts;
  const moves = movesOf(unitShifts);
  const before = standing(grades, unitShifts, 'from');
  const isOwn = ({ unitPath }: { readonly unitPath: string }): boolean => unitPath === bureau.path;
  const [gradesIn, shiftsIn] = [byDivision(grades, divisions), byDivision(unitShifts, divisions)];
  const under = divisions.map((unit) =>
    divisionImpact(unit, gradesIn.get(unit.path) ?? [], shiftsIn.get(unit.path) ?? []),
  );
  const own = divisionImpact(bureau, grades.filter(isOwn), unitShifts.filter(isOwn));
  return {
    points: before[1] + before[2] + before[3] + before.unassessed,
    changed: moves.reduce((sum, { count }) => sum + count, 0),
    moves,
    before,
    after: standing(grades, unitShifts, 'to'),
    isCutAnew,
    seconds,
    divisions: [...under, ...(grades.some(isOwn) ? [own] : [])],
    domains: KEY_DOMAINS.map((domain) => {
      const rows = parts.domains.filter((row) => row.domain === domain);
      const shifts = parts.domainShifts.filter((row) => row.domain === domain);
      return { domain, before: standing(rows, shifts, 'from'), after: standing(rows, shifts, 'to') };
    }),
  };
}

/** Rows by the path of the division that their unit is, or stands under. */
function byDivision<Row extends { readonly unitPath: string }>(
  rows: readonly Row[],
  divisions: ImpactParts['divisions'],
): ReadonlyMap<string, readonly Row[]> {
  const grouped = new Map<string, Row[]>(divisions.map(({ path }) => [path, []]));
  for (const row of rows) {
    for (let end = row.unitPath.length; end > 1; end = row.unitPath.lastIndexOf('/', end - 2) + 1) {
      grouped.get(row.unitPath.slice(0, end))?.push(row);
    }
  }
  return grouped;
}

function divisionImpact(
  { id, name }: { readonly id: number; readonly name: string },
  rows: readonly GradeRow[],
  shifts: readonly Shift[],
): DivisionImpact {
  return {
    unitId: id,
    unit: name,
    moves: movesOf(shifts),
    before: standing(rows, shifts, 'from'),
    after: standing(rows, shifts, 'to'),
  };
}

const GRADES: readonly GradeOrNone[] = [1, 2, 3, null];

function movesOf(shifts: readonly Shift[]): readonly Move[] {
  const counts = GRADES.map(() => GRADES.map(() => 0));
  for (const { from, to, count } of shifts) {
    const row = counts[GRADES.indexOf(from)] ?? [];
    row[GRADES.indexOf(to)] = (row[GRADES.indexOf(to)] ?? 0) + count;
  }
  return GRADES.flatMap((from, row) =>
    GRADES.map((to, column) => ({ from, to, count: counts[row]?.[column] ?? 0 })).filter(
      ({ to, count }) => to !== from && count > 0,
    ),
  );
}

/** The counts as they stand now, the points that shift being where that rulebook puts them. */
function standing(rows: readonly GradeRow[], shifts: readonly Shift[], side: 'from' | 'to'): Counts {
  const counts = { 0: 0, 1: 0, 2: 0, 3: 0 };
  for (const { grade, points } of rows) counts[grade] += points;
  for (const shift of shifts) {
    counts[shift[side] ?? 0] += shift.count;
    counts[shift.now ?? 0] -= shift.count;
  }
  return { 1: counts[1], 2: counts[2], 3: counts[3], unassessed: counts[0] };
}
