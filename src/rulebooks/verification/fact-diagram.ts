import { withoutNegation, type PlainComparison, type PlainCondition } from '../condition.ts';
import { OPERATOR_TESTS } from '../engine-operators.ts';
import type { FactAxis, FactSpace } from '../fact-space.ts';
import { factTypes, type FactType, type FactTypes, type FactValue, type RuleFacts } from '../fact-type.ts';
import { definitionsFor } from '../rulebook-facts.ts';
import type { Condition, FactConstant, Rulebook } from '../rulebook.ts';
import type { Budget } from './budget.ts';
import { combinedAll, setsIn, valuesOfAxis, type Sets } from './boolean-diagram.ts';
import { Diagram, FALSE, TRUE, type Ref } from './diagram.ts';
import type { Path } from './diagram-path.ts';
import { possibleFacts } from './possible-facts.ts';

/** The fact space of a rulebook as diagrams. */
export interface FactDiagram extends Sets {
  readonly axes: readonly FactAxis[];
  /** The combinations that can occur. */
  readonly possible: Ref;
  /** Where a condition holds. */
  readonly holds: (when: Condition) => Ref;
  readonly factsAt: (path: Path) => RuleFacts;
}

/**
 * The diagrams of a rulebook's fact space.
 * @param budget how much work they may make before `BudgetExceeded` is thrown
 */
export function factDiagram(rulebook: Rulebook, { axes }: FactSpace, budget: Budget): FactDiagram {
  const types = factTypes(rulebook);
  const sets = setsIn(
    new Diagram(
      axes.map(({ values }) => values.length),
      budget,
    ),
  );
  return {
    ...sets,
    axes,
    possible: possibleFacts(sets, axes, definitionsFor(rulebook)),
    holds: (when) =>
      conditionSet(sets, withoutNegation(when), (comparison) => comparisonSet(sets, axes, types, comparison)),
    factsAt: (path) =>
      Object.fromEntries(axes.map(({ name, values }, level) => [name, values[path[level] ?? 0] ?? null])),
  };
}

/** Where a condition holds, given where each of its comparisons does. */
export function conditionSet(
  sets: Sets,
  condition: PlainCondition,
  compared: (comparison: PlainComparison) => Ref,
): Ref {
  const parts = (of: readonly PlainCondition[]) => of.map((part) => conditionSet(sets, part, compared));
  if ('all' in condition) return combinedAll(parts(condition.all), sets.and, TRUE);
  if ('any' in condition) return combinedAll(parts(condition.any), sets.or, FALSE);
  return compared(condition);
}

function comparisonSet(
  { diagram }: Sets,
  axes: readonly FactAxis[],
  types: FactTypes,
  { fact, operator, value }: PlainComparison,
): Ref {
  const level = axes.findIndex(({ name }) => name === fact);
  const type = types.get(fact);
  if (level === -1 || type === undefined) throw new TypeError(`unknown fact ${fact}`);
  const test = OPERATOR_TESTS[operator];
  const wanted = value === undefined ? null : comparable(type, value);
  const results = (axes[level]?.values ?? []).map((known) => test(comparableValue(type, known), wanted));
  return valuesOfAxis(diagram, level, (index) => results[index] === true);
}

// Steps of a scale are compared by their position on it.
function comparable(type: FactType, value: FactConstant): FactValue | readonly FactValue[] {
  if (typeof value === 'object') return value.map((one) => comparableValue(type, one));
  return comparableValue(type, value);
}

function comparableValue(type: FactType, value: FactValue): FactValue {
  return type.type === 'scale' && typeof value === 'string' ? type.steps.indexOf(value) : value;
}
