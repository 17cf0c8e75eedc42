import type { Queryable } from '../platform/database.ts';

/** The forms that were filed of these holdings, each with its year. */
export async function formsOfHoldings(
  from: Queryable,
  holdingIds: readonly number[],
): Promise<readonly { readonly holdingId: number; readonly year: number }[]> {
  return (await from('form_holding')
    .join('form', 'form.id', 'form_holding.form_id')
    .join('campaign', 'campaign.id', 'form_holding.campaign_id')
    .whereIn('form_holding.holding_id', [...holdingIds])
    .where('form.current_version', '>', 0)
    .select({ holdingId: 'form_holding.holding_id', year: 'campaign.year' })) as {
    holdingId: number;
    year: number;
  }[];
}
