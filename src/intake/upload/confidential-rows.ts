import { cellsOfRow } from '../formats/document.ts';
import type { Position, ReadForm } from '../read-form.ts';
import type { Field } from '../recognition/labels.ts';
import { isBlank, tidy } from '../recognition/wording.ts';
import type { ConfidentialJudge } from './confidential-judge.ts';
import { textAt } from './corrected-document.ts';
import type { Heading } from './headings.ts';
import { gridIn, placeKey, type StoredGrid, type StoredSections } from './stored-document.ts';

/** A row of a list that belongs to a confidential post. */
export interface ConfidentialRow {
  /** Without a column. */
  readonly at: Position;
  readonly post: string;
}

export interface RowsOfLists {
  readonly confidential: readonly ConfidentialRow[];
  /** Whether a row that stays takes its unit or name from one that does not. */
  readonly isEntangled: boolean;
}

interface List {
  readonly heading: Heading;
  readonly grid: StoredGrid;
  /** The first row below the list, counted from 1. */
  readonly end: number;
  /** Units that the list's forms name where it has no column for them. */
  readonly units: readonly (string | null)[];
  readonly carriesDown: boolean;
}

/** The row of a place, as a key. */
export function rowKey({ sheet, table, row }: Position): string {
  return placeKey({
    ...(sheet === undefined ? {} : { sheet }),
    ...(table === undefined ? {} : { table }),
    ...(row === undefined ? {} : { row }),
  });
}

/**
 * The rows of a document's lists that belong to confidential posts, also of lists whose header is not understood
 * yet, and rows of which nothing was read.
 */
export function confidentialRows(
  sections: StoredSections,
  headings: readonly Heading[],
  forms: readonly ReadForm[],
  judge: ConfidentialJudge,
): RowsOfLists {
  const lists = headings.flatMap((heading, index) =>
    listBelow(sections, heading, headings[index + 1], forms),
  );
  const found = lists.map((list) => rowsOf(list, sections, judge));
  return {
    confidential: found.flatMap(({ confidential }) => confidential),
    isEntangled: found.some(({ isEntangled }) => isEntangled),
  };
}

function listBelow(
  sections: StoredSections,
  heading: Heading,
  next: Heading | undefined,
  forms: readonly ReadForm[],
): readonly List[] {
  const { at } = heading;
  const grid = sections
    .flatMap(({ blocks }) => blocks)
    .find((block) => block.kind === 'grid' && isSameTable(block, at));
  if (grid?.kind !== 'grid') return [];
  const here = forms.filter(({ risks }) => risks.some(({ text }) => isSameTable(text.position, at)));
  const units = [...new Set(here.map(({ unit }) => unit?.value ?? null))];
  const hasUnits = heading.columns.some(({ field }) => field === 'unit');
  const end = next !== undefined && isSameTable(next.at, at) ? next.at.row : undefined;
  return [
    {
      ...{ heading, grid, units: units.length === 0 ? [null] : units },
      end: end ?? gridIn(grid).rowCount + 1,
      carriesDown: !hasUnits || here.some(({ kind }) => kind !== 'register'),
    },
  ];
}

function isSameTable(one: Pick<Position, 'sheet' | 'table'>, other: Position): boolean {
  return one.sheet === other.sheet && one.table === other.table;
}

function rowsOf(list: List, sections: StoredSections, judge: ConfidentialJudge): RowsOfLists {
  const confidential: ConfidentialRow[] = [];
  let isEntangled = false;
  let above = { unit: null as string | null, post: '', isConfidential: false };
  for (let row = (list.heading.at.row ?? 0) + 1; row < list.end; row += 1) {
    if (isEmptyRow(list.grid, row)) continue;
    const written = (field: Field): string | null => wordsIn(list, sections, row, field);
    const [unit, name, post] = [written('unit'), written('name'), written('post')];
    const isContinued = post === null && name === null;
    const owner = { unit: unit ?? above.unit, post: post ?? (isContinued ? above.post : '') };
    const units = unit === null && above.unit === null ? list.units : [owner.unit];
    const meant = owner.post === '' ? [] : units.flatMap((candidate) => judge(candidate, owner.post) ?? []);
    const [secret] = meant;
    if (secret !== undefined) confidential.push({ at: placeOfRow(list.grid, row), post: secret });
    else if (above.isConfidential && list.carriesDown && !isContinued) {
      isEntangled ||= lacks(list, 'unit', unit) || lacks(list, 'name', name);
    }
    above = { ...owner, isConfidential: secret !== undefined };
  }
  return { confidential, isEntangled };
}

function isEmptyRow(grid: StoredGrid, row: number): boolean {
  return cellsOfRow(gridIn(grid), row - 1).every(({ text }) => isBlank(text));
}

function lacks({ heading }: List, field: Field, words: string | null): boolean {
  return words === null && heading.columns.some((column) => column.field === field);
}

function wordsIn({ heading }: List, sections: StoredSections, row: number, field: Field): string | null {
  const column = heading.columns.find((candidate) => candidate.field === field)?.at.column;
  const words = column === undefined ? null : textAt(sections, { ...heading.at, row, column });
  return words === null || isBlank(words) ? null : tidy(words);
}

function placeOfRow(grid: StoredGrid, row: number): Position {
  const place = gridIn(grid).positionOf(row - 1, 0);
  return Object.fromEntries(Object.entries(place).filter(([part]) => part !== 'column'));
}
