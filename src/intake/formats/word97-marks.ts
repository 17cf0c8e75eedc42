import type { Word97Paragraph } from './word97-paragraphs.ts';
import { definedCells, isOn, tableDepth, type DefinedCell } from './word97-properties.ts';

/** A paragraph by what its mark ends: itself, a cell or a row, or those of a table inside a cell. */
export interface Word97Mark {
  readonly text: string;
  readonly ends: 'paragraph' | 'cell' | 'row' | 'inner cell' | 'inner row';
  /** How many tables it is in. */
  readonly depth: number;
  /** Of a row: how its cells lie. */
  readonly cells: readonly DefinedCell[] | null;
}

/** The marks of a document. What a table holds that only frames another table stands as if there were no frame. */
export function marksOf(paragraphs: readonly Word97Paragraph[]): Word97Mark[] {
  const marks = paragraphs.map(markOf);
  const found: Word97Mark[] = [];
  let row: Word97Mark[] = [];
  for (const mark of marks) {
    if (mark.depth === 0) {
      found.push(...row, mark);
      row = [];
      continue;
    }
    row.push(mark);
    if (mark.ends !== 'row') continue;
    found.push(...(isFrame(row) ? row.flatMap(unframed) : row));
    row = [];
  }
  return [...found, ...row];
}

function markOf({ text, end, properties }: Word97Paragraph): Word97Mark {
  const depth = Math.max(end === 'cell' ? 1 : 0, tableDepth(properties));
  const cells =
    isOn(properties, 'rowEnd') || isOn(properties, 'innerRowEnd') ? definedCells(properties) : null;
  if (end === 'cell') return { text, ends: isOn(properties, 'rowEnd') ? 'row' : 'cell', depth, cells };
  if (isOn(properties, 'innerRowEnd')) return { text, ends: 'inner row', depth, cells };
  return { text, ends: isOn(properties, 'innerCell') ? 'inner cell' : 'paragraph', depth, cells };
}

/** A row of one cell with a table inside: drawn for the border's sake. */
function isFrame(row: readonly Word97Mark[]): boolean {
  return (
    row.filter(({ ends }) => ends === 'cell').length === 1 && row.some(({ ends }) => ends === 'inner row')
  );
}

function unframed(mark: Word97Mark): Word97Mark[] {
  const depth = mark.depth - 1;
  switch (mark.ends) {
    case 'row':
      return [];
    case 'inner row':
      return [{ ...mark, depth, ends: 'row' }];
    case 'inner cell':
      return [{ ...mark, depth, ends: 'cell' }];
    case 'cell':
    case 'paragraph':
      return [{ ...mark, depth, ends: 'paragraph' }];
  }
}
