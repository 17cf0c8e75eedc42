/**
 * How two words are told to be the same although typed differently: full-width and half-width forms, and white
 * space anywhere (forms stretch 姓 名 to fill a cell).
 */
export function nameKey(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
}

/** As `nameKey`, for people: the dot inside 阿依古丽·买买提 is typed in half a dozen ways. */
export function personKey(name: string): string {
  return nameKey(name).replace(/[·•・‧∙⋅●.]/gu, '·');
}

/** How two sentences are told to be the same: as `nameKey`, and punctuation does not count either. */
export function textKey(text: string): string {
  return nameKey(text).replace(/[\p{P}\p{S}]+/gu, '');
}

/** A character of a text as it is compared when searching, and where it stands in the text. */
export interface SearchCharacter {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

const NEVER_SEARCHED = /[\s\p{Cc}\p{Cf}\p{Cs}]/gu;

/**
 * What a search compares, character by character, so that a match leads back to its place: as `personKey`, without
 * what nobody sees. One character may become several (℃), each of which leads back to it.
 */
export function searchCharacters(text: string): readonly SearchCharacter[] {
  const found: SearchCharacter[] = [];
  let start = 0;
  for (const character of text) {
    const end = start + character.length;
    const folded = personKey(character).replace(NEVER_SEARCHED, '');
    for (const key of folded) found.push({ key, start, end });
    start = end;
  }
  return found;
}

/** A text or a word of a query as a search compares it. */
export function searchKey(text: string): string {
  return searchCharacters(text)
    .map(({ key }) => key)
    .join('');
}

const MOST_WORDS = 8;

/** The words that somebody searches for: all of them must be found. What means nothing is left out. */
export function searchWords(query: string): readonly string[] {
  const words = query.split(/\s+/u).map(searchKey);
  return [...new Set(words)].filter((word) => word !== '').slice(0, MOST_WORDS);
}
