import type { BookReading } from './book-reading.ts';
import { clausesIn } from './read-clauses.ts';
import { examplesIn } from './read-examples.ts';
import type { ReadHead } from './read-head.ts';
import { headOf, ruleOf } from './read-parts.ts';
import { rulesIn } from './read-rules.ts';
import { listsFor, STATUSES } from './sheet-codes.ts';
import { Vocabulary } from './vocabulary.ts';

/** What the sheets of a coverage rulebook say, to be checked like any other text. */
export function coverageDocument(reading: BookReading, head: ReadHead): unknown {
  const words = new Vocabulary({ kind: 'coverage', scales: null, facts: [], grades: null });
  const rules = rulesIn(reading, listsFor(false, 'coverage'), words);
  const examples = examplesIn(reading, ['result', 'byRules'], words);
  return {
    ...headOf(head),
    clauses: clausesIn(reading),
    rules: rules.map((rule) => ({
      ...ruleOf(rule),
      status: rule.row.code('result', [...rule.path, 'status'], STATUSES),
    })),
    examples: examples.map(({ row, path, name, facts }) => {
      const status = row.code('result', [...path, 'expect', 'status'], STATUSES);
      const named = row.cell('byRules').text;
      const rule = named === '' ? {} : { rule: row.text('byRules', [...path, 'expect', 'rule']) };
      return { name, facts, expect: { status, ...rule } };
    }),
  };
}
