import { nameKey } from '../../language/normalise.ts';
import { powerLabels } from '../../language/zh/power-labels.ts';
import type { Grid, Section } from '../formats/document.ts';
import type { PowerField, PowerFinding, PowerRow, PowerValue, ReadPowerList } from './power-row.ts';

type Columns = ReadonlyMap<PowerField, number>;

const LABELS: ReadonlyMap<string, PowerField> = new Map(
  (Object.keys(powerLabels) as PowerField[]) // The keys of a constant are its type's keys.
    .flatMap((field) => powerLabels[field].map((words) => [plain(words), field] as const)),
);

/** Reads lists of powers from the tables of a file: each begins at a row that heads a name and a unit. */
export function readPowerList(sections: readonly Section[]): ReadPowerList {
  const grids = sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'grid'));
  const rows = grids.flatMap(rowsOf);
  if (rows.length > 0) return { rows, findings: [] };
  const isHeaded = grids.some((grid) => headerRow(grid) !== null);
  return { rows, findings: [isHeaded ? nothingListed : noHeader] };
}

const noHeader: PowerFinding = {
  code: 'power-no-header',
  position: {},
  value: null,
  say: (text) => text.powers.findings.noHeader(),
};

const nothingListed: PowerFinding = {
  ...noHeader,
  code: 'power-no-row',
  say: (text) => text.powers.findings.noRow(),
};

function rowsOf(grid: Grid): readonly PowerRow[] {
  const header = headerRow(grid);
  if (header === null) return [];
  const rows: PowerRow[] = [];
  for (let row = header.row + 1; row < grid.rowCount; row += 1) {
    const read = powerRow(grid, row, header.columns);
    if (read !== null) rows.push(read);
  }
  return rows;
}

function headerRow(grid: Grid): { readonly row: number; readonly columns: Columns } | null {
  for (let row = 0; row < grid.rowCount; row += 1) {
    const columns = new Map<PowerField, number>();
    for (let column = 0; column < grid.columnCount; column += 1) {
      const field = LABELS.get(plain(grid.at(row, column)?.text ?? ''));
      if (field !== undefined && !columns.has(field)) columns.set(field, column);
    }
    if (columns.has('name') && columns.has('unit')) return { row, columns };
  }
  return null;
}

/** `null` for a row without a word, and for a title or a header that is repeated on the next printed page. */
function powerRow(grid: Grid, row: number, columns: Columns): PowerRow | null {
  const values: Partial<Record<PowerField, PowerValue>> = {};
  for (const [field, column] of columns) {
    const cell = grid.at(row, column);
    const text = (cell?.text ?? '').trim();
    if (text !== '') values[field] = { text, position: grid.positionOf(row, column) };
  }
  const isHeader = LABELS.get(plain(values.name?.text ?? '')) === 'name';
  const isTitle =
    columns.size > 2 && new Set([...columns.values()].map((column) => grid.at(row, column))).size === 1;
  if (Object.keys(values).length === 0 || isHeader || isTitle) return null;
  return { position: grid.positionOf(row, columns.get('name') ?? 0), values };
}

function plain(words: string): string {
  return nameKey(words).replace(/[^\p{L}\p{N}]/gu, '');
}
