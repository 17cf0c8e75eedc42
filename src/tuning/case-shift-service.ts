import type { StoredCase } from '../grading/grading-store.ts';
import type { Verdict } from '../grading/verdict.ts';
import type { Queryable } from '../platform/database.ts';
import { jsonArrayText } from '../platform/json-dialect.ts';
import { factsThatTear, isCutFor, partOf, possibleParts, type CutFact } from './case-part.ts';
import type { CasesOfCampaigns } from './known-cases-service.ts';
import { decidingRules, sidesOf, tornParts, wholeParts, type CasePart, type Sides } from './judged-part.ts';
import type { JudgeCases } from './judge-cases-service.ts';
import type { RuleChange } from './rule-change.ts';
import type { GradeOrNone } from './impact.ts';
import type { CaseShift } from './shift-store.ts';
import { decidedParts, followingParts, gradesOfCases, pointsOfCases } from './what-if-store.ts';

/** The shift of a case, or of a part of it, with the reasons. */
export interface JudgedShift extends CaseShift {
  /** `null`: as the version in force has judged the case. */
  readonly before: Verdict | null;
  readonly after: Verdict;
}

/** The cases of campaigns that not all grades agree on. */
export interface Shifts {
  readonly shifts: readonly JudgedShift[];
  readonly facts: readonly CutFact[];
  readonly isCutAnew: boolean;
}

/** The same of a campaign, with what its rules decide. */
export interface JudgedShifts extends Shifts {
  /** Of how many standing points each rule decides what the rules say; a rule that is not there decides of none. */
  readonly decides: ReadonlyMap<string, number>;
}

/** How cases are read and judged; both may remember. */
export interface Judging {
  readonly casesOf: CasesOfCampaigns;
  readonly judge: JudgeCases;
}

/** Campaigns that one version is in force for. */
interface Judged {
  readonly campaignIds: readonly number[];
  readonly versionId: number;
}

/** Judges a campaign's cases by both sides of a change; `versionId` is the version in force. Writes nothing. */
export async function judgedShifts(
  from: Queryable,
  { campaignId, versionId }: { readonly campaignId: number; readonly versionId: number },
  change: RuleChange,
  { casesOf, judge }: Judging,
): Promise<JudgedShifts> {
  const sides = sidesOf(change);
  const campaignIds = [campaignId];
  const cases = await casesOf(from, campaignIds);
  const counted = await pointsOfCases(from, campaignIds);
  const { torn, facts } = tornCases(cases, sides);
  const ids = torn.map(idOf);
  const stored = torn.length === 0 ? [] : await followingParts(from, campaignIds, ids, facts);
  const others = torn.length === 0 ? [] : await decidedParts(from, campaignIds, ids, facts);
  const parts = [...wholeParts(cases, sides, counted), ...tornParts(torn, facts, [...stored, ...others])];
  const now = await gradesNow(from, versionId, cases);
  const { to, shifts } = await shiftsOf(parts, now, sides, judge);
  return {
    shifts,
    facts,
    isCutAnew: parts.some(({ cut, isFollowing }) => cut !== null && isFollowing),
    decides: decidingRules(parts, to),
  };
}

/**
 * The same of many campaigns that one version is in force for, without what rules decide. Of a case that is cut anew,
 * everything is judged that its points might be: which of that there are is seen when those that shift are counted.
 */
export async function shiftsOfAll(
  from: Queryable,
  judged: Judged,
  after: RuleChange['after'],
  { casesOf, judge }: Judging,
): Promise<Shifts> {
  const sides = sidesOf({ before: null, after });
  const { campaignIds, versionId } = judged;
  const cases = await casesOf(from, campaignIds);
  const { torn, facts } = tornCases(cases, sides);
  const many = torn.filter((known) => possibleParts(known.facts, facts) === null);
  const stored = many.length === 0 ? [] : await followingParts(from, campaignIds, many.map(idOf), facts);
  const parts = [
    ...wholeParts(cases, sides, new Map()),
    ...possibleCaseParts(from, torn, facts),
    ...tornParts(many, facts, stored),
  ];
  const { shifts } = await shiftsOf(parts, await gradesNow(from, versionId, cases), sides, judge);
  return { shifts, facts, isCutAnew: torn.length > 0 };
}

/** The cases that have to be cut more finely, and by which facts. */
function tornCases(
  cases: readonly StoredCase[],
  { scheme, facts }: Sides,
): { readonly torn: readonly StoredCase[]; readonly facts: readonly CutFact[] } {
  const torn = cases.filter((known) => !isCutFor(scheme, known.facts));
  return {
    torn,
    facts: factsThatTear(
      facts,
      torn.map((known) => known.facts),
    ),
  };
}

function idOf({ id }: StoredCase): number {
  return id;
}

/** Every part that points of these cases might be, whether there are any or not. */
function possibleCaseParts(
  from: Queryable,
  cases: readonly StoredCase[],
  facts: readonly CutFact[],
): readonly CasePart[] {
  return cases.flatMap((known) =>
    (possibleParts(known.facts, facts) ?? []).map((values) => ({
      ...{ caseId: known.id, cut: jsonArrayText(from, values), facts: partOf(known.facts, facts, values) },
      ...{ points: 0, isFollowing: true },
    })),
  );
}

async function shiftsOf(
  parts: readonly CasePart[],
  now: ReadonlyMap<number, GradeOrNone>,
  { before, after }: Sides,
  judge: JudgeCases,
): Promise<{ readonly to: readonly Verdict[]; readonly shifts: readonly JudgedShift[] }> {
  const cases = parts.map((part) => part.facts);
  const to = await judge(after, cases);
  const earlier = before === null ? null : await judge(before, cases);
  const shifts = parts.flatMap(({ caseId, cut, isFollowing }, index): readonly JudgedShift[] => {
    const [verdict, was] = [to[index], earlier?.[index] ?? null];
    if (verdict === undefined || !isFollowing) return [];
    const current = now.get(caseId) ?? null;
    const grades = { now: current, from: was === null ? current : was.grade, to: verdict.grade };
    return [{ caseId, cut, ...grades, before: was, after: verdict }];
  });
  return { to, shifts: shifts.filter((shift) => shift.from !== shift.to || shift.now !== shift.from) };
}

function gradesNow(
  from: Queryable,
  versionId: number,
  cases: readonly StoredCase[],
): Promise<ReadonlyMap<number, GradeOrNone>> {
  return gradesOfCases(from, cases.map(idOf), versionId);
}
