import type { Campaign } from '../campaigns/campaign.ts';
import type { CampaignService } from '../campaigns/campaign-service.ts';
import type { Reach } from '../organisation/reach.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import type { RulebookService, RulebookVersion } from '../rulebooks/rulebook-service.ts';
import { pointScope, type PointScope } from './point-scope.ts';
import type { PointFilter } from './risk-point.ts';

interface Parts {
  readonly campaigns: CampaignService;
  readonly rulebooks: RulebookService;
}

interface PointsInView {
  readonly campaign: Campaign;
  readonly version: RulebookVersion<GradingRulebook>;
  readonly scope: PointScope;
}

/**
 * The points of the year that a filter names, as the rules that judge it grade them, as far as somebody reaches.
 * @throws OperationalError `not-found` where nothing is in reach
 */
export async function pointsInView(
  { campaigns, rulebooks }: Parts,
  { year }: Pick<PointFilter, 'year'>,
  reach: Reach,
): Promise<PointsInView> {
  const campaign = await campaigns.inView(reach, year);
  const version = await rulebooks.judging('grading', campaign);
  return { campaign, version, scope: pointScope(campaign.id, version, reach) };
}
