import type { Queryable } from '../platform/database.ts';
import type { DeclaredFact } from './declared-fact.ts';
import { mergedFacts } from './fact-clash.ts';
import { definitionsAt } from './fact-definition-store.ts';
import { declaredFacts } from './rulebook-facts.ts';
import type { Rulebook } from './rulebook.ts';

/** The own facts of a unit: what its rulebook in force declares, then what it, or a unit above it, added besides. */
export async function factsInUse(
  from: Queryable,
  unitPath: string,
  inForce: Rulebook,
): Promise<readonly DeclaredFact[]> {
  const added = await definitionsAt(from, unitPath);
  return mergedFacts(
    declaredFacts(inForce),
    added.map(({ fact }) => fact),
  );
}
