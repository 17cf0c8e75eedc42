import { cutsOf, mergeSchemes } from '../grading/case-scheme.ts';
import type { GradingScope, GradingService } from '../grading/grading-service.ts';
import type { StoredCase } from '../grading/grading-store.ts';
import type { Transaction } from '../platform/database.ts';
import { declaredFacts } from '../rulebooks/rulebook-facts.ts';
import { pointsIn } from './case-batch.ts';
import { countedParts, moveParts } from './case-move-store.ts';
import { cutFacts, partOf, type CutFact, type CutValue } from './case-part.ts';

/**
 * Puts points of cases that the coming version cuts more finely into cases of their own, so many at most.
 * @returns how many
 */
export async function cutCases(
  transaction: Transaction,
  grading: GradingService,
  scope: GradingScope,
  wanted: {
    readonly campaignIds: readonly number[];
    readonly torn: readonly StoredCase[];
    readonly most: number;
  },
): Promise<number> {
  const { campaignIds, torn, most } = wanted;
  const facts = factsToCut(scope);
  const known = new Map(torn.map((one) => [one.id, one.facts]));
  const points = { campaignIds, caseIds: [...known.keys()], most };
  const parts = await countedParts(transaction, points, facts);
  const places = parts.flatMap(({ caseId, cut }) => {
    const whole = known.get(caseId);
    // cutOfPoint makes nothing else.
    return whole === undefined ? [] : [partOf(whole, facts, JSON.parse(cut) as CutValue[])];
  });
  const ids = await grading.placeCases(transaction, scope, places);
  const moves = parts.map(({ caseId, cut }, index) => ({ caseId, cut, to: ids[index] ?? caseId }));
  const same = moves.find(({ caseId, to }) => caseId === to);
  if (same !== undefined) throw new Error(`case ${String(same.to)} is cut into itself`);
  await moveParts(transaction, points, facts, moves);
  return pointsIn(parts);
}

function factsToCut({ version, coming }: GradingScope): readonly CutFact[] {
  const bodies = [version, ...(coming === null ? [] : [coming])].map(({ body }) => body);
  return cutFacts(mergeSchemes(bodies.map(cutsOf)), bodies.flatMap(declaredFacts));
}
