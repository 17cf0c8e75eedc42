import type { Transaction } from '../platform/database.ts';
import { insertRow } from '../platform/dialect.ts';
import { PendingRows } from '../platform/pending-rows.ts';

export function insertBatch(
  transaction: Transaction,
  batch: {
    readonly campaignId: number;
    readonly at: string;
    readonly accountId: number | null;
    readonly actor: string;
  },
): Promise<number> {
  return insertRow(transaction, 'import_batch', {
    campaign_id: batch.campaignId,
    at: batch.at,
    account_id: batch.accountId,
    actor: batch.actor,
  });
}

/** The tables of what an import adds, each after those that its rows refer to, and points after what triggers read of them. */
const TABLES = [
  ...['import_file', 'person', 'post', 'holding'],
  ...['form', 'form_holding', 'form_paper', 'form_version', 'form_opinion_text'],
  ...['risk_point', 'risk_point_revision', 'measure', 'risk_point_domain', 'risk_point_state'],
  'value_source',
];

/** What an import adds, until it is written. */
export function importRows(transaction: Transaction): PendingRows {
  return new PendingRows(transaction, TABLES);
}

export function addFile(
  rows: PendingRows,
  batchId: number,
  { name, format, digest }: { readonly name: string; readonly format: string; readonly digest: string },
): Promise<number> {
  return rows.addWithId('import_file', { batch_id: batchId, name, format, digest });
}
