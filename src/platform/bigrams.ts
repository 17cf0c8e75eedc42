import { searchKey } from '../language/normalise.ts';

/** Adds to an ASCII sign what makes it its full-width form, which a folded text does not have. */
const TO_FULL_WIDTH = 0xfee0;

/**
 * The texts as neighbouring pairs of characters, each text's last character alone: Chinese has no blanks between
 * words, so any run of characters may be one. A pair never spans two texts.
 */
export function bigramsOf(texts: readonly string[]): string {
  return texts.map((text) => pairsOf(tokenCharacters(text)).join(' ')).join(' ');
}

/** The words as an FTS5 query over such pairs: all of them, each as an unbroken run of characters. */
export function bigramQuery(words: readonly string[]): string {
  return words.map((word) => runOf(tokenCharacters(word))).join(' AND ');
}

/** A character alone begins a pair or is the last; a longer run is its pairs, one after the other. */
function runOf(characters: readonly string[]): string {
  if (characters.length === 1) return `"${characters.join('')}" *`;
  return `"${pairsOf(characters).slice(0, -1).join(' ')}"`;
}

/** The characters of a folded text and its neighbouring pairs, for an index that knows neither order nor prefix. */
export function piecesOf(text: string): readonly string[] {
  const characters = [...searchKey(text)];
  return [...characters, ...pairsOf(characters).slice(0, -1)];
}

function pairsOf(characters: readonly string[]): readonly string[] {
  return characters.map((character, index) => character + (characters[index + 1] ?? ''));
}

/** The tokenizer parts words at ASCII signs, and FTS5 has a syntax of them: none is left. */
function tokenCharacters(text: string): readonly string[] {
  return [...searchKey(text)].map((character) =>
    /^[!-/:-@[-`{-~]$/u.test(character)
      ? String.fromCodePoint((character.codePointAt(0) ?? 0) + TO_FULL_WIDTH)
      : character,
  );
}
