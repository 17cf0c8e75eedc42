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
