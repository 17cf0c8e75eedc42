import { cutsOf, mergeSchemes } from '../grading/case-scheme.ts';
import type { GradingScope, GradingService } from '../grading/grading-service.ts';
import type { StoredCase } from '../grading/grading-store.ts';
import type { Transaction } from '../platform/database.ts';
import { declaredFacts } from '../rulebooks/rulebook-facts.ts';
import { firstPartOf, movePart } from './activation-store.ts';
import { cutFacts, partOf, type CutFact, type CutValue } from './case-part.ts';

/**
 * Puts points of a case that the coming version cuts more finely into cases of their own, so many at most. Returns how
 * many.
 */
export async function cutCase(
  transaction: Transaction,
  grading: GradingService,
  scope: GradingScope,
  {
    campaignId,
    torn,
    most,
  }: { readonly campaignId: number; readonly torn: StoredCase; readonly most: number },
): Promise<number> {
  const facts = factsToCut(scope);
  let moved = 0;
  while (moved < most) {
    const cut = await firstPartOf(transaction, campaignId, torn.id, facts);
    if (cut === null) break;
    // cutOfPoint makes nothing else.
    const place = partOf(torn.facts, facts, JSON.parse(cut) as CutValue[]);
    const to = await grading.placeCase(transaction, scope, place);
    if (to === torn.id) throw new Error(`case ${String(to)} is cut into itself`);
    moved += await movePart(transaction, { campaignId, caseId: torn.id, cut, to }, facts, most - moved);
  }
  return moved;
}

function factsToCut({ version, coming }: GradingScope): readonly CutFact[] {
  const bodies = [version, ...(coming === null ? [] : [coming])].map(({ body }) => body);
  return cutFacts(mergeSchemes(bodies.map(cutsOf)), bodies.flatMap(declaredFacts));
}
