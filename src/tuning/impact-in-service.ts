import { campaignOf } from '../campaigns/campaign-store.ts';
import { bureaus } from '../organisation/organisation-store.ts';
import type { Rulebook } from '../rulebooks/rulebook.ts';
import type { Impact } from './impact.ts';
import type { LifecycleParts } from './lifecycle-parts-service.ts';

/** What a rulebook would do to a bureau's latest campaign; `null` where there is none, or nothing is graded. */
export async function impactIn(
  { database, whatIf }: Pick<LifecycleParts, 'database' | 'whatIf'>,
  rulebook: Rulebook,
  unitPath: string,
): Promise<Impact | null> {
  if (rulebook.kind !== 'grading') return null;
  const bureau = (await bureaus(database.read)).find(({ path }) => path === unitPath);
  const campaign = bureau === undefined ? null : await campaignOf(database.read, bureau);
  return campaign === null ? null : whatIf.impact(rulebook, campaign.id, { unitPaths: [unitPath] });
}
