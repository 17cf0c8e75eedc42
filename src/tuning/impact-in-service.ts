import { campaignOf } from '../campaigns/campaign-store.ts';
import { bureaus, unitById } from '../organisation/organisation-store.ts';
import type { Rulebook } from '../rulebooks/rulebook.ts';
import { sumsOf, type FrozenImpact } from './effect/frozen-impact.ts';
import type { LifecycleParts } from './lifecycle-parts-service.ts';

/**
 * What a rulebook would do to a bureau's latest campaign or, as grading of a unit above bureaus, to every open one
 * under it; `null` where there is none. Writes nothing.
 */
export async function impactIn(
  { database, effects }: Pick<LifecycleParts, 'database' | 'effects'>,
  rulebook: Rulebook,
  unitPath: string,
): Promise<FrozenImpact | null> {
  const bureau = (await bureaus(database.read)).find(({ path }) => path === unitPath);
  if (bureau === undefined) return impactAbove({ database, effects }, rulebook, unitPath);
  const campaign = await campaignOf(database.read, bureau);
  if (campaign === null) return null;
  const { impact, effect } = await effects.of(rulebook, campaign.id, { unitPaths: [unitPath] });
  return effect === null ? impact : sumsOf(effect);
}

async function impactAbove(
  { database, effects }: Pick<LifecycleParts, 'database' | 'effects'>,
  rulebook: Rulebook,
  unitPath: string,
): Promise<FrozenImpact | null> {
  if (rulebook.kind !== 'grading') return null;
  const unit = await unitById(database.read, Number(unitPath.split('/').at(-2)));
  return unit === null ? null : effects.under(rulebook, unit);
}
