import { caseIdsOfCampaign, casesWithIds, type StoredCase } from '../grading/grading-store.ts';
import type { Queryable } from '../platform/database.ts';

const MOST_CASES = 50_000;

/** The cases of a campaign. */
export type CasesOfCampaign = (from: Queryable, campaignId: number) => Promise<readonly StoredCase[]>;

/** Reads cases, and each of them once: a case never changes and its id is never given again. */
export function knownCases(): CasesOfCampaign {
  const known = new Map<number, StoredCase>();
  return async (from, campaignId) => {
    const ids = await caseIdsOfCampaign(from, campaignId);
    if (known.size > MOST_CASES) known.clear();
    const unknown = ids.filter((id) => !known.has(id));
    const read = unknown.length === 0 ? [] : await casesWithIds(from, unknown);
    for (const one of read) known.set(one.id, one);
    return ids.flatMap((id) => known.get(id) ?? []);
  };
}
