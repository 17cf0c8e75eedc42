import { lastNarrowings } from '../grading/case-narrowing-store.ts';
import { caseIdsOfCampaigns, casesWithIds, type StoredCase } from '../grading/grading-store.ts';
import type { Queryable } from '../platform/database.ts';

const MOST_CASES = 50_000;

/** The cases of campaigns. */
export type CasesOfCampaigns = (
  from: Queryable,
  campaignIds: readonly number[],
) => Promise<readonly StoredCase[]>;

/** The cases with these ids, in their order. */
export type CasesWithIds = (from: Queryable, ids: readonly number[]) => Promise<readonly StoredCase[]>;

/**
 * Reads cases, and each of them once: a case changes by being narrowed alone, and its id is never given again. Who still
 * reads what was before a narrowing reads the case as it was. Only for what is committed: a case that is taken back
 * leaves its id to another one.
 */
export function knownCases(): CasesWithIds {
  const known = new Map<string, StoredCase>();
  return async (from, ids) => {
    if (known.size > MOST_CASES) known.clear();
    const narrowings = await lastNarrowings(from);
    const keyOf = (id: number): string => `${String(id)}.${String(narrowings.get(id) ?? 0)}`;
    const found = new Map(ids.map((id) => [id, known.get(keyOf(id))]));
    const unknown = ids.filter((id) => found.get(id) === undefined);
    const read = unknown.length === 0 ? [] : await casesWithIds(from, unknown);
    for (const one of read) {
      known.set(keyOf(one.id), one);
      found.set(one.id, one);
    }
    return ids.flatMap((id) => found.get(id) ?? []);
  };
}

/** The same, of those that the standing points of campaigns are in. */
export function knownCasesOfCampaigns(): CasesOfCampaigns {
  const casesOf = knownCases();
  return async (from, campaignIds) => casesOf(from, await caseIdsOfCampaigns(from, campaignIds));
}
