import { cellsOfRow, type Cell, type Grid, type Section } from '../formats/document.ts';
import type { DeclaredFact } from '../../rulebooks/declared-fact.ts';
import type { Position } from '../read-form.ts';
import { gridPieces } from '../recognition/grid-pieces.ts';
import { labelOf, type Field } from '../recognition/labels.ts';
import { listHeaderAt } from '../recognition/list-header.ts';
import { tidy } from '../recognition/wording.ts';

/** A column of a list as its header names it, and what that was understood as. */
export interface HeadingColumn {
  readonly at: Position;
  readonly words: string;
  readonly field: Field | null;
  /** What the bureau's own fact is called that the column holds; `null` where it holds none. */
  readonly fact: DeclaredFact['title'] | null;
  /** The first values below it. */
  readonly samples: readonly string[];
}

/** The header of a list; one that was not recognised is the row that looks like a header. */
export interface Heading {
  readonly at: Position;
  readonly isRecognised: boolean;
  readonly columns: readonly HeadingColumn[];
}

const SAMPLES = 3;
const SAMPLE_LENGTH = 40;
const LONGEST_HEADER = 20;
const LEAST_COLUMNS = 3;

/** Whether nobody has understood a column. */
export function isUnknownColumn({ field, fact }: HeadingColumn): boolean {
  return field === null && fact === null;
}

/** The headers of all lists in a document, of which columns may hold these facts of the bureau's own. */
export function headingsOf(
  sections: readonly Section[],
  facts: readonly DeclaredFact[] = [],
): readonly Heading[] {
  const grids = sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'grid'));
  return grids.flatMap((grid) => {
    const pieces = gridPieces(grid, facts);
    const rows = pieces.flatMap((piece) => (piece.kind === 'list' ? [piece.headerRow] : []));
    if (rows.length > 0) return [...new Set(rows)].flatMap((row) => recognised(grid, row, facts));
    return likely(
      grid,
      pieces.some(({ kind }) => kind === 'statement'),
    );
  });
}

function recognised(grid: Grid, row: number, facts: readonly DeclaredFact[]): readonly Heading[] {
  const header = listHeaderAt(grid, row, facts);
  if (header === null) return [];
  const columns = header.labels.map(({ cell, column, label, fact }) => ({
    ...columnOf(grid, cell, column, header.firstRow, label?.field ?? null),
    fact: facts.find(({ name }) => name === fact)?.title ?? null,
  }));
  return [{ at: grid.positionOf(row, 0), isRecognised: true, columns }];
}

/**
 * The first row of several short texts may be a header whose words we do not know; in a table with labels, only a
 * row of which most are labels.
 */
function likely(grid: Grid, hasLabels: boolean): readonly Heading[] {
  for (let row = 0; row < grid.rowCount; row += 1) {
    const cells = cellsOfRow(grid, row).filter(({ text }) => text.trim() !== '');
    if (cells.length < LEAST_COLUMNS || cells.some(({ text }) => text.length > LONGEST_HEADER)) continue;
    const labels = cells.map(({ text }) => labelOf(text)?.field ?? null);
    const known = labels.filter((field) => field !== null).length;
    if (hasLabels && (known <= LEAST_COLUMNS || known * 2 <= cells.length)) continue;
    const columns = cells.map((cell, index) =>
      columnOf(grid, cell, cell.column, row + 1, labels[index] ?? null),
    );
    return [{ at: grid.positionOf(row, 0), isRecognised: false, columns }];
  }
  return [];
}

function columnOf(
  grid: Grid,
  cell: Cell,
  column: number,
  firstRow: number,
  field: Field | null,
): HeadingColumn {
  const samples: string[] = [];
  for (let row = firstRow; row < grid.rowCount && samples.length < SAMPLES; row += 1) {
    const text = tidy(grid.at(row, column)?.text ?? '').replaceAll('\n', ' ');
    if (text !== '') samples.push(text.length > SAMPLE_LENGTH ? `${text.slice(0, SAMPLE_LENGTH)}…` : text);
  }
  return { at: cell.position, words: tidy(cell.text), field, fact: null, samples };
}
