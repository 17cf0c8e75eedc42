import type { GradeOrNone } from './impact.ts';

/** Whether a move makes a point's grade more severe; to and from unassessed it is neither. */
export function directionOf(from: GradeOrNone, to: GradeOrNone): 'up' | 'down' | 'other' | 'same' {
  if (from === to) return 'same';
  if (from === null || to === null) return 'other';
  return to < from ? 'up' : 'down';
}
