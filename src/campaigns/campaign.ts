import type { AuditRecord } from '../audit/audit-entry.ts';
import type { OrgUnit } from '../organisation/org-unit.ts';

export const CAMPAIGN_STATES = ['planned', 'open', 'assessing', 'approved', 'published', 'closed'] as const;

export type CampaignState = (typeof CAMPAIGN_STATES)[number];

/** One bureau's inspection in one year. */
export interface Campaign {
  readonly id: number;
  readonly bureau: OrgUnit;
  readonly year: number;
  readonly documentNumber: string | null;
  readonly opensOn: string | null;
  readonly dueOn: string | null;
  readonly state: CampaignState;
  /** Whether post-holders see grades; by default they do not, as it would invite tuning (domain: post-holder). */
  readonly showsGradesToHolders: boolean;
}

/** A campaign with the version that a change must be made from. */
export interface GuardedCampaign {
  readonly campaign: Campaign;
  readonly guard: number;
}

/** What the audit trail says of a campaign that was just made. */
export function campaignCreated({ id, bureau, year }: Campaign): AuditRecord {
  return {
    action: 'campaign.created',
    objectType: 'campaign',
    objectId: String(id),
    unitPath: bureau.path,
    details: { year },
  };
}
