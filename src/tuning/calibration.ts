import type { CaseFacts } from '../grading/case.ts';
import type { Grade } from '../rulebooks/rulebook.ts';

/** A point whose grade people changed, as it stands now. */
export interface CurrentOverride {
  readonly pointId: number;
  readonly text: string;
  readonly unit: string;
  readonly caseId: number;
  readonly facts: CaseFacts;
  /** What the rules say; `null` is unassessed. */
  readonly proposed: Grade | null;
  readonly grade: Grade;
  readonly reason: string;
}

/** The overrides in one case: does the rulebook judge it as people do? */
export interface CaseOverrides {
  readonly caseId: number;
  readonly facts: CaseFacts;
  readonly proposed: Grade | null;
  readonly severer: number;
  readonly milder: number;
  /** How often each grade was given, the most frequent first; the severer first where two are equally frequent. */
  readonly given: readonly { readonly grade: Grade; readonly count: number }[];
  /** The grade that more were given than any other, and than were given others together. */
  readonly majority: Grade | null;
  readonly points: readonly CurrentOverride[];
}

/** Overrides by case, the case with most first. An override that the rules have come to agree with asks for nothing. */
export function calibrationOf(overrides: readonly CurrentOverride[]): readonly CaseOverrides[] {
  const byCase = new Map<number, CurrentOverride[]>();
  for (const override of overrides) {
    if (override.grade === override.proposed) continue;
    const group = byCase.get(override.caseId);
    if (group === undefined) byCase.set(override.caseId, [override]);
    else group.push(override);
  }
  const groups = [...byCase.values()].flatMap((points) => groupOf(points) ?? []);
  return groups.sort((a, b) => b.points.length - a.points.length || a.caseId - b.caseId);
}

function groupOf(points: readonly CurrentOverride[]): CaseOverrides | null {
  const [first] = points;
  if (first === undefined) return null;
  const { caseId, facts, proposed } = first;
  const given = ([1, 2, 3] as const)
    .map((grade) => ({ grade, count: points.filter((point) => point.grade === grade).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  const [most] = given;
  const isMajority = most !== undefined && most.count * 2 > points.length;
  return {
    caseId,
    facts,
    proposed,
    severer: proposed === null ? 0 : points.filter(({ grade }) => grade < proposed).length,
    milder: proposed === null ? 0 : points.filter(({ grade }) => grade > proposed).length,
    given,
    majority: isMajority ? most.grade : null,
    points,
  };
}
