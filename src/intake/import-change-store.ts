import type { Knex } from 'knex';
import type { Queryable, Transaction } from '../platform/database.ts';
import { insertList } from '../platform/json-dialect.ts';
import { CHANGED_TABLES, ROW_KEY, type ChangedTable } from './changed-table.ts';
import type { RowChange, StoredRow, StoredRows } from './import-change.ts';

interface ChangeRow {
  readonly changed_table: ChangedTable;
  readonly row_key: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The rows of a table of a bureau and its campaign that an import may change, as they are stored. */
export async function rowsOfTable(
  from: Queryable,
  table: ChangedTable,
  bureauPath: string,
  campaignId: number,
): Promise<readonly StoredRow[]> {
  const units = from('org_unit').whereLike('path', `${bureauPath}%`).select('id');
  const posts = from('post').whereIn('unit_id', units).select('id');
  const forms = from('form').where({ campaign_id: campaignId }).select('id');
  const points = from('risk_point_state').where({ campaign_id: campaignId }).select('risk_point_id');
  const within: Readonly<Record<ChangedTable, (query: Knex.QueryBuilder) => Knex.QueryBuilder>> = {
    org_unit: (query) => query.whereLike('path', `${bureauPath}%`),
    post: (query) => query.whereIn('unit_id', units),
    person: (query) => query.whereIn('unit_id', units),
    holding: (query) => query.whereIn('post_id', posts),
    post_domain: (query) => query.whereIn('post_id', posts),
    form: (query) => query.where({ campaign_id: campaignId }),
    form_holding: (query) => query.where({ campaign_id: campaignId }),
    form_paper: (query) => query.whereIn('form_id', forms),
    risk_point_state: (query) => query.where({ campaign_id: campaignId }),
    risk_point_domain: (query) => query.whereIn('risk_point_id', points),
  };
  // In an order of our own, so that a batch tells its changes alike wherever it is kept.
  return (await within[table](from(table)).orderBy([...ROW_KEY[table]])) as StoredRow[];
}

/** Everything of a bureau and its campaign that an import may change, as it is stored. */
export async function rowsOfCampaign(
  from: Queryable,
  bureauPath: string,
  campaignId: number,
): Promise<StoredRows> {
  const rows = new Map<ChangedTable, readonly StoredRow[]>();
  for (const table of CHANGED_TABLES) {
    rows.set(table, await rowsOfTable(from, table, bureauPath, campaignId));
  }
  return rows;
}

export async function insertChanges(
  transaction: Transaction,
  batchId: number,
  changes: readonly RowChange[],
): Promise<void> {
  const columns = ['batch_id', 'changed_table', 'row_key', 'before', 'after'];
  const rows = changes.map(({ table, key, before, after }) => [
    ...[batchId, table, key],
    before === null ? null : JSON.stringify(before),
    after === null ? null : JSON.stringify(after),
  ]);
  await insertList(transaction, 'import_change', columns, rows);
}

/** What a batch did to which rows; none for a batch of before this was recorded. */
export async function changesOf(from: Queryable, batchId: number): Promise<readonly RowChange[]> {
  const rows = (await from('import_change').where({ batch_id: batchId }).orderBy('id')) as ChangeRow[];
  return rows.map(({ changed_table, row_key, before, after }) => ({
    table: changed_table,
    key: row_key,
    before: before === null ? null : toRow(before),
    after: after === null ? null : toRow(after),
  }));
}

/** Replaces the present row of a change by what was before; a row that the batch made goes. */
export async function putBack(
  transaction: Transaction,
  table: ChangedTable,
  { before, after }: Pick<RowChange, 'before' | 'after'>,
): Promise<void> {
  const row = before ?? after;
  if (row === null) return;
  const where = Object.fromEntries(ROW_KEY[table].map((column) => [column, row[column]]));
  const query = transaction(table).where(where);
  if (before === null) await query.delete();
  else if (after === null) await transaction(table).insert(before);
  else await query.update(before);
}

function toRow(stored: string): StoredRow {
  // Only insertChanges writes them, from rows of columns.
  return JSON.parse(stored) as StoredRow;
}
