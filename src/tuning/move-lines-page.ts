import type { Texts } from '../language/texts.ts';
import type { GradeOrNone, Impact, Move } from './impact.ts';

export interface MoveLine {
  readonly move: string;
  readonly count: string;
}

/** How many of how many points get another grade. */
export function movedSentence(
  { changed, points }: Pick<Impact, 'changed' | 'points'>,
  { ruleChanges, formats }: Texts,
): string {
  if (changed === 0) return ruleChanges.movedNone;
  return ruleChanges.moved(formats.count(changed), formats.count(points));
}

export function moveLines(moves: readonly Move[], text: Texts): readonly MoveLine[] {
  const word = (grade: GradeOrNone): string =>
    grade === null ? text.terms.unassessed : text.terms.grades[grade];
  return moves.map(({ from, to, count }) => ({
    move: text.ruleChanges.impact.move(word(from), word(to)),
    count: text.formats.count(count),
  }));
}
