import type { KeyDomain } from '../organisation/key-domain.ts';
import type { Queryable } from '../platform/database.ts';
import type { PostHolder } from './coverage-cell.ts';
import type { PointCount, PostPoint, TouchedDomain } from './coverage-facts.ts';

/** Which domains the duties of posts under a path touch. */
export async function touchedDomains(from: Queryable, underPath: string): Promise<readonly TouchedDomain[]> {
  return (await from('post_domain')
    .join('post', 'post.id', 'post_domain.post_id')
    .join('org_unit', 'org_unit.id', 'post.unit_id')
    .whereLike('org_unit.path', `${underPath}%`)
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
  campaignId: number,
  underPath: string,
): Promise<readonly PointCount[]> {
  return (await from('rollup_coverage')
    .join('org_unit', 'org_unit.id', 'rollup_coverage.unit_id')
    .where('rollup_coverage.campaign_id', campaignId)
    .whereLike('org_unit.path', `${underPath}%`)
    .select({
      unitPath: 'org_unit.path',
      domain: 'rollup_coverage.domain',
      points: 'rollup_coverage.points',
      suggested: 'rollup_coverage.suggested',
      withMeasure: 'rollup_coverage.with_measure',
    })) as PointCount[];
}

/**
 * How many points in a domain each post has whose duties touch any; a form that covers two posts counts for both. A sum
 * uses no index: SQLite is to begin with those posts, not to walk all points of the campaign.
 */
export async function postPoints(
  from: Queryable,
  campaignId: number,
  underPath: string,
): Promise<readonly PostPoint[]> {
  const touching = from('post_domain')
    .join('post', 'post.id', 'post_domain.post_id')
    .join('org_unit as unit', 'unit.id', 'post.unit_id')
    .whereLike('unit.path', `${underPath}%`)
    .whereNot('post_domain.state', 'rejected')
    .select('post_domain.post_id');
  return (await from('holding')
    .join('form_holding', 'form_holding.holding_id', 'holding.id')
    .join('risk_point', 'risk_point.form_id', 'form_holding.form_id')
    .join('risk_point_state', 'risk_point_state.risk_point_id', 'risk_point.id')
    .join('org_unit', 'org_unit.id', 'risk_point_state.unit_id')
    .join('risk_point_domain', 'risk_point_domain.risk_point_id', 'risk_point_state.risk_point_id')
    .whereIn('holding.post_id', touching)
    .whereRaw('+risk_point_state.campaign_id = ?', [campaignId])
    .whereRaw('+risk_point_state.is_withdrawn = 0')
    .whereLike('org_unit.path', `${underPath}%`)
    .whereNot('risk_point_domain.state', 'rejected')
    .groupBy('holding.post_id', 'risk_point_domain.domain')
    .select({
      postId: 'holding.post_id',
      domain: 'risk_point_domain.domain',
      points: from.raw('count(*)'),
    })) as PostPoint[];
}

interface ExemptCell {
  readonly unitId: number;
  readonly domain: KeyDomain;
}

/** Exemptions that somebody approved and nobody revoked. */
export async function approvedExemptions(
  from: Queryable,
  campaignId: number,
): Promise<readonly ExemptCell[]> {
  return (await from('coverage_exemption')
    .where({ campaign_id: campaignId, state: 'approved' })
    .select({ unitId: 'unit_id', domain: 'domain' })) as ExemptCell[];
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
