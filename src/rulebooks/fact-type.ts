import type { FactDefinition, NumberShape } from './fact-definition.ts';
import type { ComparisonOperator, FactConstant, Rulebook, Scale } from './rulebook.ts';
import { definitionsFor } from './rulebook-facts.ts';

/** What values of a fact look like in one rulebook: a scale has its steps in order, the lowest first. */
export type FactType =
  | { readonly type: 'scale'; readonly steps: readonly string[] }
  | NumberShape
  | { readonly type: 'boolean' }
  | { readonly type: 'choice'; readonly options: readonly string[] }
  | { readonly type: 'text' };

/** The value of one fact; `null` is unknown. */
export type FactValue = string | number | boolean | null;

/** Facts as rules see them: a scale's value is its step's code on the rulebook's own scale. */
export type RuleFacts = Readonly<Record<string, FactValue>>;

export type FactTypes = ReadonlyMap<string, FactType>;

/** The types of all facts that this rulebook may speak of; the first of two of one name counts. */
export function factTypes(rulebook: Rulebook): FactTypes {
  const scales = new Map<string, Scale>(rulebook.kind === 'grading' ? Object.entries(rulebook.scales) : []);
  return new Map(
    definitionsFor(rulebook).map((fact) => [fact.name, typeOf(fact, scales.get(fact.name))] as const),
  );
}

/** Every fact that this rulebook may speak of, unknown. */
export function unknownFacts(rulebook: Rulebook): RuleFacts {
  return Object.fromEntries(definitionsFor(rulebook).map((fact) => [fact.name, null]));
}

const KNOWING: readonly ComparisonOperator[] = ['isUnknown', 'isKnown'];
const EQUALITY: readonly ComparisonOperator[] = ['equal', 'notEqual'];
const ORDER: readonly ComparisonOperator[] = ['lessThan', 'atMost', 'greaterThan', 'atLeast'];
const MEMBERSHIP: readonly ComparisonOperator[] = ['in', 'notIn'];

const OPERATORS: Readonly<Record<FactType['type'], readonly ComparisonOperator[]>> = {
  scale: [...EQUALITY, ...ORDER, ...MEMBERSHIP, ...KNOWING],
  number: [...EQUALITY, ...ORDER, ...KNOWING],
  boolean: [...EQUALITY, ...KNOWING],
  choice: [...EQUALITY, ...MEMBERSHIP, ...KNOWING],
  text: ['containsAny', ...KNOWING],
};

/** The operators that make sense for values of a type. */
export function operatorsFor(type: FactType): readonly ComparisonOperator[] {
  return OPERATORS[type.type];
}

/** Whether a known value is one that a fact of this type can have. */
export function isValueOf(type: FactType, value: FactConstant): boolean {
  switch (type.type) {
    case 'scale':
      return typeof value === 'string' && type.steps.includes(value);
    case 'choice':
      return typeof value === 'string' && type.options.includes(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'text':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number' && isInRange(type, value);
  }
}

function isInRange(type: NumberShape, value: number): boolean {
  const whole = !type.integer || Number.isSafeInteger(value);
  return Number.isFinite(value) && whole && value >= type.minimum && value <= (type.maximum ?? Infinity);
}

function typeOf(fact: FactDefinition, scale: Scale | undefined): FactType {
  // Options in an order are compared like the steps of the rulebook's own scales.
  if (fact.type === 'choice' && fact.isOrdered) return { type: 'scale', steps: fact.options };
  if (fact.type !== 'scale') return fact;
  return { type: 'scale', steps: scale?.steps.map((step) => step.code) ?? [] };
}
