import type { Transaction } from '../platform/database.ts';
import { campaignsUnder, type CampaignAt } from './activation-store.ts';
import type { RulebookLife } from './version.ts';
import { lifeById } from './version-store.ts';

/** A version on its way into force, and whom it concerns. */
export interface Change {
  readonly life: RulebookLife;
  readonly unit: NonNullable<RulebookLife['unit']>;
  readonly open: readonly CampaignAt[];
  readonly closed: readonly CampaignAt[];
}

/** @throws Error when there is no such version, or it is nobody's. */
export async function changeOf(transaction: Transaction, versionId: number): Promise<Change> {
  const life = await lifeById(transaction, versionId);
  const unit = life?.unit ?? null;
  if (life === null || unit === null) throw new Error('there is no such version of a unit');
  const campaigns = await campaignsUnder(transaction, life.kind, unit.path);
  return {
    life,
    unit,
    open: campaigns.filter(({ isClosed }) => !isClosed),
    closed: campaigns.filter(({ isClosed }) => isClosed),
  };
}
