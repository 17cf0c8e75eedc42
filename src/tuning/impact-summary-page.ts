import type { Texts } from '../language/texts.ts';
import { topGrade } from '../risk-points/grade-look.ts';
import { effectNotes, summaryOfEffect } from './effect/effect-summary.ts';
import type { FrozenImpact } from './effect/frozen-impact.ts';
import type { ImpactSummary, SummaryTable } from './effect/summary-table.ts';
import type { Impact } from './impact.ts';
import { movedSentence, moveLines } from './move-lines-page.ts';

const MOST_DIVISIONS = 5;

/** What a change of rules of any kind comes to, as a sentence and tables; takes what the sums are called. */
export function impactSummary(impact: FrozenImpact | null, heading: string, text: Texts): ImpactSummary {
  if (impact === null) return { heading, sentence: text.ruleChanges.impact.none, tables: [], divisions: [] };
  if ('kind' in impact) return { heading, ...summaryOfEffect(impact, MOST_DIVISIONS, text) };
  const moves = movesTable(impact, text);
  return {
    heading,
    sentence: movedSentence(impact, text),
    tables: [gradesTable(impact, text), ...(moves.rows.length === 0 ? [] : [moves])],
    divisions: divisionsMost(impact, text),
  };
}

/** What one has to know beside the sums. */
export function impactNotes(impact: FrozenImpact | null, text: Texts): readonly string[] {
  if (impact === null) return [];
  return 'kind' in impact ? effectNotes(impact, text) : [text.ruleChanges.impact.kept];
}

function gradesTable({ before, after }: Impact, text: Texts): SummaryTable {
  const { grades, unassessed } = text.terms;
  const { columns } = text.ruleChanges.impact;
  const { count } = text.formats;
  const line = (head: string, of: keyof Impact['before']) => ({
    head,
    figures: [count(before[of]), count(after[of])],
  });
  return {
    heads: [columns.grade, columns.before, columns.after],
    rows: [line(grades[1], 1), line(grades[2], 2), line(grades[3], 3), line(unassessed, 'unassessed')],
  };
}

function movesTable({ moves }: Impact, text: Texts): SummaryTable {
  const { columns } = text.ruleChanges.impact;
  return {
    heads: [columns.move, columns.count],
    rows: moveLines(moves, text).map(({ move, count }) => ({ head: move, figures: [count] })),
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
