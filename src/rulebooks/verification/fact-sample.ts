import { withoutNegation, type PlainCondition } from '../condition.ts';
import { OPERATOR_TESTS } from '../engine-operators.ts';
import type { FactAxis } from '../fact-space.ts';
import type { FactTypes, FactValue, RuleFacts } from '../fact-type.ts';
import type { Condition } from '../rulebook.ts';
import type { Path } from './diagram-path.ts';

/** Paths through a fact space as chance has them, the same every time. */
export function samplePaths(axes: readonly FactAxis[], count: number): readonly Path[] {
  const random = pseudoRandom();
  return Array.from({ length: count }, () => axes.map(({ values }) => Math.floor(random() * values.length)));
}

/** How many samples of judgements that compare so often can be had in about a second. */
export function affordableSamples(comparisons: number): number {
  return Math.max(50, Math.min(2000, Math.floor(5_000_000 / Math.max(1, comparisons))));
}

type PlainTest = (facts: RuleFacts) => boolean;

/** Whether a condition holds, read without the rule engine, for many judgements of one condition. */
export function plainTest(condition: Condition, types: FactTypes): PlainTest {
  return compiled(withoutNegation(condition), types);
}

function compiled(condition: PlainCondition, types: FactTypes): PlainTest {
  if ('all' in condition) {
    const parts = condition.all.map((part) => compiled(part, types));
    return (facts) => parts.every((holds) => holds(facts));
  }
  if ('any' in condition) {
    const parts = condition.any.map((part) => compiled(part, types));
    return (facts) => parts.some((holds) => holds(facts));
  }
  const { fact, operator, value } = condition;
  const type = types.get(fact);
  const rank = (one: FactValue) =>
    type?.type === 'scale' && typeof one === 'string' ? type.steps.indexOf(one) : one;
  const wanted = value === undefined ? null : typeof value === 'object' ? value.map(rank) : rank(value);
  const test = OPERATOR_TESTS[operator];
  return (facts) => test(rank(facts[fact] ?? null), wanted);
}

// A linear congruential generator: samples must be the same for every check of a rulebook.
function pseudoRandom(): () => number {
  let state = 20210420;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
