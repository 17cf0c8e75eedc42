import type { Knex } from 'knex';
import type { Reach } from '../organisation/reach.ts';
import { withinReach } from '../organisation/reach-store.ts';
import type { Queryable } from '../platform/database.ts';
import type { PointBatch, PointFile } from './risk-point.ts';

/** The imports of a campaign that brought something of a point in reach, the latest first. */
export async function batchesInReach(
  from: Queryable,
  campaignId: number,
  reach: Reach,
): Promise<readonly PointBatch[]> {
  return (await filesInReach(from, campaignId, reach)
    .groupBy('import_batch.id', 'import_batch.at')
    .orderBy('import_batch.id', 'desc')
    .select({ id: 'import_batch.id', at: 'import_batch.at' })
    .count({ files: '*' })) as PointBatch[];
}

/** The files of an import that brought something of a point in reach. */
export async function filesOfBatch(
  from: Queryable,
  campaignId: number,
  batchId: number,
  reach: Reach,
): Promise<readonly PointFile[]> {
  return (await filesInReach(from, campaignId, reach)
    .where('import_batch.id', batchId)
    .orderBy('import_file.id')
    .select({ id: 'import_file.id', name: 'import_file.name' })) as PointFile[];
}

/** The file of that id, if it brought something of a point in reach. */
export async function fileInReach(
  from: Queryable,
  campaignId: number,
  fileId: number,
  reach: Reach,
): Promise<PointFile | null> {
  const file = (await filesInReach(from, campaignId, reach)
    .where('import_file.id', fileId)
    .first({ id: 'import_file.id', name: 'import_file.name' })) as PointFile | undefined;
  return file ?? null;
}

function filesInReach(from: Queryable, campaignId: number, reach: Reach): Knex.QueryBuilder {
  const broughtSomething = from('value_source')
    .join('risk_point_state', 'risk_point_state.risk_point_id', 'value_source.risk_point_id')
    .join('org_unit', 'org_unit.id', 'risk_point_state.unit_id')
    .whereRaw('value_source.import_file_id = import_file.id')
    .where(withinReach(reach));
  return from('import_file')
    .join('import_batch', 'import_batch.id', 'import_file.batch_id')
    .where('import_batch.campaign_id', campaignId)
    .whereExists(broughtSomething);
}
