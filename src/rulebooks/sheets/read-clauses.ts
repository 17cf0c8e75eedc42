import type { Clause } from '../rulebook.ts';
import type { BookReading } from './book-reading.ts';
import { rowsOfTable } from './read-table.ts';

export function clausesIn(reading: BookReading): readonly Clause[] {
  const columns = ['code', 'referenceZh', 'referenceEn', 'textZh', 'textEn'] as const;
  reading.put(['clauses'], { sheet: reading.sheet('clauses').name, row: 1, column: 1 });
  return rowsOfTable(reading, 'clauses', { columns }).map((row, index) => {
    const path = ['clauses', index];
    reading.put(path, row.place);
    return {
      code: row.text('code', [...path, 'code']),
      reference: row.both('referenceZh', 'referenceEn', [...path, 'reference']),
      text: row.both('textZh', 'textEn', [...path, 'text']),
    };
  });
}
