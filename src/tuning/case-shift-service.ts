import type { CaseFacts, CaseScheme } from '../grading/case.ts';
import { cutsOf, mergeSchemes } from '../grading/case-scheme.ts';
import type { StoredCase } from '../grading/grading-store.ts';
import type { Verdict } from '../grading/verdict.ts';
import type { Queryable } from '../platform/database.ts';
import { declaredFacts } from '../rulebooks/rulebook-facts.ts';
import { cutFacts, isCutFor, partOf, type CutFact } from './case-part.ts';
import type { CasesOfCampaign } from './known-cases-service.ts';
import type { JudgeCases } from './judge-cases-service.ts';
import type { RuleChange } from './rule-change.ts';
import type { CaseShift } from './shift-store.ts';
import { gradesOfCases, partsOfCases, pointsOfCases } from './what-if-store.ts';

/** The shift of a case, or of a part of it, with the reasons. */
export interface JudgedShift extends CaseShift {
  /** `null`: as the version in force has judged the case. */
  readonly before: Verdict | null;
  readonly after: Verdict;
}

/** The cases of a campaign that not all grades agree on. */
export interface JudgedShifts {
  readonly shifts: readonly JudgedShift[];
  readonly facts: readonly CutFact[];
  readonly isCutAnew: boolean;
  /** Of how many standing points each rule decides what the rules say; a rule that is not there decides of none. */
  readonly decides: ReadonlyMap<string, number>;
}

/** All points of a case, or of a part of one that the rulebooks tell apart. */
interface CasePart {
  readonly caseId: number;
  readonly cut: string | null;
  readonly facts: CaseFacts;
  readonly points: number;
  /** Whether any of them follows the rules. */
  readonly isFollowing: boolean;
}

/** How cases are read and judged; both may remember. */
export interface Judging {
  readonly casesOf: CasesOfCampaign;
  readonly judge: JudgeCases;
}

/** Judges a campaign's cases by both sides of a change; `versionId` is the version in force. Writes nothing. */
export async function judgedShifts(
  from: Queryable,
  { campaignId, versionId }: { readonly campaignId: number; readonly versionId: number },
  { before, after }: RuleChange,
  { casesOf, judge }: Judging,
): Promise<JudgedShifts> {
  const rulebooks = before === null ? [after] : [after, before];
  const scheme = mergeSchemes(rulebooks.map(cutsOf));
  const facts = cutFacts(scheme, rulebooks.flatMap(declaredFacts));
  const parts = await casePartsOf(from, campaignId, await casesOf(from, campaignId), scheme, facts);
  const cases = parts.map((part) => part.facts);
  const to = await judge(after, cases);
  const earlier = before === null ? null : await judge(before, cases);
  const now = await gradesOfCases(from, campaignId, versionId);
  const shifts = parts.flatMap(({ caseId, cut, isFollowing }, index): readonly JudgedShift[] => {
    const [verdict, was] = [to[index], earlier?.[index] ?? null];
    if (verdict === undefined || !isFollowing) return [];
    const current = now.get(caseId) ?? null;
    const grades = { now: current, from: was === null ? current : was.grade, to: verdict.grade };
    return [{ caseId, cut, ...grades, before: was, after: verdict }];
  });
  return {
    shifts: shifts.filter((shift) => shift.from !== shift.to || shift.now !== shift.from),
    facts,
    isCutAnew: parts.some(({ cut, isFollowing }) => cut !== null && isFollowing),
    decides: decidingRules(parts, to),
  };
}

function decidingRules(
  parts: readonly CasePart[],
  verdicts: readonly Verdict[],
): ReadonlyMap<string, number> {
  const decides = new Map<string, number>();
  for (const [index, { points }] of parts.entries()) {
    const verdict = verdicts[index];
    if (verdict === undefined || verdict.grade === null) continue;
    for (const { rule } of verdict.because) decides.set(rule, (decides.get(rule) ?? 0) + points);
  }
  return decides;
}

/** A campaign's cases, those that a scheme cuts more finely in their parts. */
async function casePartsOf(
  from: Queryable,
  campaignId: number,
  cases: readonly StoredCase[],
  scheme: CaseScheme,
  facts: readonly CutFact[],
): Promise<readonly CasePart[]> {
  const whole = cases.filter((known) => isCutFor(scheme, known.facts));
  const counted = await pointsOfCases(from, campaignId);
  const torn = new Map(
    cases.filter((known) => !isCutFor(scheme, known.facts)).map((known) => [known.id, known.facts]),
  );
  const parts = torn.size === 0 ? [] : await partsOfCases(from, campaignId, [...torn.keys()], facts);
  return [
    ...whole.map((known) => {
      const points = counted.get(known.id) ?? 0;
      return { caseId: known.id, cut: null, facts: known.facts, points, isFollowing: true };
    }),
    ...parts.flatMap(({ caseId, cut, values, points, isFollowing }) => {
      const known = torn.get(caseId);
      if (known === undefined) return [];
      return [{ caseId, cut, facts: partOf(known, facts, values), points, isFollowing }];
    }),
  ];
}
