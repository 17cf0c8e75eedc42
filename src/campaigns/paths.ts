/** Addresses of the year's inspections, as the route table writes them. */
export const campaignPaths = { list: '/campaigns', campaign: '/campaigns/:id' } as const;

export function campaignPath(id: number): string {
  return campaignPaths.campaign.replace(':id', String(id));
}

/** The campaign of an address; `null` when that is no number of one. */
export function readCampaignId(written: string): number | null {
  return /^[1-9][0-9]{0,14}$/u.test(written) ? Number(written) : null;
}
