import { ROW_KEY, type ChangedTable } from './changed-table.ts';

/** Follow from a point's facts and the rules in force, so rules may move them without anybody's doing. */
const DERIVED: Readonly<Partial<Record<ChangedTable, readonly string[]>>> = {
  risk_point_state: ['case_id', 'guard'],
};

export type StoredValue = string | number | null;

export type StoredRow = Readonly<Record<string, StoredValue>>;

/** The rows of the changed tables that belong to one bureau's campaign. */
export type StoredRows = ReadonlyMap<ChangedTable, readonly StoredRow[]>;

/** What a batch did to one row; without `before` it made it, without `after` it took it away. */
export interface RowChange {
  readonly table: ChangedTable;
  readonly key: string;
  readonly before: StoredRow | null;
  readonly after: StoredRow | null;
}

/** The rows of a table that differ between two looks at the same campaign. */
export function changesOfTable(
  table: ChangedTable,
  before: readonly StoredRow[],
  after: readonly StoredRow[],
): readonly RowChange[] {
  const old = byKey(table, before);
  const fresh = byKey(table, after);
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((key): readonly RowChange[] => {
    const was = old.get(key) ?? null;
    const is = fresh.get(key) ?? null;
    return isSame(table, was, is) ? [] : [{ table, key, before: was, after: is }];
  });
}

/** Whether a row still is as the batch left it. A column that the program did not have then does not count. */
export function isAsLeft({ table, after }: RowChange, now: StoredRow | null): boolean {
  return isSame(table, after, now);
}

function keyOf(table: ChangedTable, row: StoredRow): string {
  return ROW_KEY[table].map((column) => String(row[column])).join('/');
}

export function byKey(table: ChangedTable, rows: readonly StoredRow[]): ReadonlyMap<string, StoredRow> {
  return new Map(rows.map((row) => [keyOf(table, row), row]));
}

/** The row without what follows from the rules. */
export function ownColumns(table: ChangedTable, row: StoredRow): StoredRow {
  const derived = DERIVED[table] ?? [];
  return Object.fromEntries(Object.entries(row).filter(([column]) => !derived.includes(column)));
}

function isSame(table: ChangedTable, a: StoredRow | null, b: StoredRow | null): boolean {
  if (a === null || b === null) return a === b;
  return Object.entries(ownColumns(table, a)).every(([column, value]) => b[column] === value);
}
