import type { Queryable } from '../platform/database.ts';
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
