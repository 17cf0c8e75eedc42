import type { Field } from '../recognition/labels.ts';
import type { HeadingColumn } from './headings.ts';
import type { DraftCorrection, DraftFile } from './import-draft.ts';
import { placeKey } from './stored-document.ts';

/** A column that cannot be what it was said to be, because another column of its list is. */
export interface ColumnClash {
  readonly fileId: number;
  readonly column: HeadingColumn;
  readonly other: HeadingColumn;
  readonly field: Field;
}

export interface UnclashedDecisions {
  readonly kept: readonly DraftCorrection[];
  readonly clashes: readonly ColumnClash[];
}

type Files = readonly Pick<DraftFile, 'id' | 'reading'>[];

/**
 * Takes out decisions by which two columns of a list would be the same field: a row would silently keep one value of
 * the two. What the program itself understood twice stays, for it knows the more particular of the two; and any number
 * of columns may be none of ours.
 */
export function withoutClashes(decisions: readonly DraftCorrection[], files: Files): UnclashedDecisions {
  const clashes = files.flatMap((file) => clashesIn(file, decisions));
  if (clashes.length === 0) return { kept: decisions, clashes };
  const kept = decisions.filter(
    ({ fileId, correction }) =>
      correction.kind !== 'column' ||
      !clashes.some((clash) => clash.fileId === fileId && isAt(clash.column, correction.at)),
  );
  // A column that stays what it was may in turn be what another one was to become.
  const rest = withoutClashes(kept, files);
  return { kept: rest.kept, clashes: [...clashes, ...rest.clashes] };
}

function clashesIn({ id, reading }: Files[number], decisions: readonly DraftCorrection[]): ColumnClash[] {
  const chosenFor = (column: HeadingColumn): Field | null => {
    const decided = decisions.flatMap(({ fileId, correction }) =>
      fileId === id && correction.kind === 'column' && isAt(column, correction.at) ? [correction.field] : [],
    );
    return decided.at(-1) ?? null;
  };
  return reading.headings.flatMap(({ columns }) =>
    columns.flatMap((column) => {
      const field = chosenFor(column);
      if (field === null || field === 'other') return [];
      const other = columns.find((one) => one !== column && (chosenFor(one) ?? one.field) === field);
      return other === undefined ? [] : [{ fileId: id, column, other, field }];
    }),
  );
}

function isAt(column: HeadingColumn, at: HeadingColumn['at']): boolean {
  return placeKey(column.at) === placeKey(at);
}
