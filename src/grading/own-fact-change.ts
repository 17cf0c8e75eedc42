import type { FactType, FactValue } from '../rulebooks/fact-type.ts';
import type { FactChange } from './fact-change.ts';

/**
 * The changes of a fact that the bureau added. What is unknown could become any value that rules tell apart; amounts
 * differ too much in size to be compared, so that each threshold between two numbers counts as one step, and so does
 * each step of a scale.
 * @param values one for each class that the rules tell apart: of numbers the first, of options those that rules name
 *   and then one for all others
 */
export function ownChanges(
  fact: string,
  type: FactType,
  values: readonly FactValue[],
  from: FactValue,
): readonly FactChange[] {
  if (type.type === 'number') return numberChanges(fact, values, from);
  const rest = type.type === 'choice' && values.length < type.options.length ? values.at(-1) : undefined;
  const present = from === null || values.includes(from) ? from : rest;
  return values
    .filter((to) => to !== present)
    .map((to) => ({ fact, from, to, isAnyOther: to === rest, distance: distanceOn(type, from, to) }));
}

function distanceOn(type: FactType, from: FactValue, to: FactValue): number {
  if (type.type !== 'scale' || typeof from !== 'string' || typeof to !== 'string') return 1;
  return Math.abs(type.steps.indexOf(from) - type.steps.indexOf(to));
}

function numberChanges(fact: string, values: readonly FactValue[], from: FactValue): readonly FactChange[] {
  const firsts = values.flatMap((value) => (typeof value === 'number' ? [value] : []));
  if (typeof from !== 'number') {
    return firsts.map((to) => ({ fact, from: null, to, isAnyOther: false, distance: 1 }));
  }
  const present = firsts.findLastIndex((first) => first <= from);
  return firsts.flatMap((first, index): readonly FactChange[] => {
    if (index === present) return [];
    const to = index > present ? first : (firsts[index + 1] ?? first + 1) - 1;
    return [{ fact, from, to, isAnyOther: false, distance: Math.abs(index - present) }];
  });
}
