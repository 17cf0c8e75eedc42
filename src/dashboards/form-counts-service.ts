import { countCoveredHoldings, countForms, countHoldings } from '../forms/form-list-store.ts';
import type { Queryable } from '../platform/database.ts';
import type { FormCounts } from './board.ts';

/** How many forms came in from the units under these paths, of how many. */
export async function formCounts(
  from: Queryable,
  campaignId: number,
  unitPaths: readonly string[],
): Promise<FormCounts> {
  const reach = { unitPaths };
  const submitted = await countForms(from, campaignId, reach, {});
  let missing = 0;
  for (const path of unitPaths) {
    missing += (await countHoldings(from, path)) - (await countCoveredHoldings(from, campaignId, path));
  }
  const withoutAnnex1 = await countForms(from, campaignId, reach, { annex1: 'missing' });
  return { submitted, expected: submitted + missing, withoutAnnex1 };
}
