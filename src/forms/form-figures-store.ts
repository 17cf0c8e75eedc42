import type { Queryable } from '../platform/database.ts';
import type { Reach } from '../organisation/reach.ts';
import { withinReach } from '../organisation/reach-store.ts';

/** How many forms came in and what is missing. */
export interface FormFigures {
  readonly forms: number;
  /** Known only from a summary or a register: nobody filed annex 1. */
  readonly withoutAnnex1: number;
  /** Present holdings, each of which owes a form. */
  readonly holdings: number;
  /** Holdings that a filed form covers. */
  readonly coveredHoldings: number;
}

/** The figures of whole bureaus within a reach, each in a campaign of its own, by the campaigns' ids. */
export async function formFiguresOfEach(
  from: Queryable,
  campaigns: readonly { readonly id: number; readonly bureau: { readonly path: string } }[],
  reach: Reach,
): Promise<ReadonlyMap<number, FormFigures>> {
  const ids = campaigns.map(({ id }) => id);
  const filed = (await from('rollup_form')
    .whereIn('campaign_id', ids)
    .groupBy('campaign_id')
    .select({ campaignId: 'campaign_id' })
    .sum({
      forms: 'forms',
      withoutAnnex1: 'without_annex1',
      coveredHoldings: 'covered_holdings',
    })) as (Omit<FormFigures, 'holdings'> & { readonly campaignId: number })[];
  const owed = (await from('rollup_holding')
    .join('org_unit', 'org_unit.id', 'rollup_holding.unit_id')
    .where(withinReach(reach))
    .select('org_unit.path', 'rollup_holding.holdings')) as { path: string; holdings: number }[];
  const none = { forms: 0, withoutAnnex1: 0, coveredHoldings: 0 };
  return new Map(
    campaigns.map(({ id, bureau }) => {
      const here = owed.filter(({ path }) => path.startsWith(bureau.path));
      const holdings = here.reduce((sum, row) => sum + row.holdings, 0);
      return [id, { ...none, ...filed.find(({ campaignId }) => campaignId === id), holdings }];
    }),
  );
}

/** The figures of the units under some paths, from what is kept by unit. */
export async function formFigures(
  from: Queryable,
  campaignId: number,
  unitPaths: readonly string[],
): Promise<FormFigures> {
  const filed = (await from('rollup_form')
    .join('org_unit', 'org_unit.id', 'rollup_form.unit_id')
    .where('rollup_form.campaign_id', campaignId)
    .where(withinReach({ unitPaths }))
    .sum({ forms: 'forms', withoutAnnex1: 'without_annex1', coveredHoldings: 'covered_holdings' })
    .first()) as Readonly<Record<'forms' | 'withoutAnnex1' | 'coveredHoldings', number | null>>;
  const owed = (await from('rollup_holding')
    .join('org_unit', 'org_unit.id', 'rollup_holding.unit_id')
    .where(withinReach({ unitPaths }))
    .sum({ holdings: 'holdings' })
    .first()) as { readonly holdings: number | null };
  return {
    forms: filed.forms ?? 0,
    withoutAnnex1: filed.withoutAnnex1 ?? 0,
    coveredHoldings: filed.coveredHoldings ?? 0,
    holdings: owed.holdings ?? 0,
  };
}
