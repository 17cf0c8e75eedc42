import type { KeyDomain } from '../organisation/key-domain.ts';
import { unitIdsWithin, withinReach } from '../organisation/reach-store.ts';
import type { Queryable } from '../platform/database.ts';
import { withoutIndex } from '../platform/dialect.ts';
import { NAMED_DOMAINS } from '../risk-points/domain-bits.ts';
import type { PostHolder } from './coverage-cell.ts';
import type { PointCount, PostPoint, TouchedDomain } from './coverage-facts.ts';
import { byDomain, type DomainsOfPost } from './domains-of-posts.ts';

/** Whose counts are wanted: of these campaigns, as far as these subtrees go. */
export interface CountScope {
  readonly campaignIds: readonly number[];
  readonly unitPaths: readonly string[];
}

interface OfCampaign {
  readonly campaignId: number;
}

/** Which domains the duties of posts under a path touch. */
export async function touchedDomains(
  from: Queryable,
  unitPaths: readonly string[],
): Promise<readonly TouchedDomain[]> {
  return (await from('touching_post')
    .join('post_domain', 'post_domain.post_id', 'touching_post.post_id')
    .join('post', 'post.id', 'touching_post.post_id')
    .join('org_unit', 'org_unit.id', 'post.unit_id')
    .whereIn('touching_post.unit_id', unitIdsWithin(from, { unitPaths }))
    .whereNot('post_domain.state', 'rejected')
    .whereNull('post.active_to')
    .orderBy('post.id')
    .select({
      unitPath: 'org_unit.path',
      postId: 'post.id',
      post: 'post.name',
      duties: 'post.duties',
      domain: 'post_domain.domain',
      state: 'post_domain.state',
      evidence: 'post_domain.evidence',
    })) as TouchedDomain[];
}

/** Points per unit and domain: suggested, with an accepted domain, with a measure; from the rollup. */
export async function pointCounts(
  from: Queryable,
  { campaignIds, unitPaths }: CountScope,
): Promise<readonly (PointCount & OfCampaign)[]> {
  return (await from('rollup_coverage')
    .join('org_unit', 'org_unit.id', 'rollup_coverage.unit_id')
    .whereIn('rollup_coverage.campaign_id', [...campaignIds])
    .where(withinReach({ unitPaths }))
    .select({
      campaignId: 'rollup_coverage.campaign_id',
      unitPath: 'org_unit.path',
      domain: 'rollup_coverage.domain',
      points: 'rollup_coverage.points',
      suggested: 'rollup_coverage.suggested',
      withMeasure: 'rollup_coverage.with_measure',
    })) as (PointCount & OfCampaign)[];
}

/**
 * How many points in a domain each post has whose duties touch any; a form that covers two posts counts for both. SQLite
 * is to begin with those posts, not to walk all points of the campaign.
 */
export async function postPoints(
  from: Queryable,
  { campaignIds, unitPaths }: CountScope,
): Promise<readonly (PostPoint & OfCampaign)[]> {
  const units = unitIdsWithin(from, { unitPaths });
  const ofPoint = (column: string): string => withoutIndex(from, `risk_point_state.${column}`);
  const touching = from('touching_post').whereIn('unit_id', units.clone()).select('post_id');
  const rows = (await from('holding')
    .join('form_holding', 'form_holding.holding_id', 'holding.id')
    .join('risk_point', 'risk_point.form_id', 'form_holding.form_id')
    .join('risk_point_state', 'risk_point_state.risk_point_id', 'risk_point.id')
    .whereIn('holding.post_id', touching)
    .whereRaw(`${ofPoint('campaign_id')} in (${campaignIds.map(() => '?').join(', ')})`, [...campaignIds])
    .whereRaw(`${ofPoint('is_withdrawn')} = 0`)
    .whereRaw(`${ofPoint('unit_id')} in (?)`, [units])
    .whereRaw(`${NAMED_DOMAINS} <> 0`)
    .groupByRaw(`risk_point_state.campaign_id, holding.post_id, ${NAMED_DOMAINS}`)
    .select({
      campaignId: 'risk_point_state.campaign_id',
      postId: 'holding.post_id',
      domains: from.raw(NAMED_DOMAINS),
      points: from.raw('count(*)'),
    })) as readonly DomainsOfPost[];
  return byDomain(rows);
}

interface ExemptCell {
  readonly unitId: number;
  readonly domain: KeyDomain;
}

/** Exemptions that somebody approved and nobody revoked. */
export async function approvedExemptions(
  from: Queryable,
  campaignIds: readonly number[],
): Promise<readonly (ExemptCell & OfCampaign)[]> {
  return (await from('coverage_exemption')
    .where({ state: 'approved' })
    .whereIn('campaign_id', [...campaignIds])
    .select({ campaignId: 'campaign_id', unitId: 'unit_id', domain: 'domain' })) as (ExemptCell &
    OfCampaign)[];
}

/** The present holders of posts, by post, with the forms they filed in a campaign. */
export async function holdersOf(
  from: Queryable,
  campaignId: number,
  postIds: readonly number[],
): Promise<ReadonlyMap<number, readonly PostHolder[]>> {
  const rows = (await from('holding')
    .join('person', 'person.id', 'holding.person_id')
    .leftJoin('form_holding', (join) => {
      join.on('form_holding.holding_id', 'holding.id').andOnVal('form_holding.campaign_id', campaignId);
    })
    .whereIn('holding.post_id', [...postIds])
    .whereNull('holding.to_date')
    .orderBy('holding.id')
    .select({
      postId: 'holding.post_id',
      name: 'person.name',
      formId: 'form_holding.form_id',
    })) as (PostHolder & {
    postId: number;
  })[];
  const holders = new Map<number, PostHolder[]>();
  for (const { postId, ...holder } of rows) holders.set(postId, [...(holders.get(postId) ?? []), holder]);
  return holders;
}

/** How many points posts have in a campaign, whatever their domains. */
export async function pointsOfPosts(
  from: Queryable,
  campaignId: number,
  postIds: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const rows = (await from('risk_point_state')
    .where({ campaign_id: campaignId, is_withdrawn: 0 })
    .whereIn('post_id', [...postIds])
    .groupBy('post_id')
    .select({ postId: 'post_id', points: from.raw('count(*)') })) as { postId: number; points: number }[];
  return new Map(rows.map(({ postId, points }) => [postId, points]));
}
