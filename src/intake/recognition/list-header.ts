import { cellsOfRow, type Cell, type Grid } from '../formats/document.ts';
import type { DeclaredFact } from '../../rulebooks/declared-fact.ts';
import { labelOf, type Field, type Label } from './labels.ts';
import { ownFactOf } from './own-columns.ts';
import type { ListColumns } from './piece.ts';

/** The header of a list: its columns, and the first row below it. */
export interface ListHeader {
  readonly columns: ListColumns;
  readonly firstRow: number;
  readonly labels: readonly ColumnLabel[];
  /** Columns of facts that the rulebook declares, by the fact's name. */
  readonly facts: ReadonlyMap<string, number>;
}

/** The cell that heads a column, and what it was understood as. */
export interface ColumnLabel {
  readonly column: number;
  readonly cell: Cell;
  readonly label: Label | null;
  /** The declared fact that it names, where it is no label of a form. */
  readonly fact: string | null;
}

/** Fields that mean a list, rather than a form, when several of them stand side by side. */
const LIST_FIELDS: ReadonlySet<Field> = new Set([
  'unit',
  'name',
  'post',
  'duties',
  'risk',
  'measure',
  'probability',
  'harm',
  'grade',
  'domains',
  'ordinal',
  'other',
]);

/** The header that begins at a row, `null` when none does. It may take two rows when cells above are merged. */
export function listHeaderAt(
  grid: Grid,
  row: number,
  facts: readonly DeclaredFact[] = [],
): ListHeader | null {
  const cells = cellsOfRow(grid, row).filter((cell) => cell.row === row && cell.text.trim() !== '');
  if (cells.length === 0) return null;
  // A single cell merged over the whole row is a title or a date above the header, never its upper half.
  const isUpperHalf =
    cells.length > 1 && cells.some(({ rowSpan, columnSpan }) => rowSpan > 1 || columnSpan > 1);
  const depth = isUpperHalf ? 2 : 1;
  const labels = columnLabels(grid, row, row + depth - 1, facts);
  if (isHeader(labels)) return headerOf(labels);
  if (!isUpperHalf) return null;
  const single = columnLabels(grid, row, row, facts);
  return isHeader(single) ? headerOf(single) : null;
}

/** The lowest label of each column within the header's rows. */
function columnLabels(
  grid: Grid,
  top: number,
  bottom: number,
  facts: readonly DeclaredFact[],
): ColumnLabel[] {
  const labels: ColumnLabel[] = [];
  for (let column = 0; column < grid.columnCount; column += 1) {
    const upper = grid.at(top, column);
    const lower = grid.at(bottom, column);
    const isDivided = upper !== null && upper !== lower && upper.columnSpan > 1;
    const cell = isDivided && lower !== null && isLabel(lower.text, facts) ? lower : upper;
    if (cell === null || cell.text.trim() === '') continue;
    if (labels.some((other) => other.cell === cell)) continue;
    labels.push({ column, cell, ...meaningOf(cell.text, facts) });
  }
  return labels;
}

function isLabel(text: string, facts: readonly DeclaredFact[]): boolean {
  return labelOf(text) !== null || ownFactOf(text, facts) !== null;
}

/** A column that forms pass over may still be a fact of the rulebook. */
function meaningOf(text: string, facts: readonly DeclaredFact[]): Pick<ColumnLabel, 'label' | 'fact'> {
  const label = labelOf(text);
  const fact = label === null || label.field === 'other' ? ownFactOf(text, facts) : null;
  return fact === null ? { label, fact: null } : { label: null, fact: fact.name };
}

/** Labels make a header when there is a risk among them and hardly anything else in the row. */
function isHeader(labels: readonly ColumnLabel[]): boolean {
  const fields = new Set(labels.map(({ label }) => label?.field).filter((field) => field !== undefined));
  const known = labels.filter(({ label }) => label !== null && LIST_FIELDS.has(label.field));
  if (!fields.has('risk') || known.length < 2) return false;
  const share = known.length / labels.filter(({ fact }) => fact === null).length;
  return known.length === 2 ? share > 0.5 && areNeighbours(known) : share >= 0.4;
}

/** With a blank between them two labels wait for their values, as on an empty form. */
function areNeighbours(labels: readonly ColumnLabel[]): boolean {
  const [first, second] = labels;
  return first !== undefined && second?.column === first.column + first.cell.columnSpan;
}

function headerOf(labels: readonly ColumnLabel[]): ListHeader {
  const found = labels
    .flatMap(({ column, label }) => (label === null ? [] : [{ column, label }]))
    .sort((one, other) => one.label.rank - other.label.rank);
  const columns = new Map<Field, number[]>();
  for (const { column, label } of found) {
    columns.set(label.field, [...(columns.get(label.field) ?? []), column]);
  }
  const firstRow = Math.max(...labels.map(({ cell }) => cell.row + cell.rowSpan));
  const facts = labels.flatMap(({ fact, column }) => (fact === null ? [] : [[fact, column] as const]));
  return { columns, firstRow, labels, facts: new Map(facts.toReversed()) };
}
