import type { Position } from '../read-form.ts';
import type { Field } from '../recognition/labels.ts';
import { isBlank, tidy } from '../recognition/wording.ts';
import { textAt } from './corrected-document.ts';
import type { Heading } from './headings.ts';
import type { StoredSections } from './stored-document.ts';

const OWNER_FIELDS: readonly Field[] = ['unit', 'name', 'post'];

/** What the columns of unit, name and post say in a row of a list. */
export function rowOwner(
  position: Position,
  headings: readonly Heading[],
  sections: StoredSections,
): readonly string[] {
  const { sheet, table, row = 0 } = position;
  const heading = headings.findLast(
    ({ at }) => at.sheet === sheet && at.table === table && (at.row ?? row) < row,
  );
  return OWNER_FIELDS.flatMap((field) => {
    const column = heading?.columns.find((candidate) => candidate.field === field)?.at.column;
    const words = column === undefined ? null : textAt(sections, { ...position, column });
    return words === null || isBlank(words) ? [] : [tidy(words)];
  });
}
