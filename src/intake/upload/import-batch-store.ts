import type { Knex } from 'knex';
import { unitIdsWithin } from '../../organisation/reach-store.ts';
import type { Reach } from '../../organisation/reach.ts';
import type { Queryable } from '../../platform/database.ts';
import type { ImportBatch } from './import-batch.ts';

const LATEST = 50;

interface BatchRow {
  readonly id: number;
  readonly year: number;
  readonly at: string;
  readonly actor: string;
  readonly undone_at: string | null;
}

/**
 * The latest batches of bureaus that are wholly in reach, newest first; of others only those that the account
 * brought in itself.
 */
export async function latestBatches(
  from: Queryable,
  reach: Reach,
  accountId: number,
): Promise<readonly ImportBatch[]> {
  const rows = (await from('import_batch')
    .join('campaign', 'campaign.id', 'import_batch.campaign_id')
    .whereIn('import_batch.id', shownBatches(from, reach, accountId))
    .orderBy('import_batch.id', 'desc')
    .limit(LATEST)
    .select('import_batch.id', 'campaign.year', 'import_batch.at', 'import_batch.actor')
    .select('import_batch.undone_at')) as BatchRow[];
  const files = (await from('import_file')
    .whereIn(
      'batch_id',
      rows.map(({ id }) => id),
    )
    .orderBy('id')
    .select('batch_id', 'name')) as { batch_id: number; name: string }[];
  return rows.map(({ undone_at: undoneAt, ...row }) => ({
    ...row,
    undoneAt,
    fileNames: files.filter((file) => file.batch_id === row.id).map(({ name }) => name),
  }));
}

function shownBatches(from: Queryable, reach: Reach, accountId: number): Knex.QueryBuilder {
  const campaigns = from('campaign').whereIn('bureau_id', unitIdsWithin(from, reach)).select('id');
  return from('import_batch')
    .where({ account_id: accountId })
    .select('id')
    .union([from('import_batch').whereIn('campaign_id', campaigns).select('id')]);
}

/** The years for which a bureau has an inspection, newest first. */
export async function campaignYears(from: Queryable, bureauId: number): Promise<readonly number[]> {
  return (await from('campaign')
    .where({ bureau_id: bureauId })
    .orderBy('year', 'desc')
    .pluck('year')) as number[];
}
