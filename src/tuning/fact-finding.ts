import type { Texts } from '../language/texts.ts';
import type { DeclaredFact } from '../rulebooks/declared-fact.ts';
import { parseRulebook } from '../rulebooks/rulebook-schema.ts';

/**
 * What is wrong with a fact as a rulebook would declare it, in words: its length, its place among the others.
 * @param known the facts that the bureau has already
 */
export function factFindings(
  fact: DeclaredFact,
  known: readonly DeclaredFact[],
  text: Texts,
): readonly string[] {
  const facts = [...known.filter(({ name }) => name !== fact.name), fact];
  const parsed = parseRulebook(JSON.stringify({ kind: 'grading', facts }), text);
  if (!('findings' in parsed)) return [];
  // Everything else is missing on purpose.
  const place = `/facts/${String(facts.length - 1)}`;
  return parsed.findings
    .filter(({ path }) => path?.startsWith(place) === true)
    .map(({ message, fix }) => text.formats.sentences([message, fix]));
}
