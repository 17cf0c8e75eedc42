import type { Words } from './field-values.ts';
import { numberedItems } from './numbered-items.ts';

/**
 * Divides one cell among the risks of another: by number when it is numbered, by line when it has as many lines,
 * else it is meant for each of them.
 */
export function alignedWords(
  risks: readonly { readonly number: number | null }[],
  words: Words | null,
): (Words | null)[] {
  if (words === null) return risks.map(() => null);
  const items = numberedItems(words.text);
  const [only] = items;
  if (risks.length === 1) {
    const text = items.length === 1 && only !== undefined ? only.text : words.text;
    return [{ ...words, text }];
  }
  if (items.length > 1 || (only !== undefined && only.number !== null)) {
    return risks.map(({ number }, index) => {
      const item = items.find((candidate) => candidate.number === (number ?? index + 1));
      return item === undefined ? null : { ...words, text: item.text };
    });
  }
  const lines = words.text.split('\n').filter((line) => line.trim() !== '');
  return risks.map((_, index) => ({
    ...words,
    text: (lines.length === risks.length ? lines[index] : undefined) ?? words.text,
  }));
}

/** The numbers in a cell that stand for none of several risks. */
export function numbersWithout(
  risks: readonly { readonly number: number | null }[],
  words: Words | null,
): number[] {
  if (words === null || risks.length === 1) return [];
  const known = risks.map(({ number }, index) => number ?? index + 1);
  const numbers = numberedItems(words.text).flatMap(({ number }) => (number === null ? [] : [number]));
  return numbers.filter((number) => !known.includes(number));
}
