import type { GradeLabels } from '../language/call-grades.ts';

/** A version in force, with the path of the unit it holds for; `null` for everybody who has none of their own. */
export interface ActiveVersion {
  readonly unitPath: string | null;
  readonly versionId: number;
}

/** The version in force for a unit: that of the nearest unit on its path. */
export function nearestAbove(active: readonly ActiveVersion[], path: string): number | null {
  const above = active.filter(({ unitPath }) => unitPath === null || path.startsWith(unitPath));
  const [nearest] = above.toSorted(
    (left, right) => (right.unitPath ?? '').length - (left.unitPath ?? '').length,
  );
  return nearest?.versionId ?? null;
}

/** The labels that several rulebooks have in common; `null` when they differ in any, or one gives none. */
export function labelsOfAll(rulebooks: readonly (GradeLabels | null)[]): GradeLabels | null {
  const [first = null] = rulebooks;
  return rulebooks.every((labels) => areSame(labels, first)) ? first : null;
}

function areSame(left: GradeLabels | null, right: GradeLabels | null): boolean {
  if (left === null || right === null) return left === right;
  return (['1', '2', '3'] as const).every(
    (grade) => left[grade].zh === right[grade].zh && left[grade].en === right[grade].en,
  );
}
