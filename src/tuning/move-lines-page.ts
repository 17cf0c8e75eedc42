import type { Texts } from '../language/texts.ts';
import { gradeName, gradeNameBefore } from '../risk-points/grade-look.ts';
import type { Impact, Move } from './impact.ts';

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
  return moves.map(({ from, to, count }) => ({
    move: text.ruleChanges.impact.move(
      gradeNameBefore(from ?? 'unassessed', text),
      gradeName(to ?? 'unassessed', text),
    ),
    count: text.formats.count(count),
  }));
}
