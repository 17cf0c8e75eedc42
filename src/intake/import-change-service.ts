import type { Transaction } from '../platform/database.ts';
import { CHANGED_TABLES } from './changed-table.ts';
import { changesOfTable } from './import-change.ts';
import { insertChanges, rowsOfCampaign, rowsOfTable } from './import-change-store.ts';

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
    // A table at a time: all of a large bureau's rows twice would take much memory.
    for (const table of CHANGED_TABLES) {
      const after = await rowsOfTable(transaction, table, bureauPath, campaignId);
      await insertChanges(transaction, batchId, changesOfTable(table, before.get(table) ?? [], after));
    }
  };
}
