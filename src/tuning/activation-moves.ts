import type { GradeShift } from '../risk-points/grade-shift.ts';
import type { ActivationMoves } from './activation-record.ts';

/** What was moved of so many standing points. */
export function movesOf(points: number, shifts: readonly GradeShift[]): ActivationMoves {
  return {
    points,
    changed: shifts.reduce((sum, shift) => sum + shift.points, 0),
    moves: shifts.map(({ from, to, points: count }) => ({
      ...{ from: from === 0 ? null : from, to: to === 0 ? null : to, count },
    })),
  };
}
