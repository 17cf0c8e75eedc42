import type { Texts } from '../../language/texts.ts';
import { pagerOf, type Pager } from '../../web/pager.ts';
import { draftPath, type RowsShown } from '../paths.ts';
import { rowView, type RowView } from './row-page.ts';
import { needsPerson, type RowEntry } from './row-entries.ts';
import type { DraftView } from './uploader.ts';

export interface RowsPart {
  readonly filters: readonly { readonly label: string; readonly href: string; readonly isCurrent: boolean }[];
  readonly range: string | null;
  readonly rows: readonly RowView[];
  readonly nothing: string | null;
  readonly pager: Pager | null;
}

const ROWS_PER_PAGE = 50;

/** The rows of an upload, those with problems first asked for. */
export function rowsPart(
  view: DraftView,
  entries: readonly RowEntry[],
  shown: RowsShown,
  text: Texts,
): RowsPart {
  const words = text.uploads.rows;
  const { count } = text.formats;
  const troubled = entries.filter(needsPerson);
  const chosen = shown.shows === 'all' ? entries : troubled;
  const pages = Math.max(1, Math.ceil(chosen.length / ROWS_PER_PAGE));
  const page = Math.min(shown.page, pages);
  const first = (page - 1) * ROWS_PER_PAGE;
  const rows = chosen.slice(first, first + ROWS_PER_PAGE);
  const address = (shows: RowsShown['shows'], number = 1): string =>
    draftPath(view.draft.id, 'rows', { shows, page: number });
  return {
    filters: [
      {
        label: troubled.length === 0 ? words.problemsNone : words.problems(count(troubled.length)),
        href: address('problems'),
        isCurrent: shown.shows === 'problems',
      },
      { label: words.all(count(entries.length)), href: address('all'), isCurrent: shown.shows === 'all' },
    ],
    range:
      rows.length === 0
        ? null
        : words.range(count(first + 1), count(first + rows.length), count(chosen.length)),
    rows: rows.map((entry, index) => rowView(entry, first + index, view, text)),
    nothing: rows.length > 0 ? null : shown.shows === 'all' ? words.nothing : words.noProblems,
    pager: pagerOf(page, pages, (number) => address(shown.shows, number), text),
  };
}
