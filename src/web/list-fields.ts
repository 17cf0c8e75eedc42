import { searchWords } from '../language/normalise.ts';
import { PAGE_SIZES, type PageSize } from './pager.ts';
import type { QueryField } from './query-fields.ts';

/** Characters that a search may have. */
export const LONGEST_SEARCH = 100;

/** Words to search for, as they were typed but for the blanks; signs that no text has are no words. */
export function searchedWords(name: string): QueryField<string> {
  return {
    name,
    read: (text) => {
      const words = text.trim().replace(/\s+/gu, ' ');
      return words.length <= LONGEST_SEARCH && searchWords(words).length > 0 ? words : null;
    },
    write: (words) => words,
  };
}

/** A day such as `2021-04-26`. */
export function day(name: string): QueryField<string> {
  return { name, read: (text) => (isDay(text) ? text : null), write: (date) => date };
}

function isDay(text: string): boolean {
  if (!/^(?:19|20)\d\d-\d\d-\d\d$/u.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** How many lines a page of a list has. */
export function pageSize(name: string): QueryField<PageSize> {
  return { name, read: (text) => PAGE_SIZES.find((size) => String(size) === text) ?? null, write: String };
}
