import type { Actor } from '../audit/audit-entry.ts';
import type { AuditService } from '../audit/audit-service.ts';
import { campaignById } from '../campaigns/campaign-store.ts';
import type { Campaign } from '../campaigns/campaign.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Queryable } from '../platform/database.ts';
import { OperationalError } from '../platform/errors.ts';
import type { Taken } from '../web/export-table.ts';

/** The campaign that a change of rules is tried on. @throws OperationalError `not-found` when there is none */
export async function triedCampaign(from: Queryable, campaignId: number): Promise<Campaign> {
  const found = await campaignById(from, campaignId);
  if (found !== null) return found.campaign;
  throw new OperationalError('not-found', 'no-campaign', (text) => text.campaigns.none(undefined));
}

/** Keeps who took away what a change of rules would do to a campaign, and says of what and when it is. */
export async function keepTaken(
  {
    database,
    audit,
    clock,
  }: { readonly database: Database; readonly audit: AuditService; readonly clock: Clock },
  { id, year, bureau }: Campaign,
  details: Readonly<Record<string, string | number>>,
  actor: Actor,
): Promise<Omit<Taken<unknown>, 'total' | 'pieces'>> {
  await database.transaction((transaction) =>
    audit.record(transaction, actor, {
      action: 'impact.exported',
      objectType: 'campaign',
      objectId: String(id),
      unitPath: bureau.path,
      details,
    }),
  );
  return { bureau: bureau.name, year, at: clock.now(), today: clock.today() };
}
