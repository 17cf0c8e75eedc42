import type { Grade } from '../rulebooks/rulebook.ts';

const SEVEREST_FIRST: readonly Grade[] = [1, 2, 3];

/** The most severe of some grades; 3 of none. */
export function severestOf(grades: readonly Grade[]): Grade {
  return SEVEREST_FIRST.find((grade) => grades.includes(grade)) ?? 3;
}

/** The mildest of some grades; 1 of none. */
export function mildestOf(grades: readonly Grade[]): Grade {
  return SEVEREST_FIRST.findLast((grade) => grades.includes(grade)) ?? 1;
}

/** The grade some steps milder, never milder than grade 3. */
export function milderBy(grade: Grade, steps: number): Grade {
  return SEVEREST_FIRST[SEVEREST_FIRST.indexOf(grade) + steps] ?? 3;
}
