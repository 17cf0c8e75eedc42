import type { ExampleFacts, GradingRulebook } from '../rulebook.ts';
import { cellOfText } from './cell-text.ts';
import { conditionText } from './condition-notation.ts';
import { wordOf } from './notation-words.ts';
import type { BookSheet } from './sheet.ts';
import { closed, column, tableSheet } from './table-sheet.ts';
import type { Vocabulary } from './vocabulary.ts';
import { clausesOf } from './written-clauses.ts';

/** The inversions that are meant. */
export function explainedSheet(rulebook: GradingRulebook, words: Vocabulary): BookSheet {
  const columns = [
    ...[column('better'), column('worseFacts'), column('clause', closed(clausesOf(rulebook)))],
    ...[column('reasonZh'), column('reasonEn')],
  ];
  const rows = (rulebook.explained ?? []).map(({ better, worse, reason, clause }) => [
    ...[factsText(better, words), factsText(worse, words), clause],
    ...[cellOfText(reason.zh), cellOfText(reason.en)],
  ]);
  return tableSheet('explained', columns, rows);
}

/** Values of facts as text, such as `[发生机率] = 高 且 [危害程度] = 一般`. */
function factsText(facts: ExampleFacts, words: Vocabulary): string {
  const parts = Object.entries(facts).map(([fact, value]) =>
    conditionText({ fact, operator: 'equal', value }, words),
  );
  return parts.length === 0 ? wordOf('isUnknown') : parts.join(` ${wordOf('and')} `);
}
