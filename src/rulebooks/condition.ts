import type { Comparison, ComparisonOperator, Condition } from './rulebook.ts';

/** What remains of a comparison or condition once every negation has been pushed into the comparisons. */
export type PlainCondition =
  PlainComparison | { readonly all: readonly PlainCondition[] } | { readonly any: readonly PlainCondition[] };

export type PlainOperator = ComparisonOperator | 'containsNone';

export type PlainComparison = Omit<Comparison, 'operator'> & { readonly operator: PlainOperator };

const COMPLEMENT: Readonly<Record<ComparisonOperator, PlainOperator>> = {
  equal: 'notEqual',
  notEqual: 'equal',
  lessThan: 'atLeast',
  atLeast: 'lessThan',
  greaterThan: 'atMost',
  atMost: 'greaterThan',
  in: 'notIn',
  notIn: 'in',
  containsAny: 'containsNone',
  isUnknown: 'isKnown',
  isKnown: 'isUnknown',
};

/**
 * The same condition without `not`. A comparison and its complement are both false on an unknown fact, so the
 * negation of a comparison is false there too; only `isUnknown` is true.
 */
export function withoutNegation(condition: Condition, negated = false): PlainCondition {
  if ('not' in condition) return withoutNegation(condition.not, !negated);
  if ('all' in condition) return joined(negated ? 'any' : 'all', condition.all, negated);
  if ('any' in condition) return joined(negated ? 'all' : 'any', condition.any, negated);
  return negated ? { ...condition, operator: COMPLEMENT[condition.operator] } : condition;
}

/** Every comparison a condition makes, in the order in which it is written. */
export function comparisonsOf(condition: Condition): readonly Comparison[] {
  if ('not' in condition) return comparisonsOf(condition.not);
  if ('all' in condition) return condition.all.flatMap(comparisonsOf);
  if ('any' in condition) return condition.any.flatMap(comparisonsOf);
  return [condition];
}

function joined(kind: 'all' | 'any', parts: readonly Condition[], negated: boolean): PlainCondition {
  const plain = parts.map((part) => withoutNegation(part, negated));
  return kind === 'all' ? { all: plain } : { any: plain };
}
