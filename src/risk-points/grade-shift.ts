import type { Grade } from '../rulebooks/rulebook.ts';

/** Points that a change of rules gives another grade; 0 is unassessed. */
export interface GradeShift {
  readonly from: 0 | Grade;
  readonly to: 0 | Grade;
  readonly points: number;
}
