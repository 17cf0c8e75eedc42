import { KEY_DOMAINS } from '../../organisation/key-domain.ts';
import { wordsOf, type SentencePart } from '../../language/sentence.ts';
import type { Texts } from '../../language/texts.ts';
import { exportForm, type ExportForm } from '../../web/export-form.ts';
import { filterForm, type ListCondition } from '../../web/list-condition.ts';
import {
  emptyOf,
  ignoredNotices,
  listFinding,
  rangeOf,
  type FilterForm,
  type ListPage,
  type ListWords,
} from '../../web/list-parts.ts';
import type { PageModel } from '../../web/page.ts';
import { DEFAULT_PAGE_SIZE, pagerOf, pageSizes } from '../../web/pager.ts';
import type { ReadQuery } from '../../web/query-fields.ts';
import { impactPath } from '../impact-paths.ts';
import { effectAddress, effectExportAddress, EFFECT_QUERY, type EffectFilter } from './effect-filter.ts';
import type { EffectRow, EffectTable } from './effect-view.ts';

/** What a draft of coverage or domain rules would do, in a sentence, in tables, and line by line. */
export interface EffectPage extends PageModel {
  readonly crumbs: readonly { readonly text: string; readonly href: string | null }[];
  readonly finding: readonly SentencePart[];
  readonly change: string;
  readonly scope: string;
  readonly notes: readonly string[];
  readonly tables: readonly EffectTable[];
  readonly list: EffectList;
}

export interface EffectList extends Omit<ListPage<EffectRow>, 'title'> {
  readonly heading: string;
  readonly columns: readonly string[];
  readonly takeAway: ExportForm | null;
}

/** The draft, the campaign, and the conditions of the address. */
export interface EffectScope {
  readonly draftId: number;
  readonly year: number;
  readonly asked: ReadQuery<EffectFilter>;
  /** Divisions with their names, for the choice of one. */
  readonly units: readonly { readonly unitId: number; readonly unit: string }[];
}

/** What a kind of rulebook lists: the lines that the conditions leave, and how they are called. */
export interface Listed<Item> {
  readonly items: readonly Item[];
  readonly rowOf: (item: Item) => EffectRow;
  readonly words: ListWords & { readonly heading: string };
  readonly columns: readonly string[];
  readonly conditions: readonly ListCondition<EffectFilter>[];
}

/** The page of a draft's effect; the title is what it comes to. */
export function effectPage(head: Omit<EffectPage, 'title' | 'list'>, list: EffectList): EffectPage {
  return { ...head, title: wordsOf(head.finding), list };
}

/** One page of the list. */
export function effectList<Item>(listed: Listed<Item>, scope: EffectScope, text: Texts): EffectList {
  const { draftId, asked } = scope;
  const { filter } = asked;
  const { items, words } = listed;
  const perPage = filter.size ?? DEFAULT_PAGE_SIZE;
  const pages = Math.max(1, Math.ceil(items.length / perPage));
  const page = Math.min(filter.page ?? 1, pages);
  const shown = items.slice((page - 1) * perPage, page * perPage);
  const form = effectFilterForm(listed.conditions, scope, text);
  const isNarrowed = form.active.length > 0;
  const part = { total: items.length, page, pages, shown: shown.length, perPage };
  const address = (other: Partial<EffectFilter>): string => effectAddress(draftId, other);
  const hrefs = { first: address({ ...filter, page: 1 }), reset: address({}) };
  return {
    heading: words.heading,
    columns: listed.columns,
    finding: listFinding({ total: items.length }, isNarrowed, words, text),
    range: rangeOf(part, text),
    filters: { ...form, ignored: ignoredNotices(asked.ignored, { ...text.effects.filters }, text) },
    takeAway: exportForm(
      { total: items.length },
      (format) => effectExportAddress(draftId, filter, format),
      text,
    ),
    rows: shown.map(listed.rowOf),
    empty: emptyOf(part, isNarrowed, hrefs, words, text),
    pager: pagerOf(page, pages, (other) => address({ ...filter, page: other }), text),
    sizes: pageSizes(items.length, filter.size, (size) => address({ ...filter, size, page: 1 }), text),
  };
}

/** The form of conditions, with each of them in words. */
export function effectFilterForm(
  conditions: readonly ListCondition<EffectFilter>[],
  { draftId, asked }: Pick<EffectScope, 'draftId' | 'asked'>,
  text: Texts,
): Omit<FilterForm, 'ignored'> {
  const addressOf = (filter: Partial<EffectFilter>): string => effectAddress(draftId, filter);
  const action = `${impactPath(draftId)}#list`;
  const addresses = { action, fields: EFFECT_QUERY, addressOf, kept: ['size'] as const };
  return filterForm(conditions, asked.filter, addresses, text);
}

/** The conditions of every kind: the year, a division, a domain. */
export function commonConditions(
  units: EffectScope['units'],
  text: Texts,
): readonly ListCondition<EffectFilter>[] {
  const { filters } = text.effects;
  const domains = KEY_DOMAINS.map((domain) => [domain, text.terms.keyDomains[domain]] as const);
  const divisions = units.map(({ unitId, unit }) => [String(unitId), unit] as const);
  return [
    { key: 'year', label: filters.year, asked: 'link', options: [] },
    { key: 'unitId', label: filters.unit, asked: 'common', options: divisions },
    { key: 'domain', label: filters.domain, asked: 'common', options: domains },
  ];
}
