import type { BothLanguages, GradingRulebook, Rulebook } from '../rulebook.ts';
import { cellOfText } from './cell-text.ts';
import { LIST_MARK } from './notation-words.ts';
import { HIT_POLICIES, KINDS, LEADERS, NONE, SUBJECTS } from './sheet-codes.ts';
import { headingOf, itemLabel, type ItemKey } from './sheet-labels.ts';
import type { BookSheet, CellChoice } from './sheet.ts';
import { closed, column, tableSheet } from './table-sheet.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a rulebook is, one item a row. */
export function headSheet(rulebook: Rulebook, words: Vocabulary): BookSheet {
  const { kind, name, title, description } = rulebook;
  const rows: Row[] = [
    item('kind', KINDS.wordFor(kind)),
    item('name', name),
    both('title', title),
    both('description', description),
    ...(rulebook.kind === 'grading' ? gradingItems(rulebook, words) : []),
  ];
  const sheet = tableSheet(
    'head',
    [column('item'), { ...column('zh'), width: 48 }, { ...column('en'), width: 48 }, column('responsible')],
    rows.map(({ cells }) => cells),
  );
  return { ...sheet, choices: rows.flatMap(({ choices }, index) => choicesAt(choices, index + 2)) };
}

interface Row {
  readonly cells: readonly string[];
  readonly choices: readonly (readonly [column: number, values: readonly string[]])[];
}

function choicesAt(choices: Row['choices'], row: number): readonly CellChoice[] {
  return choices.map(([at, values]) => ({ column: at, fromRow: row, toRow: row, ...closed(values) }));
}

function gradingItems(rulebook: GradingRulebook, words: Vocabulary): readonly Row[] {
  const { subject, requires, base, grades } = rulebook;
  const axes = ['probability', 'harm'].map((fact) => words.facts.wordFor(fact));
  const required = requires.map((fact) => words.facts.tokenFor(fact)).join(LIST_MARK);
  const ofGrades = (['1', '2', '3'] as const).map((grade): Row => {
    const { responsible } = grades[grade];
    const row = both(`grade${grade}`, grades[grade]);
    const leader = responsible === undefined ? '' : LEADERS.wordFor(responsible);
    return { cells: [...row.cells, leader], choices: [[4, LEADERS.words]] };
  });
  return [
    item('subject', SUBJECTS.wordFor(subject), SUBJECTS.words),
    item('requires', requires.length === 0 ? NONE.wordFor('none') : required),
    ...('cells' in base
      ? [
          item('rows', words.facts.wordFor(base.rows), axes),
          item('columns', words.facts.wordFor(base.columns), axes),
        ]
      : [item('hitPolicy', HIT_POLICIES.wordFor(base.hitPolicy), HIT_POLICIES.words)]),
    ...ofGrades,
  ];
}

function item(key: ItemKey, value: string, values: readonly string[] = []): Row {
  return { cells: [headingOf(itemLabel(key)), value], choices: values.length === 0 ? [] : [[2, values]] };
}

function both(key: ItemKey, text: BothLanguages): Row {
  return { cells: [headingOf(itemLabel(key)), cellOfText(text.zh), cellOfText(text.en)], choices: [] };
}
