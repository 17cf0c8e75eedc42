import type { PlainOperator } from './condition.ts';
import type { FactValue } from './fact-type.ts';

/** Whether a fact's value stands in a relation to a constant. */
export type OperatorTest = (value: FactValue, constant: unknown) => boolean;

/** What each operator means. All but `isUnknown` are false on an unknown fact, complements included. */
export const OPERATOR_TESTS: Readonly<Record<PlainOperator, OperatorTest>> = {
  equal: whenKnown((value, constant) => value === constant),
  notEqual: whenKnown((value, constant) => value !== constant),
  lessThan: ordered((left, right) => left < right),
  atMost: ordered((left, right) => left <= right),
  greaterThan: ordered((left, right) => left > right),
  atLeast: ordered((left, right) => left >= right),
  in: whenKnown(isAmong),
  notIn: whenKnown((value, constants) => !isAmong(value, constants)),
  containsAny: whenKnown(holdsAny),
  containsNone: whenKnown((value, words) => !holdsAny(value, words)),
  isUnknown: (value) => value === null,
  isKnown: (value) => value !== null,
};

function whenKnown(test: OperatorTest): OperatorTest {
  return (value, constant) => value !== null && test(value, constant);
}

function ordered(holds: (left: number, right: number) => boolean): OperatorTest {
  return (value, constant) =>
    typeof value === 'number' && typeof constant === 'number' && holds(value, constant);
}

function isAmong(value: FactValue, constants: unknown): boolean {
  return Array.isArray(constants) && constants.includes(value);
}

function holdsAny(value: FactValue, words: unknown): boolean {
  if (typeof value !== 'string' || !Array.isArray(words)) return false;
  return words.some((word) => value.includes(String(word)));
}
