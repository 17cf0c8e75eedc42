import type { BookReading } from './book-reading.ts';
import { clausesIn } from './read-clauses.ts';
import { examplesIn } from './read-examples.ts';
import type { ReadHead } from './read-head.ts';
import { headOf, ruleOf } from './read-parts.ts';
import { rulesIn } from './read-rules.ts';
import { DOMAINS, listsFor, NONE } from './sheet-codes.ts';
import { Vocabulary } from './vocabulary.ts';

/** What the sheets of a domain rulebook say. */
export function domainDocument(reading: BookReading, head: ReadHead): unknown {
  const words = new Vocabulary({ kind: 'domain', scales: null, facts: [], grades: null });
  const rules = rulesIn(reading, listsFor(false, 'domain'), words);
  const examples = examplesIn(reading, ['result'], words);
  return {
    ...headOf(head),
    clauses: clausesIn(reading),
    rules: rules.map((rule) => ({
      ...ruleOf(rule),
      domain: rule.row.code('result', [...rule.path, 'domain'], DOMAINS),
    })),
    examples: examples.map(({ row, path, name, facts }) => {
      const isNone = NONE.codeOfCell(row.cell('result').text) !== null;
      const at = [...path, 'expect', 'domains'];
      return { name, facts, expect: { domains: isNone ? [] : row.codes('result', at, DOMAINS) } };
    }),
  };
}
