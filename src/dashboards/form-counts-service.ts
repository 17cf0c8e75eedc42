import type { Campaign } from '../campaigns/campaign.ts';
import { formFigures, formFiguresOfEach, type FormFigures } from '../forms/form-figures-store.ts';
import type { Reach } from '../organisation/reach.ts';
import type { Queryable } from '../platform/database.ts';
import type { FormCounts } from './board.ts';

/** How many forms came in from the units under these paths, of how many. */
export async function formCounts(
  from: Queryable,
  campaignId: number,
  unitPaths: readonly string[],
): Promise<FormCounts> {
  return countsOf(await formFigures(from, campaignId, unitPaths));
}

/** The same of many campaigns at once, each of a whole bureau, by their ids. */
export async function formCountsOfEach(
  from: Queryable,
  campaigns: readonly Campaign[],
  reach: Reach,
): Promise<ReadonlyMap<number, FormCounts>> {
  const figures = await formFiguresOfEach(from, campaigns, reach);
  return new Map([...figures].map(([id, counted]) => [id, countsOf(counted)]));
}

function countsOf({ forms, withoutAnnex1, holdings, coveredHoldings }: FormFigures): FormCounts {
  return { submitted: forms, expected: forms + holdings - coveredHoldings, withoutAnnex1 };
}
