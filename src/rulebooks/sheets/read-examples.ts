import type { ExampleFacts, FactConstant } from '../rulebook.ts';
import type { BookReading, Path } from './book-reading.ts';
import { textOfCell } from './cell-text.ts';
import { isWord } from './notation-words.ts';
import { factColumnsOf, rowsOfTable } from './read-table.ts';
import type { ColumnKey } from './sheet-labels.ts';
import type { ReadCell } from './sheet.ts';
import type { TableRow } from './table-reading.ts';
import type { Vocabulary } from './vocabulary.ts';

/** An example without what is expected, and the row that says it. */
export interface ReadExample {
  readonly row: TableRow;
  readonly path: Path;
  readonly name: { readonly zh: string; readonly en: string };
  readonly facts: ExampleFacts;
}

export function examplesIn(
  reading: BookReading,
  results: readonly ColumnKey[],
  words: Vocabulary,
): readonly ReadExample[] {
  const factOf = (heading: string): string | null => words.facts.codeOf(heading);
  const columns = ['titleZh', 'titleEn', ...results] as const;
  const rows = rowsOfTable(reading, 'examples', { columns, factOf });
  const facts = factColumnsOf(rows, words.facts.codes);
  reading.put(['examples'], { sheet: reading.sheet('examples').name, row: 1, column: 1 });
  return rows.map((row, index) => {
    const path = ['examples', index];
    reading.put(path, row.place);
    const cells = facts.flatMap((fact) => row.cells(`fact ${fact}`).map((cell) => ({ fact, cell })));
    return {
      ...{ row, path },
      name: row.both('titleZh', 'titleEn', [...path, 'name']),
      facts: Object.fromEntries(
        cells.flatMap(({ fact, cell }) => valueIn(reading, [...path, 'facts', fact], fact, cell, words)),
      ),
    };
  });
}

function valueIn(
  reading: BookReading,
  path: Path,
  fact: string,
  { text, place }: ReadCell,
  words: Vocabulary,
): readonly (readonly [string, string | number | boolean])[] {
  const value = textOfCell(text);
  if (text === '' || isWord(value, 'isUnknown')) return [];
  reading.put(path, place);
  const read = reading.attempt<FactConstant | null>(
    path,
    { text, place },
    () => words.valueNamed(fact, value),
    null,
  );
  return read === null || typeof read === 'object' ? [] : [[fact, read]];
}
