/**
 * How two words are told to be the same although typed differently: full-width and half-width forms, and white
 * space anywhere (forms stretch 姓 名 to fill a cell).
 */
export function nameKey(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
}

/** How two sentences are told to be the same: as `nameKey`, and punctuation does not count either. */
export function textKey(text: string): string {
  return nameKey(text).replace(/[\p{P}\p{S}]+/gu, '');
}
