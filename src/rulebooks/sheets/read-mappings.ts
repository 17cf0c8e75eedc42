import type { GradingRulebook, Scale } from '../rulebook.ts';
import type { BookReading } from './book-reading.ts';
import { AXES, type Axis, type Steps } from './read-scales.ts';
import { rowsOfTable } from './read-table.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The scales, with how values of other scales are understood on them. */
export function scalesIn(
  reading: BookReading,
  steps: Readonly<Record<Axis, Steps>>,
  words: Vocabulary,
): GradingRulebook['scales'] {
  const columns = ['fact', 'fromScale', 'fromStep', 'toStep'] as const;
  const found = {
    probability: new Map<string, Map<string, string>>(),
    harm: new Map<string, Map<string, string>>(),
  };
  for (const row of rowsOfTable(reading, 'mappings', { columns })) {
    const fact = row.code('fact', ['scales'], AXES);
    const from = row.text('fromScale', ['scales', fact, 'mappings']);
    const path = ['scales', fact, 'mappings', from];
    reading.put(path, row.cell('fromScale').place);
    const step = row.text('fromStep', path);
    const to = row.text('toStep', [...path, step]);
    const mapping = found[fact].get(from) ?? new Map<string, string>();
    if (mapping.has(step))
      reading.refuse(path, row.cell('fromStep').place, (problems) => problems.itemTwice(step));
    found[fact].set(from, mapping.set(step, words.valuesOf(fact)?.codeOf(to) ?? to));
  }
  const scale = (fact: Axis): Scale => ({
    ...steps[fact],
    mappings: Object.fromEntries(
      [...found[fact]].map(([from, mapping]) => [from, Object.fromEntries(mapping)]),
    ),
  });
  return { probability: scale('probability'), harm: scale('harm') };
}
