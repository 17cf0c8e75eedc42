import { domainsIn } from '../risk-points/domain-bits.ts';
import type { PostPoint } from './coverage-facts.ts';

/** How many points of a post, in a campaign, name just these domains, as bits. */
export interface DomainsOfPost {
  readonly campaignId: number;
  readonly postId: number;
  readonly domains: number;
  readonly points: number;
}

/** How many points a post has in each domain, in each campaign: a point of two domains counts in both. */
export function byDomain(
  rows: readonly DomainsOfPost[],
): readonly (PostPoint & Pick<DomainsOfPost, 'campaignId'>)[] {
  const counts = new Map<string, PostPoint & Pick<DomainsOfPost, 'campaignId'>>();
  for (const { campaignId, postId, domains, points } of rows) {
    for (const domain of domainsIn(domains)) {
      const key = [campaignId, postId, domain].join(' ');
      const before = counts.get(key)?.points ?? 0;
      counts.set(key, { campaignId, postId, domain, points: before + points });
    }
  }
  return [...counts.values()];
}
