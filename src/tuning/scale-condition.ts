import type { Comparison, ComparisonOperator, Condition, FactConstant } from '../rulebooks/rulebook.ts';
import type { ScaleFact } from './scale-change.ts';

/** The condition with every comparison changed in the same way. */
function changed(condition: Condition, change: (comparison: Comparison) => Comparison): Condition {
  if ('not' in condition) return { not: changed(condition.not, change) };
  if ('all' in condition) return { all: condition.all.map((part) => changed(part, change)) };
  if ('any' in condition) return { any: condition.any.map((part) => changed(part, change)) };
  return change(condition);
}

/** The condition with one step of a scale in the place of another. */
export function withStepInstead(condition: Condition, fact: ScaleFact, from: string, to: string): Condition {
  return changed(condition, (comparison) => {
    if (comparison.fact !== fact || comparison.value === undefined) return comparison;
    return { ...comparison, value: valueInstead(comparison.value, from, to) };
  });
}

/** The condition without a step that stands in lists beside others; alone, it is left where it is. */
export function withoutStep(condition: Condition, fact: ScaleFact, step: string): Condition {
  return changed(condition, (comparison) => {
    const { value, operator } = comparison;
    if (comparison.fact !== fact || typeof value !== 'object' || !value.includes(step)) return comparison;
    const [first, ...more] = value.filter((one) => one !== step);
    if (first === undefined) return comparison;
    if (more.length > 0) return { ...comparison, value: [first, ...more] };
    return { ...comparison, operator: operator === 'in' ? 'equal' : 'notEqual', value: first };
  });
}

/**
 * The condition made to hold of a new step wherever it holds of its neighbour, and nowhere else.
 * @param side whether the new step stands next above its neighbour (worse) or next below it
 */
export function withStepAlike(
  condition: Condition,
  fact: ScaleFact,
  { like, step, side }: { readonly like: string; readonly step: string; readonly side: 'above' | 'below' },
): Condition {
  const moving: readonly ComparisonOperator[] =
    side === 'above' ? ['atMost', 'greaterThan'] : ['atLeast', 'lessThan'];
  return changed(condition, (comparison) => {
    const { operator, value } = comparison;
    if (comparison.fact !== fact || value === undefined) return comparison;
    if (typeof value === 'object') {
      return value.includes(like) ? { ...comparison, value: [...value, step] } : comparison;
    }
    if (value !== like) return comparison;
    if (operator === 'equal') return { ...comparison, operator: 'in', value: [like, step] };
    if (operator === 'notEqual') return { ...comparison, operator: 'notIn', value: [like, step] };
    return moving.includes(operator) ? { ...comparison, value: step } : comparison;
  });
}

function valueInstead(value: FactConstant, from: string, to: string): FactConstant {
  if (typeof value === 'object') return [...new Set(value.map((one) => (one === from ? to : one)))];
  return value === from ? to : value;
}
