/** Which of many words a text holds; says what `includes` says of each of them. */
export type WordFinder = (text: string) => ReadonlySet<string>;

/**
 * Finds words by their first character, so that a text is walked once however many words there are: several hundred
 * are looked for in each text of a campaign while a draft is written.
 */
export function wordFinder(words: Iterable<string>): WordFinder {
  const always = new Set<string>();
  const byFirst = new Map<number, string[]>();
  for (const word of new Set(words)) {
    if (word === '') always.add(word);
    else byFirst.set(word.charCodeAt(0), [...(byFirst.get(word.charCodeAt(0)) ?? []), word]);
  }
  return (text) => {
    const found = new Set(always);
    for (let at = 0; at < text.length; at += 1) {
      for (const word of byFirst.get(text.charCodeAt(at)) ?? [])
        if (text.startsWith(word, at)) found.add(word);
    }
    return found;
  };
}
