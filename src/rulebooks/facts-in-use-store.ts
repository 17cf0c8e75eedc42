import type { Queryable } from '../platform/database.ts';
import type { DeclaredFact } from './declared-fact.ts';
import { mergedFacts } from './fact-clash.ts';
import { definitionsAt, type StoredDefinition } from './fact-definition-store.ts';
import { declaredFacts } from './rulebook-facts.ts';
import type { Rulebook } from './rulebook.ts';

/**
 * The own facts of a unit: what its rulebook in force declares, in the words of the catalogue where it has them, then
 * what the unit, or one above it, added besides.
 */
export async function factsInUse(
  from: Queryable,
  unitPath: string,
  inForce: Rulebook,
): Promise<readonly DeclaredFact[]> {
  return factsBeside(await definitionsAt(from, unitPath), inForce);
}

/** The same of a unit whose catalogue has been read. */
export function factsBeside(
  catalogue: readonly StoredDefinition[],
  inForce: Rulebook,
): readonly DeclaredFact[] {
  const added = catalogue.map(({ fact }) => fact);
  const worded = declaredFacts(inForce).map((fact) => {
    const said = added.find(({ name }) => name === fact.name);
    return said === undefined ? fact : withWords(fact, said);
  });
  return mergedFacts(worded, added);
}

function withWords(fact: DeclaredFact, { title, source, options = [] }: DeclaredFact): DeclaredFact {
  if (fact.options === undefined) return { ...fact, title, source };
  const words = fact.options.map((option) => options.find(({ code }) => code === option.code) ?? option);
  return { ...fact, title, source, options: words };
}
