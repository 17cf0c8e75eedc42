import type { Grade, Rulebook } from '../rulebooks/rulebook.ts';
import { gradeLabel, valueWords } from './rule-words.ts';
import type { Saying } from './saying.ts';
import type { Difference } from './difference.ts';

/** A difference as a sentence in one language. */
export function differenceWords(difference: Difference, saying: Saying): string {
  const { words } = saying.text.workbench.difference;
  switch (difference.kind) {
    case 'cell':
      return cellWords(difference, saying);
    case 'rule':
      return words[ruleChange(difference)](difference.title[saying.language]);
    case 'order':
      return words.order;
    case 'part':
      return words.part(words.parts[difference.part]);
    case 'examples':
      return words.examples(difference.added, difference.removed);
    case 'explained':
      return words.explained(difference.added, difference.removed);
  }
}

function ruleChange({ from, to }: Extract<Difference, { kind: 'rule' }>): 'added' | 'removed' | 'changed' {
  if (from === null) return 'added';
  return to === null ? 'removed' : 'changed';
}

function cellWords({ row, column, from, to }: Extract<Difference, { kind: 'cell' }>, saying: Saying): string {
  const { words } = saying.text.workbench.difference;
  const [rows, columns] = axesOf(saying.rulebook);
  const place = words.cell(valueWords(rows, row, saying), valueWords(columns, column, saying));
  const grade = (value: Grade | null): string => (value === null ? words.noCell : gradeLabel(value, saying));
  return words.from(place, grade(from), grade(to));
}

function axesOf(rulebook: Rulebook): readonly [string, string] {
  if (rulebook.kind !== 'grading' || !('cells' in rulebook.base)) return ['probability', 'harm'];
  return [rulebook.base.rows, rulebook.base.columns];
}
