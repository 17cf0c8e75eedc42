import type { PointFacts } from '../grading/case.ts';
import { withDerived } from '../rulebooks/derived-value.ts';
import type { DeclaredFact } from '../rulebooks/declared-fact.ts';
import type { FactValue } from '../rulebooks/fact-type.ts';
import { declaredFacts } from '../rulebooks/rulebook-facts.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';

/**
 * The facts of a point as a rulebook that is not in force knows them. What it derives is computed, because nothing
 * of it is stored yet; a value of another type than it declares is unknown to it.
 */
export function factsUnder(rulebook: GradingRulebook, facts: PointFacts, pointsOfPost: number): PointFacts {
  const { probability, harm, domain, measureCount } = facts;
  const declared = declaredFacts(rulebook);
  const own = Object.fromEntries(
    Object.entries(facts.own).filter(([name, value]) => fits(value, declared, name)),
  );
  return { probability, harm, domain, measureCount, own: withDerived(own, declared, { pointsOfPost }) };
}

const TYPES = { number: 'number', boolean: 'boolean', choice: 'string' } as const;

function fits(value: FactValue, declared: readonly DeclaredFact[], name: string): boolean {
  const fact = declared.find((one) => one.name === name);
  return fact === undefined || typeof value === TYPES[fact.type];
}
