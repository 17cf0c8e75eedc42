import { nameKey } from '../../language/normalise.ts';
import type { DeclaredFact } from '../../rulebooks/declared-fact.ts';

/** The declared fact whose name or title a text is, with or without its unit in brackets; `null` when it is none. */
export function ownFactOf(text: string, facts: readonly DeclaredFact[]): DeclaredFact | null {
  const key = nameKey(text).replace(/^\*|[:：]$/gu, '');
  const bare = key.replace(/[(【[].*?[)】\]]/gu, '');
  const isNamed = (word: string): boolean => [key, bare].includes(nameKey(word));
  return facts.find(({ name, title }) => [name, title.zh, title.en].some(isNamed)) ?? null;
}
