import type { Campaign } from '../campaigns/campaign.ts';
import type { Reach } from '../organisation/reach.ts';
import type { Queryable } from '../platform/database.ts';
import type { CoverageCounts } from './coverage-facts.ts';
import { approvedExemptions, pointCounts, postPoints, touchedDomains } from './coverage-store.ts';

/** What is counted of a campaign's cells under a path. */
export async function countsUnder(
  from: Queryable,
  campaign: Campaign,
  path: string,
): Promise<CoverageCounts> {
  const scope = { campaignIds: [campaign.id], unitPaths: [path] };
  const [touched, points, ofPosts, exemptions] = await Promise.all([
    touchedDomains(from, scope.unitPaths),
    pointCounts(from, scope),
    postPoints(from, scope),
    approvedExemptions(from, scope.campaignIds),
  ]);
  return { touched, points, postPoints: ofPosts, exemptions };
}

/** The same of many campaigns, each of a whole bureau within this reach, by their ids: asked for all of them at once. */
export async function countsOfEach(
  from: Queryable,
  campaigns: readonly Campaign[],
  { unitPaths }: Reach,
): Promise<ReadonlyMap<number, CoverageCounts>> {
  const scope = { campaignIds: campaigns.map(({ id }) => id), unitPaths };
  const touched = await touchedDomains(from, scope.unitPaths);
  const [points, ofPosts, exemptions] = [
    byCampaign(await pointCounts(from, scope)),
    byCampaign(await postPoints(from, scope)),
    byCampaign(await approvedExemptions(from, scope.campaignIds)),
  ];
  return new Map(
    campaigns.map(({ id, bureau }) => [
      id,
      {
        touched: touched.filter(({ unitPath }) => unitPath.startsWith(bureau.path)),
        points: points.get(id) ?? [],
        postPoints: ofPosts.get(id) ?? [],
        exemptions: exemptions.get(id) ?? [],
      },
    ]),
  );
}

function byCampaign<Row extends { readonly campaignId: number }>(
  rows: readonly Row[],
): ReadonlyMap<number, readonly Row[]> {
  const campaigns = new Map<number, Row[]>();
  for (const row of rows) {
    const known = campaigns.get(row.campaignId);
    if (known === undefined) campaigns.set(row.campaignId, [row]);
    else known.push(row);
  }
  return campaigns;
}
