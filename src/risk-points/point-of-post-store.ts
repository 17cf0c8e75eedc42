import type { Knex } from 'knex';
import type { Queryable } from '../platform/database.ts';
import { inPieces, withoutIndex } from '../platform/dialect.ts';

/** A standing point and the post that it is of; a unit's own points have none and belong together. */
export interface PointPlace {
  readonly id: number;
  readonly unitId: number;
  readonly postId: number | null;
}

interface PlaceRow {
  readonly risk_point_id: number;
  readonly unit_id: number;
  readonly post_id: number | null;
  readonly is_withdrawn: number;
}

/** All standing points of the posts that these points are of, or were of when they were withdrawn. */
export async function pointsOfTheirPosts(
  from: Queryable,
  campaignId: number,
  ids: readonly number[],
): Promise<readonly PointPlace[]> {
  const places: PlaceRow[] = [];
  for (const some of inPieces(ids)) {
    places.push(...((await columns(from, campaignId).whereIn('risk_point_id', some)) as PlaceRow[]));
  }
  const posts = [...new Set(places.flatMap(({ post_id: post }) => (post === null ? [] : [post])))];
  const units = [...new Set(places.flatMap((row) => (row.post_id === null ? [row.unit_id] : [])))];
  const found: PlaceRow[] = [];
  for (const some of inPieces(posts)) {
    found.push(...((await columns(from, campaignId).whereIn('post_id', some)) as PlaceRow[]));
  }
  for (const some of inPieces(units)) {
    const own = columns(from, campaignId).whereIn('unit_id', some).whereNull('post_id');
    found.push(...((await own) as PlaceRow[]));
  }
  return found.filter((row) => row.is_withdrawn === 0).map(toPlace);
}

/** The standing points of a post in campaigns that are not closed, by campaign. */
export async function openPointsOfPost(
  from: Queryable,
  postId: number,
): Promise<
  readonly {
    readonly campaignId: number;
    readonly bureauPath: string;
    readonly points: readonly { readonly id: number; readonly unitId: number }[];
  }[]
> {
  const rows = (await from('risk_point_state')
    .join('campaign', 'campaign.id', 'risk_point_state.campaign_id')
    .join('org_unit', 'org_unit.id', 'campaign.bureau_id')
    .where({ 'risk_point_state.post_id': postId, is_withdrawn: 0 })
    .whereNot('campaign.state', 'closed')
    .select({
      id: 'risk_point_id',
      campaignId: 'campaign.id',
      unitId: 'risk_point_state.unit_id',
      bureauPath: 'org_unit.path',
    })) as {
    id: number;
    unitId: number;
    campaignId: number;
    bureauPath: string;
  }[];
  const campaigns = new Map(rows.map(({ campaignId, bureauPath }) => [campaignId, bureauPath]));
  return [...campaigns].map(([campaignId, bureauPath]) => ({
    campaignId,
    bureauPath,
    points: rows.filter((row) => row.campaignId === campaignId).map(({ id, unitId }) => ({ id, unitId })),
  }));
}

/** The campaigns of a unit and all beneath it that are not closed, with the paths of their bureaus. */
export async function openCampaignsAt(
  from: Queryable,
  unitPath: string,
): Promise<readonly { readonly id: number; readonly path: string }[]> {
  return (await from('campaign')
    .join('org_unit', 'org_unit.id', 'campaign.bureau_id')
    .whereLike('org_unit.path', `${unitPath}%`)
    .whereNot('campaign.state', 'closed')
    .select('campaign.id', 'org_unit.path')) as { id: number; path: string }[];
}

/** Where a post is; `null` when there is none. */
export async function postPlace(
  from: Queryable,
  id: number,
): Promise<{ readonly name: string; readonly unitName: string; readonly unitPath: string } | null> {
  const row = (await from('post')
    .join('org_unit', 'org_unit.id', 'post.unit_id')
    .where('post.id', id)
    .first({ name: 'post.name', unitName: 'org_unit.name', unitPath: 'org_unit.path' })) as
    { name: string; unitName: string; unitPath: string } | undefined;
  return row ?? null;
}

/** The post that a point is of; `null` for a unit's own point. */
export async function postOf(from: Queryable, pointId: number): Promise<number | null> {
  const row = (await from('risk_point_state').where({ risk_point_id: pointId }).first('post_id')) as
    { post_id: number | null } | undefined;
  return row?.post_id ?? null;
}

/** The path of a campaign's bureau. */
export async function bureauPathOf(from: Queryable, campaignId: number): Promise<string> {
  const row = (await from('campaign')
    .join('org_unit', 'org_unit.id', 'campaign.bureau_id')
    .where('campaign.id', campaignId)
    .first('org_unit.path')) as { path: string };
  return row.path;
}

/** A sum uses no index: SQLite is to look these points up, not to walk all of the campaign's. */
function columns(from: Queryable, campaignId: number) {
  return from('risk_point_state')
    .whereRaw(`${withoutIndex(from, 'campaign_id')} = ?`, [campaignId])
    .select('risk_point_id', 'unit_id', 'post_id', 'is_withdrawn');
}

function toPlace(row: PlaceRow): PointPlace {
  return { id: row.risk_point_id, unitId: row.unit_id, postId: row.post_id };
}

/** SQL of to whom a point belongs: its post, or the unit itself for points that have none. */
export const HOLDER = `coalesce('post ' || risk_point_state.post_id, 'unit ' || risk_point_state.unit_id)`;

/** How many standing points of each campaign each post, or each unit itself, has: `campaign_id`, `holder`, `number`. */
export function pointsOfHolders(from: Queryable, campaignIds: readonly number[]): Knex.QueryBuilder {
  return from('risk_point_state')
    .whereIn('campaign_id', [...campaignIds])
    .where({ is_withdrawn: 0 })
    .groupByRaw(`campaign_id, ${HOLDER}`)
    .select('campaign_id', from.raw(`${HOLDER} as holder`), from.raw('count(*) as number'));
}
