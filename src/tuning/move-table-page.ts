import type { Texts } from '../language/texts.ts';
import {
  GRADE_LOOKS,
  GRADES_IN_ORDER,
  gradeName,
  gradeNameBefore,
  type GradeOrUnassessed,
} from '../risk-points/grade-look.ts';
import type { Grade } from '../rulebooks/rulebook.ts';
import { numberLink, type NumberLink } from '../web/number-link.ts';
import type { Counts, Impact, Move } from './impact.ts';

/** Grades before and after, crosswise. */
export interface MoveTable {
  readonly heads: readonly { readonly shape: string; readonly name: string }[];
  readonly rows: readonly MoveTableRow[];
  readonly totals: readonly string[];
  readonly points: string;
}

interface MoveTableRow {
  readonly shape: string;
  readonly name: string;
  readonly cells: readonly (NumberLink & { readonly stays: boolean })[];
  readonly total: string;
}

/** The move from one grade to another as a condition of the list; points of no grade are `unassessed`. */
interface MoveOf {
  readonly from: Grade | 'unassessed';
  readonly to: Grade | 'unassessed';
}

/** The table of moves; takes where the points of a move are listed. What stays leads nowhere: no point of it moves. */
export function moveTable(impact: Impact, hrefOf: (move: MoveOf) => string, text: Texts): MoveTable {
  const { count } = text.formats;
  return {
    heads: GRADES_IN_ORDER.map((to) => ({ shape: GRADE_LOOKS[to].shape, name: gradeName(to, text) })),
    rows: GRADES_IN_ORDER.map((from) => ({
      shape: GRADE_LOOKS[from].shape,
      name: gradeNameBefore(from, text),
      cells: GRADES_IN_ORDER.map((to) => {
        const points = count(from === to ? stayingAt(impact, from) : movedOf(impact.moves, from, to));
        const label = text.whatIf.moves.cell(gradeNameBefore(from, text), gradeName(to, text), points);
        const href = from === to ? null : hrefOf({ from, to });
        return { ...numberLink(points, href, label), stays: from === to };
      }),
      total: count(impact.before[from]),
    })),
    totals: GRADES_IN_ORDER.map((grade) => count(impact.after[grade])),
    points: count(impact.points),
  };
}

/** How many points go to a grade from others. */
export function comingTo(moves: readonly Move[], grade: keyof Counts): number {
  return sum(moves.filter(({ to }) => (to ?? 'unassessed') === grade));
}

/** How many points of a grade go to others. */
export function leavingFrom(moves: readonly Move[], grade: keyof Counts): number {
  return sum(moves.filter(({ from }) => (from ?? 'unassessed') === grade));
}

function stayingAt({ before, moves }: Impact, grade: GradeOrUnassessed): number {
  return before[grade] - leavingFrom(moves, grade);
}

function movedOf(moves: readonly Move[], from: GradeOrUnassessed, to: GradeOrUnassessed): number {
  return sum(
    moves.filter((move) => (move.from ?? 'unassessed') === from && (move.to ?? 'unassessed') === to),
  );
}

function sum(moves: readonly Move[]): number {
  return moves.reduce((total, { count }) => total + count, 0);
}
