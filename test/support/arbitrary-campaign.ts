import fc from 'fast-check';
import { KEY_DOMAINS } from '../../src/organisation/key-domain.ts';
import type { DeclaredFact } from '../../src/rulebooks/declared-fact.ts';
import type { AdjustmentRule, Comparison, GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import { arbitraryPoint, arbitraryRulebook } from './arbitrary-rulebook.ts';
import { WANTED_POINTS, type WantedPoint } from './graded-campaign.ts';

const WORDS = { zh: '说明', en: 'words' };

const AMOUNT: DeclaredFact = {
  name: 'amountHandled',
  title: WORDS,
  type: 'number',
  unit: WORDS,
  worse: 'up',
  source: WORDS,
  of: 'risk-point',
};
const OVERDUE: DeclaredFact = { ...without(AMOUNT), name: 'rotationOverdue', type: 'boolean' };
const POWER: DeclaredFact = {
  ...without(AMOUNT),
  name: 'kindOfPower',
  type: 'choice',
  options: ['money', 'people', 'things'].map((code) => ({ code, ...WORDS })),
};

const INFLUENCES = ['slight', 'some', 'great'] as const;
const INFLUENCE: DeclaredFact = {
  ...without(AMOUNT),
  name: 'influence',
  type: 'choice',
  ordered: true,
  options: INFLUENCES.map((code) => ({ code, ...WORDS })),
};

/** Rulebooks of which some declare facts of their own and look at them. */
const arbitraryOwnRulebook: fc.Arbitrary<GradingRulebook> = fc
  .tuple(arbitraryRulebook, fc.array(ownComparison(), { maxLength: 3 }), fc.boolean())
  .map(([rulebook, comparisons, declares]) => {
    if (!declares) return rulebook;
    const looked = comparisons.map((when, index): AdjustmentRule => ({
      name: `own-${String(index)}`,
      title: WORDS,
      reason: WORDS,
      clause: '1',
      when,
      effect: index === 0 ? { noMilderThan: 1 } : { lowerBy: 1 },
    }));
    const facts = [AMOUNT, OVERDUE, POWER, INFLUENCE];
    return { ...rulebook, facts, adjustments: [...rulebook.adjustments, ...looked] };
  });

export interface ArbitraryCampaign {
  readonly inForce: GradingRulebook;
  readonly draft: GradingRulebook;
  readonly other: GradingRulebook;
  readonly points: readonly WantedPoint[];
}

/** A rulebook in force, a draft, another rulebook, and points with every kind of value and decision. */
export const arbitraryCampaign: fc.Arbitrary<ArbitraryCampaign> = fc
  .tuple(arbitraryOwnRulebook, arbitraryOwnRulebook, arbitraryOwnRulebook)
  .chain(([inForce, draft, other]) =>
    fc.record({
      inForce: fc.constant(inForce),
      draft: fc.constant(draft),
      other: fc.constant(other),
      points: fc.array(arbitraryWanted(inForce), { minLength: WANTED_POINTS, maxLength: WANTED_POINTS }),
    }),
  );

function arbitraryWanted(rulebook: GradingRulebook): fc.Arbitrary<WantedPoint> {
  const rarely = fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, fc.constantFrom<1 | 2 | 3>(1, 2, 3));
  return fc.record({
    facts: fc.tuple(arbitraryPoint(rulebook), arbitraryOwnFacts()).map(([point, own]) => ({ ...point, own })),
    override: rarely,
    approved: rarely,
    isWithdrawn: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.constant(true)),
    domains: fc.uniqueArray(fc.constantFrom(...KEY_DOMAINS), { maxLength: 2 }),
  });
}

function arbitraryOwnFacts(): fc.Arbitrary<WantedPoint['facts']['own']> {
  return fc.record({
    [AMOUNT.name]: fc.option(fc.nat({ max: 9 })),
    [OVERDUE.name]: fc.option(fc.boolean()),
    [POWER.name]: fc.option(fc.constantFrom('money', 'people', 'things')),
    [INFLUENCE.name]: fc.option(fc.constantFrom(...INFLUENCES)),
  });
}

function ownComparison(): fc.Arbitrary<Comparison> {
  const amount = fc.record({
    fact: fc.constant(AMOUNT.name),
    operator: fc.constantFrom(
      'lessThan' as const,
      'atLeast' as const,
      'equal' as const,
      'greaterThan' as const,
    ),
    value: fc.integer({ min: 1, max: 8 }),
  });
  const overdue = fc.record({
    fact: fc.constant(OVERDUE.name),
    operator: fc.constantFrom('equal' as const, 'notEqual' as const),
    value: fc.boolean(),
  });
  const power = fc.record({
    fact: fc.constant(POWER.name),
    operator: fc.constantFrom('equal' as const, 'notEqual' as const),
    value: fc.constantFrom('money', 'people', 'things'),
  });
  const influence = fc.record({
    fact: fc.constant(INFLUENCE.name),
    operator: fc.constantFrom('atLeast' as const, 'lessThan' as const, 'equal' as const),
    value: fc.constantFrom(...INFLUENCES),
  });
  const known = fc.record({
    fact: fc.constantFrom(AMOUNT.name, OVERDUE.name, POWER.name, INFLUENCE.name),
    operator: fc.constantFrom('isKnown' as const, 'isUnknown' as const),
  });
  return fc.oneof(amount, overdue, power, influence, known);
}

function without({ unit: _unit, ...fact }: DeclaredFact): Omit<DeclaredFact, 'unit'> {
  return fact;
}
