import { comparisonsOf } from '../rulebooks/condition.ts';
import type { DeclaredFact } from '../rulebooks/declared-fact.ts';
import { partsOf } from '../rulebooks/derived-value.ts';
import { mergedFacts } from '../rulebooks/fact-clash.ts';
import { declaredFacts } from '../rulebooks/rulebook-facts.ts';
import type { Condition, Rulebook } from '../rulebooks/rulebook.ts';

/** A rulebook with all facts that its bureau added, as those who write its rules see it. */
export function withOffered(rulebook: Rulebook, added: readonly DeclaredFact[]): Rulebook {
  if (rulebook.kind !== 'grading' || added.length === 0) return rulebook;
  return { ...rulebook, facts: mergedFacts(declaredFacts(rulebook), added) };
}

/** A rulebook that declares, of the facts its bureau added, also those that a condition speaks of. */
export function withUsed(rulebook: Rulebook, when: Condition, added: readonly DeclaredFact[]): Rulebook {
  const named = new Set(comparisonsOf(when).map(({ fact }) => fact));
  const used = added.filter(({ name }) => named.has(name));
  const parts = new Set(used.flatMap(partsOf));
  return withOffered(rulebook, [...added.filter(({ name }) => parts.has(name)), ...used]);
}
