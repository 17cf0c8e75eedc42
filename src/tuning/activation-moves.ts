import type { GradeShift } from '../risk-points/grade-shift.ts';
import type { ActivationMoves } from './activation-record.ts';

/** What a campaign moved, of so many standing points. */
export function movesOf(points: number, shifts: readonly GradeShift[]): ActivationMoves {
  const each = shifts.map(({ from, to, points: count }) => ({
    points,
    changed: count,
    moves: [{ from: from === 0 ? null : from, to: to === 0 ? null : to, count }],
  }));
  return { ...addedUp(each), points };
}

/** What several campaigns moved, together. */
export function addedUp(each: readonly ActivationMoves[]): ActivationMoves {
  const all = each.flatMap(({ moves }) => moves);
  const distinct = all.filter(
    (move, index) => all.findIndex(({ from, to }) => from === move.from && to === move.to) === index,
  );
  return {
    points: each.reduce((sum, { points }) => sum + points, 0),
    changed: each.reduce((sum, { changed }) => sum + changed, 0),
    moves: distinct.map(({ from, to }) => ({
      from,
      to,
      count: all
        .filter((move) => move.from === from && move.to === to)
        .reduce((sum, { count }) => sum + count, 0),
    })),
  };
}
