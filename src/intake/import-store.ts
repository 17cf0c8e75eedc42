import type { Transaction } from '../platform/database.ts';
import { insertRow } from '../platform/dialect.ts';

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

export function insertFile(
  transaction: Transaction,
  batchId: number,
  file: { readonly name: string; readonly format: string; readonly digest: string },
): Promise<number> {
  return insertRow(transaction, 'import_file', { batch_id: batchId, ...file });
}
