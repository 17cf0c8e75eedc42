import { Engine, type TopLevelCondition } from 'json-rules-engine';
import { withoutNegation, type PlainCondition } from './condition.ts';
import { OPERATOR_TESTS } from './engine-operators.ts';
import { isValueOf, type FactType, type FactTypes, type FactValue, type RuleFacts } from './fact-type.ts';
import type { Condition, FactConstant } from './rulebook.ts';

export interface NamedRule {
  readonly name: string;
  readonly when: Condition;
}

export interface RuleEngine {
  /**
   * Names of the rules that apply, in the order of their declaration. Every fact that a rule mentions must be
   * given, unknown ones as `null`.
   * @throws TypeError when a fact is missing or its value is none of its type: that is a bug of the caller.
   */
  applying(facts: RuleFacts): Promise<readonly string[]>;
}

/**
 * The only door to json-rules-engine. What it may be asked is narrower than what it can do: facts compared with
 * constants, by operators of ours that are false on an unknown fact. Its own operators are removed.
 * An Engine keeps the state of its run, so runs wait for each other.
 * @throws TypeError when a rule names an unknown fact or step, RangeError when a condition has no parts.
 */
export function ruleEngine(rules: readonly NamedRule[], types: FactTypes): RuleEngine {
  const engine = engineOfOurOperators();
  const mentioned = new Map<string, FactType>();
  rules.forEach((rule, index) => {
    const conditions = topLevel(translated(withoutNegation(rule.when), types, mentioned));
    // A constant event type: some names, such as `error`, mean something to its event emitter.
    engine.addRule({ name: String(index), conditions, event: { type: 'applies' } });
  });

  async function run(values: Record<string, FactValue>): Promise<readonly string[]> {
    const { results } = await engine.run(values);
    const applying = new Set(results.map((result) => result.name));
    return rules.filter((_, index) => applying.has(String(index))).map((rule) => rule.name);
  }

  let last: Promise<unknown> = Promise.resolve();
  return {
    async applying(facts) {
      const values = checkedValues(facts, mentioned);
      const next = last.then(() => run(values));
      last = next.catch(() => undefined);
      return next;
    },
  };
}

type EngineCondition = Extract<TopLevelCondition, { all: unknown }>['all'][number];

const ITS_OPERATORS = [
  ...['equal', 'notEqual', 'in', 'notIn', 'contains', 'doesNotContain'],
  ...['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'],
];
const ITS_DECORATORS = ['someFact', 'someValue', 'everyFact', 'everyValue', 'swap', 'not'];

function engineOfOurOperators(): Engine {
  const engine = new Engine();
  for (const operator of ITS_OPERATORS) engine.removeOperator(operator);
  for (const decorator of ITS_DECORATORS) engine.removeOperatorDecorator(decorator);
  for (const [operator, test] of Object.entries(OPERATOR_TESTS)) engine.addOperator(ourName(operator), test);
  return engine;
}

function ourName(operator: string): string {
  return `our-${operator}`;
}

function topLevel(condition: EngineCondition): TopLevelCondition {
  return 'fact' in condition ? { all: [condition] } : condition;
}

function translated(
  condition: PlainCondition,
  types: FactTypes,
  mentioned: Map<string, FactType>,
): EngineCondition {
  const translatedParts = (parts: readonly PlainCondition[]): EngineCondition[] =>
    nonEmpty(parts).map((part) => translated(part, types, mentioned));
  if ('all' in condition) return { all: translatedParts(condition.all) };
  if ('any' in condition) return { any: translatedParts(condition.any) };
  const type = types.get(condition.fact);
  if (type === undefined) throw new TypeError(`unknown fact ${condition.fact}`);
  mentioned.set(condition.fact, type);
  const value = condition.value === undefined ? null : constantFor(type, condition.value);
  return { fact: condition.fact, operator: ourName(condition.operator), value };
}

// json-rules-engine takes `any` of nothing for true.
function nonEmpty<Part>(parts: readonly Part[]): readonly Part[] {
  if (parts.length === 0) throw new RangeError('a condition of no parts means nothing');
  return parts;
}

function constantFor(type: FactType, value: FactConstant): FactConstant | readonly number[] {
  if (type.type !== 'scale') return value;
  return typeof value === 'object'
    ? value.map((step) => positionOf(type.steps, step))
    : positionOf(type.steps, value);
}

/** Steps of a scale are compared by their position on it. */
function positionOf(steps: readonly string[], step: string | number | boolean): number {
  const position = steps.findIndex((known) => known === step);
  if (position === -1) throw new TypeError(`${String(step)} is no step of its scale`);
  return position;
}

function checkedValues(
  facts: RuleFacts,
  mentioned: ReadonlyMap<string, FactType>,
): Record<string, FactValue> {
  const values: Record<string, FactValue> = {};
  for (const [name, type] of mentioned) {
    const value = Object.hasOwn(facts, name) ? facts[name] : undefined;
    if (value === undefined) throw new TypeError(`the fact ${name} is not given`);
    if (value !== null && !isValueOf(type, value)) {
      throw new TypeError(`${JSON.stringify(value)} is no value of the fact ${name}`);
    }
    values[name] = type.type === 'scale' && value !== null ? positionOf(type.steps, value) : value;
  }
  return values;
}
