import { type ChangedTable } from './changed-table.ts';
import { byKey, isAsLeft, type RowChange, type StoredRows } from './import-change.ts';

/** What has changed since a batch, by id. */
export interface ChangedSince {
  readonly forms: ReadonlySet<number>;
  readonly points: ReadonlySet<number>;
  readonly posts: ReadonlySet<number>;
}

interface Ownership {
  readonly table: ChangedTable;
  readonly owner: keyof ChangedSince;
  readonly column: string;
}

/** Whose content a table's rows are. Names of units, people and holdings are nobody's judgement. */
const OWNERSHIP: readonly Ownership[] = [
  { table: 'form', owner: 'forms', column: 'id' },
  { table: 'form_holding', owner: 'forms', column: 'form_id' },
  { table: 'form_paper', owner: 'forms', column: 'form_id' },
  { table: 'risk_point_state', owner: 'points', column: 'risk_point_id' },
  { table: 'risk_point_domain', owner: 'points', column: 'risk_point_id' },
  { table: 'post_domain', owner: 'posts', column: 'post_id' },
];

/** The tables of things that an import makes, by the column that others name them by. */
const MAKER: Readonly<Record<keyof ChangedSince, ChangedTable>> = {
  forms: 'form',
  points: 'risk_point_state',
  posts: 'post',
};

/**
 * Compares what a batch left with what stands now: rows that differ, and rows that were added to something that
 * the batch made. A post that it made and somebody renamed is no obstacle; one whose duties it changed is.
 */
export function changedSince(changes: readonly RowChange[], now: StoredRows): ChangedSince {
  const found = { forms: new Set<number>(), points: new Set<number>(), posts: new Set<number>() };
  for (const { table, owner, column } of OWNERSHIP) {
    const present = byKey(table, now.get(table) ?? []);
    const recorded = changes.filter((change) => change.table === table);
    for (const change of recorded) {
      const row = change.after ?? change.before ?? {};
      if (!isAsLeft(change, present.get(change.key) ?? null)) found[owner].add(Number(row[column]));
    }
    const made = madeBy(changes, MAKER[owner]);
    const keys = new Set(recorded.map(({ key }) => key));
    for (const [key, row] of present) {
      if (!keys.has(key) && made.has(String(row[column]))) found[owner].add(Number(row[column]));
    }
  }
  for (const change of changes.filter(({ table, before }) => table === 'post' && before !== null)) {
    const present = byKey('post', now.get('post') ?? []).get(change.key) ?? null;
    if (!isAsLeft(change, present)) found.posts.add(Number(change.key));
  }
  return found;
}

/** Keys of the rows of a table that the batch made. */
function madeBy(changes: readonly RowChange[], table: ChangedTable): ReadonlySet<string> {
  const made = changes.filter((change) => change.table === table && change.before === null);
  return new Set(made.map(({ key }) => key));
}
