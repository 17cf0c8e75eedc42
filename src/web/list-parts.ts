import { sentence, type SentencePart } from '../language/sentence.ts';
import type { Texts } from '../language/texts.ts';
import type { PageModel } from './page.ts';
import type { Pager, PagerStep } from './pager.ts';
import type { IgnoredCondition } from './query-fields.ts';
import type { SelectField } from './select-field.ts';

/** What every page has that shows a list one can narrow and turn over. */
export interface ListPage<Row> extends PageModel {
  readonly finding: readonly SentencePart[];
  /** Which part of the list this page is; `null` when it shows nothing. */
  readonly range: string | null;
  readonly filters: FilterForm;
  readonly rows: readonly Row[];
  readonly empty: EmptyList | null;
  readonly pager: Pager | null;
  /** Links to longer or shorter pages. */
  readonly sizes?: readonly PagerStep[];
}

/** A form that narrows a list by its address. */
export interface FilterForm {
  readonly action: string;
  readonly resetHref: string;
  /** Conditions that the form keeps without asking, by their names in the address. */
  readonly kept: readonly { readonly name: string; readonly value: string }[];
  /** Boxes for words, before everything else. */
  readonly search?: readonly SearchField[];
  readonly fields: readonly FilterField[];
  /** What fewer people ask for, open while something of it narrows the list. */
  readonly more?: { readonly fields: readonly FilterField[]; readonly isOpen: boolean } | null;
  readonly active: readonly ActiveFilter[];
  /** What was said in the address but means nothing, in words. */
  readonly ignored: readonly string[];
}

/** A choice or, where there is none to choose from, any day. */
export type FilterField = SelectField | DayField;

export interface DayField {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: null;
}

export interface SearchField {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly longest: number;
}

/** A condition that narrows the list now, and the list without it. */
export interface ActiveFilter {
  readonly text: string;
  readonly dropHref: string;
}

/** What to do about a list with nothing in it. */
export interface EmptyList {
  /** `null` where the heading of the page says it. */
  readonly what: string | null;
  readonly fix: string;
  readonly link: { readonly text: string; readonly href: string } | null;
}

/** How long a list is, as far as it was counted. */
export interface ListLength {
  readonly total: number;
  /** There are more than the total: nobody counts to the end of a very long list. */
  readonly hasMore?: boolean;
}

/** One page of a list as a service gives it. */
export interface ListPart extends ListLength {
  readonly page: number;
  readonly pages: number;
  readonly shown: number;
  readonly perPage: number;
}

/** How a list is called, whether narrowed or not, and what to do where it is empty. */
export interface ListWords {
  readonly all: string;
  readonly found: string;
  readonly none: string;
  readonly nothingYet: string;
  readonly emptyFix: string;
  readonly nothingYetFix: string;
}

/** The list's length as a sentence. */
export function listFinding(
  length: ListLength,
  isNarrowed: boolean,
  words: ListWords,
  text: Texts,
): readonly SentencePart[] {
  const empty = isNarrowed ? words.none : words.nothingYet;
  const some = isNarrowed ? words.found : words.all;
  return sentence(length.total === 0 ? empty : some, {
    total: { text: lengthInWords(length, text), isStrong: true },
  });
}

/** A list's length, or that it is longer than was counted. */
export function lengthInWords({ total, hasMore }: ListLength, text: Texts): string {
  const counted = text.formats.count(total);
  return hasMore === true ? text.lists.moreThan(counted) : counted;
}

/** Which part of the list a page shows, and of how many; `null` when it shows nothing. */
export function rangeOf({ total, hasMore, page, shown, perPage }: ListPart, text: Texts): string | null {
  if (shown === 0) return null;
  const { count } = text.formats;
  const first = (page - 1) * perPage + 1;
  const range = hasMore === true ? text.lists.rangeOfMany : text.lists.range;
  return range(count(first), count(first + shown - 1), count(total));
}

/** Why a list is empty: too narrow, nothing there yet, or past its end. */
export function emptyOf(
  { total, pages, shown }: ListPart,
  isNarrowed: boolean,
  hrefs: { readonly first: string; readonly reset: string },
  words: ListWords,
  text: Texts,
): EmptyList | null {
  if (shown > 0) return null;
  const { beyond, toFirst, reset } = text.lists;
  if (total > 0) {
    return { what: beyond(text.formats.count(pages)), fix: '', link: { text: toFirst, href: hrefs.first } };
  }
  if (!isNarrowed) return { what: null, fix: words.nothingYetFix, link: null };
  return { what: null, fix: words.emptyFix, link: { text: reset, href: hrefs.reset } };
}

/** Says which conditions were ignored; takes their labels by their names in the address. */
export function ignoredNotices(
  ignored: readonly IgnoredCondition[],
  labels: Readonly<Record<string, string>>,
  text: Texts,
): readonly string[] {
  return ignored.map(({ name, value }) => text.lists.ignored(labels[name] ?? name, value));
}
