import type { GradeOrUnassessed } from '../risk-points/grade-look.ts';
import type { GradeCounts } from './board.ts';

/** Something that has points, with where each of its numbers leads. */
export interface GradeBar {
  readonly name: string;
  /** The page of its own. */
  readonly href: string | null;
  readonly counts: GradeCounts;
  readonly hrefOf: (grade: GradeOrUnassessed | 'total') => string | null;
}
