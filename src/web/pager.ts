import type { Texts } from '../language/texts.ts';

/** Turning over a list that is longer than a page. */
export interface Pager {
  readonly position: string;
  readonly previous: string | null;
  readonly next: string | null;
  readonly pages: readonly PagerStep[];
}

/** How many lines a page of a list may have. */
export const PAGE_SIZES = [20, 50, 100] as const;

export type PageSize = (typeof PAGE_SIZES)[number];

export const DEFAULT_PAGE_SIZE: PageSize = 50;

export interface PagerStep {
  /** `…` where pages are left out. */
  readonly text: string;
  readonly label: string;
  readonly href: string | null;
  readonly isCurrent: boolean;
}

const GAP = '…';

/** Links to the first, the last and the neighbouring pages; `null` where everything fits on one. */
export function pagerOf(
  page: number,
  pages: number,
  addressOfPage: (page: number) => string,
  text: Texts,
): Pager | null {
  if (pages <= 1) return null;
  const { toPage, position } = text.lists;
  const current = Math.min(Math.max(page, 1), pages);
  const { count } = text.formats;
  return {
    position: position(count(current), count(pages)),
    previous: current > 1 ? addressOfPage(current - 1) : null,
    next: current < pages ? addressOfPage(current + 1) : null,
    pages: shownPages(current, pages).map((shown) => {
      if (shown === null) return { text: GAP, label: GAP, href: null, isCurrent: false };
      const isCurrent = shown === current;
      const href = isCurrent ? null : addressOfPage(shown);
      return { text: count(shown), label: toPage(count(shown)), href, isCurrent };
    }),
  };
}

/** Links to the list with more or fewer lines on a page; none where the shortest page has them all. */
export function pageSizes(
  total: number,
  size: PageSize | undefined,
  addressOfSize: (size: PageSize) => string,
  text: Texts,
): readonly PagerStep[] {
  if (total <= PAGE_SIZES[0]) return [];
  return PAGE_SIZES.map((lines) => {
    const isCurrent = lines === (size ?? DEFAULT_PAGE_SIZE);
    const shown = text.formats.count(lines);
    const href = isCurrent ? null : addressOfSize(lines);
    return { text: shown, label: text.lists.linesPerPage(shown), href, isCurrent };
  });
}

function shownPages(current: number, pages: number): readonly (number | null)[] {
  const near = [1, 2, current - 1, current, current + 1, pages - 1, pages];
  const shown = [...new Set(near)].filter((page) => page >= 1 && page <= pages).sort((a, b) => a - b);
  return shown.flatMap((page, index) => {
    const before = shown[index - 1] ?? page - 1;
    return before === page - 1 ? [page] : [null, page];
  });
}
