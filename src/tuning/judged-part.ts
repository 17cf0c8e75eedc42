import type { CaseFacts, CaseScheme } from '../grading/case.ts';
import { cutsOf, mergeSchemes } from '../grading/case-scheme.ts';
import type { Verdict } from '../grading/verdict.ts';
import { declaredFacts } from '../rulebooks/rulebook-facts.ts';
import { cutFacts, isCutFor, partOf, type CutFact, type PointsPart } from './case-part.ts';
import type { RuleChange } from './rule-change.ts';

/** A case as it is kept. */
interface KnownCase {
  readonly id: number;
  readonly facts: CaseFacts;
}

/** All points of a case, or of a part of one that the rulebooks tell apart. */
export interface CasePart {
  readonly caseId: number;
  readonly cut: string | null;
  readonly facts: CaseFacts;
  readonly points: number;
  /** Whether any of them follows the rules. */
  readonly isFollowing: boolean;
}

/** What a change is judged by, and what points are told apart by. */
export interface Sides extends RuleChange {
  readonly scheme: CaseScheme;
  readonly facts: readonly CutFact[];
}

/** What a change is judged by. */
export function sidesOf({ before, after }: RuleChange): Sides {
  const rulebooks = before === null ? [after] : [after, before];
  const scheme = mergeSchemes(rulebooks.map(cutsOf));
  return { before, after, scheme, facts: cutFacts(scheme, rulebooks.flatMap(declaredFacts)) };
}

/** The cases that need not be cut. */
export function wholeParts(
  cases: readonly KnownCase[],
  { scheme }: Sides,
  counted: ReadonlyMap<number, number>,
): readonly CasePart[] {
  const whole = cases.filter((known) => isCutFor(scheme, known.facts));
  return whole.map(({ id, facts }) => {
    return { caseId: id, cut: null, facts, points: counted.get(id) ?? 0, isFollowing: true };
  });
}

/** The cases that are cut more finely, in their parts. */
export function tornParts(
  torn: readonly KnownCase[],
  facts: readonly CutFact[],
  parts: readonly PointsPart[],
): readonly CasePart[] {
  const factsById = new Map(torn.map((known) => [known.id, known.facts]));
  return parts.flatMap(({ caseId, cut, values, points, isFollowing }) => {
    const known = factsById.get(caseId);
    return known === undefined
      ? []
      : [{ caseId, cut, facts: partOf(known, facts, values), points, isFollowing }];
  });
}

/** Of how many standing points each rule decides, by the verdicts on the parts in their order. */
export function decidingRules(
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
