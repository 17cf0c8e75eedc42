import type { StoredCase } from '../grading/grading-store.ts';
import type { Transaction } from '../platform/database.ts';
import { pointsByCase } from './activation-store.ts';
import { knownCases } from './known-cases-service.ts';

/** A case with how many points are in it, withdrawn ones included: they may be put back. */
export interface UsedCase extends StoredCase {
  readonly points: number;
}

/** The cases that the points of campaigns are in, ascending; of these cases alone where some are named. */
export type UsedCases = (
  transaction: Transaction,
  campaignIds: readonly number[],
  caseIds?: readonly number[] | null,
) => Promise<readonly UsedCase[]>;

/** Reads what the cases are once. Ask at the beginning of a transaction, before it makes any. */
export function usedCases(): UsedCases {
  const casesOf = knownCases();
  return async (transaction, campaignIds, caseIds = null) => {
    const points = await pointsByCase(transaction, campaignIds, caseIds);
    const cases = await casesOf(transaction, [...points.keys()]);
    return cases.map((one) => ({ ...one, points: points.get(one.id) ?? 0 }));
  };
}
