import { reasonsIn } from '../rulebooks/grading-rules.ts';
import type { AdjustmentRule, Grade, GradingRulebook } from '../rulebooks/rulebook.ts';
import { cellRuleName } from './engine-rules.ts';
import { milderBy, severestOf } from './severity.ts';
import type { Because, Verdict } from './verdict.ts';

export type Decision = Extract<Verdict, { grade: Grade }>;

/**
 * The grade that follows from the rules that apply. Effects in the order base, lowerBy, noMilderThan: all lowerBy
 * that apply add up, the most severe noMilderThan wins. `null` where the base has no answer: such a rulebook has a
 * hole. Rules that should agree and do not are a conflict; until it is put right the most severe of them counts.
 */
export function decide(rulebook: GradingRulebook, applying: ReadonlySet<string>): Decision | null {
  const based = baseDecision(rulebook.base, applying);
  if (based === null) return null;
  const { grade, decisive } = adjusted(
    based,
    rulebook.adjustments.filter((rule) => applying.has(rule.name)),
  );
  const others = [...based.rules, ...reasonsIn(rulebook).map(nameOf)];
  const also = new Set(others.filter((name) => applying.has(name) && !decisive.includes(name)));
  return { grade, because: becauseOf(rulebook, decisive), also: becauseOf(rulebook, [...also]) };
}

interface BaseDecision {
  readonly grade: Grade;
  readonly rules: readonly string[];
}

function baseDecision(base: GradingRulebook['base'], applying: ReadonlySet<string>): BaseDecision | null {
  if ('cells' in base) return base.cells.find((cell) => applying.has(cellRuleName(cell))) ?? null;
  const hits = base.decisions.filter(({ name }) => applying.has(name));
  const [first] = hits;
  if (first === undefined) {
    return base.otherwise === undefined
      ? null
      : { grade: base.otherwise.grade, rules: [base.otherwise.name] };
  }
  if (base.hitPolicy === 'first') return { grade: first.grade, rules: [first.name] };
  const severest = severestOf(hits.map(({ grade }) => grade));
  return { grade: severest, rules: hits.filter(({ grade }) => grade === severest).map(nameOf) };
}

interface Adjusted {
  readonly grade: Grade;
  readonly decisive: readonly string[];
}

function adjusted(based: BaseDecision, rules: readonly AdjustmentRule[]): Adjusted {
  const lowering = rules.filter((rule) => lowerBy(rule) > 0);
  const lowered = milderBy(
    based.grade,
    lowering.reduce((sum, rule) => sum + lowerBy(rule), 0),
  );
  const limit = severestOf([lowered, ...rules.flatMap(noMilderThan)]);
  if (limit < lowered) {
    const limiting = rules.filter((rule) => noMilderThan(rule).includes(limit));
    return { grade: limit, decisive: limiting.map(nameOf) };
  }
  if (lowered > based.grade) return { grade: lowered, decisive: lowering.map(nameOf) };
  return { grade: based.grade, decisive: based.rules };
}

function becauseOf(rulebook: GradingRulebook, names: readonly string[]): readonly Because[] {
  const rules = reasonsIn(rulebook);
  return names.flatMap((name) => {
    const rule = rules.find((candidate) => candidate.name === name);
    return rule === undefined ? [] : [{ rule: rule.name, clause: rule.clause }];
  });
}

function nameOf(rule: { readonly name: string }): string {
  return rule.name;
}

function lowerBy({ effect }: AdjustmentRule): number {
  return 'lowerBy' in effect ? effect.lowerBy : 0;
}

function noMilderThan({ effect }: AdjustmentRule): readonly Grade[] {
  return 'noMilderThan' in effect ? [effect.noMilderThan] : [];
}
