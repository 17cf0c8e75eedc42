import type { Rulebook } from '../rulebook.ts';
import { cellOfText } from './cell-text.ts';
import type { BookSheet } from './sheet.ts';
import { column, tableSheet } from './table-sheet.ts';

/** What the rules rest on. */
export function clausesSheet({ clauses }: Rulebook): BookSheet {
  const columns = (['code', 'referenceZh', 'referenceEn', 'textZh', 'textEn'] as const).map((key) =>
    column(key),
  );
  const rows = clauses.map(({ code, reference, text }) => [
    ...[code, cellOfText(reference.zh), cellOfText(reference.en), cellOfText(text.zh), cellOfText(text.en)],
  ]);
  return tableSheet('clauses', columns, rows);
}

/** The codes of the clauses that may be named. */
export function clausesOf({ clauses }: Rulebook): readonly string[] {
  return clauses.map(({ code }) => code);
}
