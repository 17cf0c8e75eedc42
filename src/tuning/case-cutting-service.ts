import { cutsOf, mergeSchemes } from '../grading/case-scheme.ts';
import type { GradingScope, GradingService } from '../grading/grading-service.ts';
import type { StoredCase } from '../grading/grading-store.ts';
import type { Transaction } from '../platform/database.ts';
import { declaredFacts } from '../rulebooks/rulebook-facts.ts';
import { countedParts, moveParts, type CountedPart } from './case-move-store.ts';
import { cutFacts, partOf, type CutFact, type CutValue } from './case-part.ts';

/** What a step of cutting did. */
export interface Cutting {
  readonly points: number;
  /** Cases of which no point is left to move. */
  readonly cases: number;
}

/**
 * Puts points of cases that the coming version cuts more finely into cases of their own, so many at most. The cases
 * must have points.
 */
export async function cutCases(
  transaction: Transaction,
  grading: GradingService,
  scope: GradingScope,
  wanted: { readonly campaignId: number; readonly torn: readonly StoredCase[]; readonly most: number },
): Promise<Cutting> {
  const { campaignId, torn, most } = wanted;
  const facts = factsToCut(scope);
  const known = new Map(torn.map((one) => [one.id, one.facts]));
  const all = await countedParts(transaction, campaignId, [...known.keys()], facts);
  const parts = firstOf(all, most);
  const places = parts.flatMap(({ caseId, cut }) => {
    const whole = known.get(caseId);
    // cutOfPoint makes nothing else.
    return whole === undefined ? [] : [partOf(whole, facts, JSON.parse(cut) as CutValue[])];
  });
  const ids = await grading.placeCases(transaction, scope, places);
  const moves = parts.map(({ caseId, cut }, index) => ({ caseId, cut, to: ids[index] ?? caseId }));
  const same = moves.find(({ caseId, to }) => caseId === to);
  if (same !== undefined) throw new Error(`case ${String(same.to)} is cut into itself`);
  await moveParts(transaction, campaignId, moves, { facts, most });
  const points = parts.reduce((sum, part) => sum + part.points, 0);
  const unfinished = new Set(all.slice(points > most ? parts.length - 1 : parts.length).map(caseIdOf));
  return { points: Math.min(points, most), cases: known.size - unfinished.size };
}

/** As many parts as it takes to have so many points; the last may have more than are wanted. */
function firstOf(parts: readonly CountedPart[], most: number): readonly CountedPart[] {
  let points = 0;
  const enough = parts.findIndex((part) => (points += part.points) >= most);
  return enough === -1 ? parts : parts.slice(0, enough + 1);
}

function caseIdOf({ caseId }: CountedPart): number {
  return caseId;
}

function factsToCut({ version, coming }: GradingScope): readonly CutFact[] {
  const bodies = [version, ...(coming === null ? [] : [coming])].map(({ body }) => body);
  return cutFacts(mergeSchemes(bodies.map(cutsOf)), bodies.flatMap(declaredFacts));
}
