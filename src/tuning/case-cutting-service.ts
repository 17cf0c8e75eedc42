import { caseKey } from '../grading/case.ts';
import { cutsOf, mergeSchemes } from '../grading/case-scheme.ts';
import type { GradingScope, GradingService } from '../grading/grading-service.ts';
import { caseIdsByKey, type StoredCase } from '../grading/grading-store.ts';
import type { Transaction } from '../platform/database.ts';
import { declaredFacts } from '../rulebooks/rulebook-facts.ts';
import { firstCases, pointsIn, type Batch } from './case-batch.ts';
import { moveTaken, sampledParts, takeParts, type PointsOfCases } from './case-move-store.ts';
import { cutFacts, factsThatTear, partOf, type CutFact, type CutValue } from './case-part.ts';
import { usedElsewhere } from './case-use-store.ts';
import type { UsedCase } from './used-case-service.ts';

/** To look at a point takes so much less than to move it. */
const LOOKS_FOR_A_MOVE = 10;

interface Wanted {
  readonly openIds: readonly number[];
  /** Campaigns of the same units that are judged by the versions pinned to them. */
  readonly closedIds: readonly number[];
  readonly torn: readonly UsedCase[];
  readonly batch: Batch;
  readonly at: string;
}

interface Cutting {
  readonly transaction: Transaction;
  readonly grading: GradingService;
  readonly scope: GradingScope;
}

/**
 * Cuts some of the cases that the coming version cuts more finely. The id of a case stays with its largest part, as
 * its verdicts hold for all of them; the points of the others go into cases of their own, and when none of them is
 * left, the case is made what the part is. Where campaigns that the change does not concern use a case, all points
 * leave it.
 * @returns how many points were dealt with
 */
export async function cutCases(
  transaction: Transaction,
  grading: GradingService,
  scope: GradingScope,
  wanted: Wanted,
): Promise<number> {
  const { openIds, closedIds, torn, batch } = wanted;
  const all = [...openIds, ...closedIds];
  const cutting = { transaction, grading, scope };
  const shared = await usedElsewhere(transaction, torn.map(idOf), all);
  const kept = torn.filter(({ id }) => !shared.has(id));
  if (kept.length === 0) return leaveCases(cutting, wanted, firstCases(torn, batch));
  return narrowCases(
    cutting,
    wanted,
    firstCases(kept, { ...batch, points: batch.points * LOOKS_FOR_A_MOVE }),
  );
}

/** All points of the open campaigns leave these cases. */
async function leaveCases(
  cutting: Cutting,
  { openIds, batch }: Wanted,
  cases: readonly UsedCase[],
): Promise<number> {
  const facts = factsThatTear(factsToCut(cutting.scope), cases.map(factsOf));
  const left = cases.map(({ id }) => ({ caseId: id, kept: null }));
  const points = { campaignIds: openIds, areShared: true, cases: left, most: batch.points };
  return movePoints(cutting, cases, points, { facts, closedIds: [] });
}

async function narrowCases(
  cutting: Cutting,
  { openIds, closedIds, batch, at }: Wanted,
  cases: readonly UsedCase[],
): Promise<number> {
  const { transaction, grading, scope } = cutting;
  const facts = factsThatTear(factsToCut(scope), cases.map(factsOf));
  const campaignIds = [...openIds, ...closedIds];
  const largest = await largestParts(transaction, campaignIds, cases, facts);
  const left = cases.map(({ id }) => ({ caseId: id, kept: largest.get(id)?.cut ?? null }));
  const points = { campaignIds, areShared: false, cases: left, most: batch.points };
  const moved = await movePoints(cutting, cases, points, { facts, closedIds });
  if (moved >= batch.points) return moved;
  const narrowed = [...largest].map(([id, part]) => ({ id, facts: part.facts }));
  await grading.narrowCases(transaction, scope, narrowed, at);
  return pointsIn(cases);
}

interface Part extends Pick<StoredCase, 'facts'> {
  readonly cut: string;
}

/** The part of each case that seems to be the largest, but for those that are cases of their own already. */
async function largestParts(
  transaction: Transaction,
  campaignIds: readonly number[],
  cases: readonly StoredCase[],
  facts: readonly CutFact[],
): Promise<ReadonlyMap<number, Part>> {
  const known = new Map(cases.map((one) => [one.id, one.facts]));
  const largest = new Map<number, Part>();
  for (const { caseId, cut } of await sampledParts(transaction, campaignIds, [...known.keys()], facts)) {
    const whole = known.get(caseId);
    if (whole === undefined || largest.has(caseId)) continue;
    largest.set(caseId, { cut, facts: partOf(whole, facts, valuesOf(cut)) });
  }
  const keys = [...largest.values()].map((part) => caseKey(part.facts));
  const taken = new Set((await caseIdsByKey(transaction, keys)).keys());
  return new Map(
    [...largest].filter(([, part]) => {
      const key = caseKey(part.facts);
      if (taken.has(key)) return false;
      taken.add(key);
      return true;
    }),
  );
}

/** Moves points into cases of their own. Returns how many: fewer than `most` when none is left to be moved. */
async function movePoints(
  { transaction, grading, scope }: Cutting,
  cases: readonly StoredCase[],
  points: PointsOfCases,
  { facts, closedIds }: { readonly facts: readonly CutFact[]; readonly closedIds: readonly number[] },
): Promise<number> {
  const known = new Map(cases.map((one) => [one.id, one.facts]));
  const parts = await takeParts(transaction, points, facts);
  const places = parts.flatMap(({ caseId, cut }) => {
    const whole = known.get(caseId);
    return whole === undefined ? [] : [partOf(whole, facts, valuesOf(cut))];
  });
  const ids = await grading.placeCases(transaction, scope, places);
  const moves = parts.map(({ caseId, cut }, index) => ({ caseId, cut, to: ids[index] ?? caseId }));
  const same = moves.find(({ caseId, to }) => caseId === to);
  if (same !== undefined) throw new Error(`case ${String(same.to)} is cut into itself`);
  await grading.copyVerdicts(transaction, closedIds, moves);
  await moveTaken(transaction, moves);
  return pointsIn(parts);
}

function factsToCut({ version, coming }: GradingScope): readonly CutFact[] {
  const bodies = [version, ...(coming === null ? [] : [coming])].map(({ body }) => body);
  return cutFacts(mergeSchemes(bodies.map(cutsOf)), bodies.flatMap(declaredFacts));
}

function valuesOf(cut: string): readonly CutValue[] {
  // cutOfPoint makes nothing else.
  return JSON.parse(cut) as readonly CutValue[];
}

function idOf({ id }: StoredCase): number {
  return id;
}

function factsOf({ facts }: StoredCase): StoredCase['facts'] {
  return facts;
}
