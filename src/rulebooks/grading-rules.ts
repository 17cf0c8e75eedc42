import type { DecisionRule, TableBase } from './grading-base.ts';
import type { AdjustmentRule, BaseRule, GradingRulebook } from './rulebook.ts';

type NamedReason = BaseRule | DecisionRule | AdjustmentRule | NonNullable<TableBase['otherwise']>;

/** Everything in a grading rulebook that can be the reason of a grade, in the order in which it is written. */
export function reasonsIn({ base, adjustments }: GradingRulebook): readonly NamedReason[] {
  if ('cells' in base) return [...base.rules, ...adjustments];
  return [...base.decisions, ...(base.otherwise === undefined ? [] : [base.otherwise]), ...adjustments];
}
