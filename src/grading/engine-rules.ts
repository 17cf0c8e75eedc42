import type { NamedRule } from '../rulebooks/rule-engine.ts';
import type { Condition, GradingRulebook, MatrixCell } from '../rulebooks/rulebook.ts';

/** The name under which a cell runs as a rule. No rule of a rulebook has a slash in its name. */
export function cellRuleName(cell: MatrixCell): string {
  return `${cell.row}/${cell.column}`;
}

/** All that the rule engine runs for a grading rulebook: its cells and base rules, or its decisions; the adjustments. */
export function engineRules({ base, adjustments }: GradingRulebook): readonly NamedRule[] {
  if ('decisions' in base) return [...base.decisions, ...adjustments];
  const cells = base.cells.map((cell) => ({
    name: cellRuleName(cell),
    when: {
      all: [
        { fact: base.rows, operator: 'equal', value: cell.row },
        { fact: base.columns, operator: 'equal', value: cell.column },
      ],
    } satisfies Condition,
  }));
  return [...cells, ...base.rules, ...adjustments];
}

/** Every condition of a grading rulebook, its cells' included. */
export function conditionsOf(rulebook: GradingRulebook): readonly Condition[] {
  return engineRules(rulebook).map((rule) => rule.when);
}
