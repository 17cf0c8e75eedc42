import { formFigures } from '../forms/form-figures-store.ts';
import type { Queryable } from '../platform/database.ts';
import type { FormCounts } from './board.ts';

/** How many forms came in from the units under these paths, of how many. */
export async function formCounts(
  from: Queryable,
  campaignId: number,
  unitPaths: readonly string[],
): Promise<FormCounts> {
  const { forms, withoutAnnex1, holdings, coveredHoldings } = await formFigures(from, campaignId, unitPaths);
  return { submitted: forms, expected: forms + holdings - coveredHoldings, withoutAnnex1 };
}
