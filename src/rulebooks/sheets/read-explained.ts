import type { ExampleFacts, ExplainedInversion } from '../rulebook.ts';
import type { BookReading, Path } from './book-reading.ts';
import { conditionsIn } from './condition-notation.ts';
import { NotationFault } from './notation-fault.ts';
import { isWord } from './notation-words.ts';
import { rowsOfTable } from './read-table.ts';
import type { ReadCell } from './sheet.ts';
import type { Vocabulary } from './vocabulary.ts';

export function explainedIn(reading: BookReading, words: Vocabulary): readonly ExplainedInversion[] {
  const columns = ['better', 'worseFacts', 'clause', 'reasonZh', 'reasonEn'] as const;
  return rowsOfTable(reading, 'explained', { columns }).map((row, index) => {
    const path = ['explained', index];
    reading.put(path, row.place);
    return {
      better: factsIn(reading, row.cell('better'), [...path, 'better'], words),
      worse: factsIn(reading, row.cell('worseFacts'), [...path, 'worse'], words),
      reason: row.both('reasonZh', 'reasonEn', [...path, 'reason']),
      clause: row.text('clause', [...path, 'clause']),
    };
  });
}

function factsIn(
  reading: BookReading,
  { text, place }: ReadCell,
  path: Path,
  words: Vocabulary,
): ExampleFacts {
  reading.put(path, place);
  if (text === '' || isWord(text, 'isUnknown')) return {};
  const entries = reading.attempt(path, { text, place }, () => equalsIn(text, words), []);
  return Object.fromEntries(entries);
}

function equalsIn(text: string, words: Vocabulary): (readonly [string, string | number | boolean])[] {
  return conditionsIn(text, words).map((condition) => {
    const isEqual = 'fact' in condition && condition.operator === 'equal';
    if (!isEqual || condition.value === undefined || typeof condition.value === 'object') {
      throw new NotationFault({ fault: 'not-equals' });
    }
    return [condition.fact, condition.value];
  });
}
