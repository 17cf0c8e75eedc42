import fc from 'fast-check';
import type { DeclaredFact } from '../../src/rulebooks/declared-fact.ts';
import type { DecisionRule, TableBase } from '../../src/rulebooks/grading-base.ts';
import type { Comparison, Condition, Grade, GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import { arbitraryCondition, arbitraryRulebook, orderedComparison, ruleWords } from './arbitrary-rulebook.ts';

const WORDS = { zh: '说明', en: 'words' };
const PARTS = ['rotationOverdue', 'decidesAlone', 'pastFinding'] as const;

/** Facts of a bureau's own: of all types, and a count of others. */
const DECLARED: readonly DeclaredFact[] = [
  ...PARTS.map((name, index) => declared(name, index === 2 ? 'none' : 'up')),
  {
    ...declared('criteria', 'up'),
    type: 'number',
    derived: { countTrue: PARTS },
  },
  { ...declared('amount', 'up'), type: 'number', maximum: 100 },
  {
    ...declared('power', 'none'),
    type: 'choice',
    options: ['money', 'people', 'things'].map((code) => ({ code, ...WORDS })),
  },
];

/** Grading rulebooks that rest on a decision table over facts of their own, gaps and conflicts included. */
export const arbitraryTable: fc.Arbitrary<GradingRulebook> = fc
  .tuple(
    arbitraryRulebook,
    fc.constantFrom<'first' | 'any'>('first', 'any'),
    // Few facts in each, so that whoever looks at every case is done soon.
    fc.shuffledSubarray(
      DECLARED.map(({ name }) => name),
      { minLength: 1, maxLength: 3 },
    ),
  )
  .chain(([rulebook, hitPolicy, facts]) =>
    fc
      .record({
        decisions: rulesOn(facts, 6, grades()),
        otherwise: fc.option(grades()),
        adjustments: rulesOn(facts, 3, effects()),
        requires: fc.subarray(facts.filter((fact) => fact !== 'criteria')),
      })
      .map(({ decisions, otherwise, adjustments, requires }) => ({
        ...rulebook,
        facts: DECLARED,
        requires,
        base: table(hitPolicy, decisions, otherwise),
        adjustments: adjustments.map(([when, effect], index) => ({
          ...{ ...ruleWords(`adjust-${index}`), when, effect },
        })),
      })),
  );

function table(
  hitPolicy: TableBase['hitPolicy'],
  decisions: readonly (readonly [Condition, Grade])[],
  otherwise: Grade | null,
): TableBase {
  return {
    hitPolicy,
    decisions: decisions.map(([when, grade], index): DecisionRule => {
      return { ...ruleWords(`decision-${index}`), when, grade };
    }),
    ...(otherwise === null ? {} : { otherwise: { ...ruleWords('otherwise'), grade: otherwise } }),
  };
}

function rulesOn<Effect>(
  facts: readonly string[],
  most: number,
  effect: fc.Arbitrary<Effect>,
): fc.Arbitrary<[Condition, Effect][]> {
  const comparison = fc.oneof(...facts.map(comparisonOf));
  return fc.array(fc.tuple(arbitraryCondition(comparison), effect), { minLength: 1, maxLength: most });
}

function comparisonOf(fact: string): fc.Arbitrary<Comparison> {
  const knowing = fc
    .constantFrom('isKnown' as const, 'isUnknown' as const)
    .map((operator) => ({ fact, operator }));
  const { type } = DECLARED.find(({ name }) => name === fact) ?? { type: 'boolean' };
  if (type === 'number')
    return fc.oneof({ weight: 3, arbitrary: orderedComparison(fact, fc.nat({ max: 4 })) }, knowing);
  const values = type === 'boolean' ? [true, false] : ['money', 'people'];
  const equality = fc.record({
    fact: fc.constant(fact),
    operator: fc.constantFrom('equal' as const, 'notEqual' as const),
    value: fc.constantFrom<string | boolean>(...values),
  });
  return fc.oneof({ weight: 3, arbitrary: equality }, knowing);
}

function grades(): fc.Arbitrary<Grade> {
  return fc.constantFrom<Grade>(1, 2, 3);
}

function effects() {
  return fc.oneof(
    fc.constantFrom({ lowerBy: 1 as const }, { lowerBy: 2 as const }),
    grades().map((grade) => ({ noMilderThan: grade })),
  );
}

function declared(name: string, worse: 'up' | 'none'): DeclaredFact {
  return { name, title: WORDS, type: 'boolean', worse, source: WORDS, of: 'risk-point' };
}
