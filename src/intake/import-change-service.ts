import type { Transaction } from '../platform/database.ts';
import { changesBetween } from './import-change.ts';
import { insertChanges, rowsOfCampaign } from './import-change-store.ts';

/**
 * Looks at a bureau's campaign before an import changes it. What it returns is called at the import's end, in the
 * same transaction, and keeps what the batch did to which row, so that the batch can be undone.
 */
export async function recordChanges(
  transaction: Transaction,
  bureauPath: string,
  campaignId: number,
): Promise<(batchId: number) => Promise<void>> {
  const before = await rowsOfCampaign(transaction, bureauPath, campaignId);
  return async (batchId) => {
    const after = await rowsOfCampaign(transaction, bureauPath, campaignId);
    await insertChanges(transaction, batchId, changesBetween(before, after));
  };
}
