import type { AdjustmentRule, Grade, GradingRulebook, MatrixCell } from '../rulebooks/rulebook.ts';
import { cellRuleName } from './engine-rules.ts';
import { milderBy, severestOf } from './severity.ts';
import type { Because, Verdict } from './verdict.ts';

export type Decision = Extract<Verdict, { grade: Grade }>;

/**
 * The grade that follows from the rules that apply. Effects in the order base, lowerBy, noMilderThan: all lowerBy
 * that apply add up, the most severe noMilderThan wins.
 * @throws Error when no cell applies: such a rulebook has a hole, and `parseRulebook` refuses it.
 */
export function decide(rulebook: GradingRulebook, applying: ReadonlySet<string>): Decision {
  const { base, adjustments } = rulebook;
  const cell = base.cells.find((candidate) => applying.has(cellRuleName(candidate)));
  if (cell === undefined) throw new Error(`rulebook ${rulebook.name}: no cell applies`);
  const { grade, decisive } = adjusted(
    cell,
    adjustments.filter((rule) => applying.has(rule.name)),
  );
  const others = [...cell.rules, ...base.rules.map(nameOf), ...adjustments.map(nameOf)];
  const also = new Set(others.filter((name) => applying.has(name) && !decisive.includes(name)));
  return { grade, because: becauseOf(rulebook, decisive), also: becauseOf(rulebook, [...also]) };
}

interface Adjusted {
  readonly grade: Grade;
  readonly decisive: readonly string[];
}

function adjusted(cell: MatrixCell, rules: readonly AdjustmentRule[]): Adjusted {
  const lowering = rules.filter((rule) => lowerBy(rule) > 0);
  const lowered = milderBy(
    cell.grade,
    lowering.reduce((sum, rule) => sum + lowerBy(rule), 0),
  );
  const limit = severestOf([lowered, ...rules.flatMap(noMilderThan)]);
  if (limit < lowered) {
    const limiting = rules.filter((rule) => noMilderThan(rule).includes(limit));
    return { grade: limit, decisive: limiting.map(nameOf) };
  }
  if (lowered > cell.grade) return { grade: lowered, decisive: lowering.map(nameOf) };
  return { grade: cell.grade, decisive: cell.rules };
}

function becauseOf(rulebook: GradingRulebook, names: readonly string[]): readonly Because[] {
  const rules = [...rulebook.base.rules, ...rulebook.adjustments];
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
