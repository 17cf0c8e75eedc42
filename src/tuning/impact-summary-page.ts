import type { Texts } from '../language/texts.ts';
import { topGrade } from '../risk-points/grade-look.ts';
import type { Impact } from './impact.ts';
import { movedSentence, moveLines, type MoveLine } from './move-lines-page.ts';

/** What a change of rules moves, as a sentence and two tables. */
export interface ImpactSummary {
  readonly heading: string;
  readonly sentence: string;
  readonly grades: readonly { readonly grade: string; readonly before: string; readonly after: string }[];
  readonly moves: readonly MoveLine[];
  readonly divisions: readonly string[];
}

const MOST_DIVISIONS = 5;

export function impactSummary(impact: Impact | null, heading: string, text: Texts): ImpactSummary {
  const words = text.ruleChanges;
  const { count } = text.formats;
  if (impact === null) return { heading, sentence: words.impact.none, grades: [], moves: [], divisions: [] };
  const { before, after } = impact;
  const line = (grade: string, was: number, will: number) => ({
    grade,
    before: count(was),
    after: count(will),
  });
  return {
    heading,
    sentence: movedSentence(impact, text),
    grades: [
      line(text.terms.grades[1], before[1], after[1]),
      line(text.terms.grades[2], before[2], after[2]),
      line(text.terms.grades[3], before[3], after[3]),
      line(text.terms.unassessed, before.unassessed, after.unassessed),
    ],
    moves: moveLines(impact.moves, text),
    divisions: divisionsMost(impact, text),
  };
}

function divisionsMost({ divisions }: Impact, text: Texts): readonly string[] {
  const { ruleChanges, formats } = text;
  const { divisionLine, from } = ruleChanges.impact;
  return divisions
    .map(({ unit, moves, before, after }) => ({
      unit,
      changed: moves.reduce((sum, { count }) => sum + count, 0),
      ones: from(formats.count(before[1]), formats.count(after[1])),
    }))
    .filter(({ changed }) => changed > 0)
    .sort((left, right) => right.changed - left.changed)
    .slice(0, MOST_DIVISIONS)
    .map(({ unit, changed, ones }) => divisionLine(unit, formats.count(changed), topGrade(text), ones));
}
