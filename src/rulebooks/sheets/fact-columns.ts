import type { ExampleFacts, FactConstant } from '../rulebook.ts';
import { cellOfText } from './cell-text.ts';
import type { TableColumn } from './table-sheet.ts';
import type { Vocabulary } from './vocabulary.ts';

/** As many facts as a page of a decision table shows side by side without being asked for. */
const MOST_UNASKED = 12;

/** The facts that get a column: those that are spoken of, and all where they are few. */
export function factsShown(used: readonly string[], words: Vocabulary): readonly string[] {
  const known = words.facts.codes;
  return known.length <= MOST_UNASKED ? known : known.filter((fact) => used.includes(fact));
}

/** The column of a fact: its title, and its code on a second line. */
export function factColumn(fact: string, words: Vocabulary): TableColumn {
  const values = words.valuesOf(fact);
  return {
    heading: `${words.titleOf(fact).replaceAll('\n', ' ')}\n${fact}`,
    width: words.typeOf(fact) === 'text' ? 48 : 16,
    isPlain: true,
    ...(values === null ? {} : { choice: { values: values.words, isClosed: false } }),
  };
}

function valueCell(fact: string, value: FactConstant | undefined, words: Vocabulary): string {
  if (value === undefined) return '';
  const codes = words.valuesOf(fact);
  if (codes !== null) return codes.wordFor(String(value));
  return cellOfText(String(value));
}

/** Values of facts in the order of columns. */
export function valueCells(
  facts: ExampleFacts,
  columns: readonly string[],
  words: Vocabulary,
): readonly string[] {
  const known = new Map(Object.entries(facts));
  return columns.map((fact) => valueCell(fact, known.get(fact), words));
}
