import type { Knex } from 'knex';
import type { KeyDomain } from '../organisation/key-domain.ts';
import { unitIdsWithin } from '../organisation/reach-store.ts';
import type { Queryable } from '../platform/database.ts';
import type { PowerPoint } from './power-coverage.ts';

interface PointDomainRow {
  readonly pointId: number;
  readonly domain: KeyDomain;
  readonly state: string;
}

/** The standing points under a path with what may make them cover a power; rejected domains are left out. */
export async function powerPoints(
  from: Queryable,
  campaignId: number,
  underPath: string,
): Promise<readonly PowerPoint[]> {
  const standing = standingPoints(from, campaignId, underPath);
  const rows = (await standing
    .clone()
    .join('risk_point_revision', 'risk_point_revision.id', 'risk_point_state.revision_id')
    .select({
      pointId: 'risk_point_state.risk_point_id',
      text: 'risk_point_revision.text',
      measures: 'risk_point_state.measure_count',
    })) as { pointId: number; text: string; measures: number }[];
  const domains = await domainsOf(from, standing);
  const posts = await postsOf(from, standing);
  const [domainsOfPoint, postsOfPoint] = [byPoint(domains), byPoint(posts)];
  return rows.map(({ pointId, text, measures }) => ({
    pointId,
    text,
    hasMeasure: measures > 0,
    postIds: (postsOfPoint.get(pointId) ?? []).map(({ postId }) => postId),
    domains: (domainsOfPoint.get(pointId) ?? []).map(({ domain, state }) => ({
      domain,
      isAccepted: state === 'accepted',
    })),
  }));
}

function byPoint<Row extends { readonly pointId: number }>(
  rows: readonly Row[],
): ReadonlyMap<number, readonly Row[]> {
  const points = new Map<number, Row[]>();
  for (const row of rows) {
    const known = points.get(row.pointId);
    if (known === undefined) points.set(row.pointId, [row]);
    else known.push(row);
  }
  return points;
}

function standingPoints(from: Queryable, campaignId: number, underPath: string): Knex.QueryBuilder {
  return from('risk_point_state')
    .where({ 'risk_point_state.campaign_id': campaignId, 'risk_point_state.is_withdrawn': 0 })
    .whereIn('risk_point_state.unit_id', unitIdsWithin(from, { unitPaths: [underPath] }));
}

async function domainsOf(from: Queryable, standing: Knex.QueryBuilder): Promise<readonly PointDomainRow[]> {
  return (await from('risk_point_domain')
    .whereIn('risk_point_id', standing.clone().select('risk_point_state.risk_point_id'))
    .whereNot('state', 'rejected')
    .select({ pointId: 'risk_point_id', domain: 'domain', state: 'state' })) as PointDomainRow[];
}

/** A form that covers two posts counts for both. */
async function postsOf(
  from: Queryable,
  standing: Knex.QueryBuilder,
): Promise<readonly { readonly pointId: number; readonly postId: number }[]> {
  return (await from('risk_point')
    .join('form_holding', 'form_holding.form_id', 'risk_point.form_id')
    .join('holding', 'holding.id', 'form_holding.holding_id')
    .whereIn('risk_point.id', standing.clone().select('risk_point_state.risk_point_id'))
    .select({ pointId: 'risk_point.id', postId: 'holding.post_id' })) as {
    pointId: number;
    postId: number;
  }[];
}
