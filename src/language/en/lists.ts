import { counted } from './counted.ts';

/** Words of every list that can be narrowed and turned over page by page. */
export const lists = {
  search: 'Search',
  reset: 'Reset',
  more: 'More filters',
  searched: 'Search',
  takeAway: {
    label: (total: string) => `Export all ${counted(total, 'row')}:`,
    as: { xlsx: 'Excel workbook', csv: 'CSV file' },
  },
  about: {
    sheet: 'About',
    what: 'List',
    filter: 'Filters',
    everything: 'None (everything)',
    total: 'Rows',
    at: 'Exported at',
    by: 'Exported by',
  },
  sortBy: (column: string) => `Sort by ${column}`,
  sortOtherWay: (column: string) => `Sort by ${column} the other way round`,
  linesLabel: 'Lines per page',
  linesPerPage: (lines: string) => `${lines} lines per page`,
  any: 'All',
  filtersLabel: 'Filters',
  activeFilters: 'Filters in use:',
  dropFilter: (filter: string) => `Remove the filter “${filter}”`,
  filter: (label: string, value: string) => `${label}: ${value}`,
  ignored: (label: string, value: string) =>
    `“${value}” is not a valid value for the filter “${label}” in the address, so it was ignored.`,
  ignoredFix:
    'The list below leaves out the filters that are not valid. Choose the filters again and search.',
  pagesLabel: 'Pages',
  previous: 'Previous',
  next: 'Next',
  toPage: (page: string) => `Page ${page}`,
  position: (page: string, pages: string) => `Page ${page} of ${pages}`,
  range: (first: string, last: string, total: string) => `${first}–${last} of ${total}`,
  moreThan: (count: string) => `more than ${count}`,
  rangeOfMany: (first: string, last: string, most: string) =>
    `${first}–${last} of more than ${most}; pages end at ${most}: narrow the list, or export all of it`,
  beyond: (pages: string) =>
    pages === '1'
      ? 'This page does not exist: there is only 1 page.'
      : `This page does not exist: there are only ${pages} pages.`,
  toFirst: 'Go to page 1',
  scrollable: (caption: string) => `${caption} (table, scrolls sideways)`,
  wideHint: 'This table is wide: scroll sideways to see all of it',
};
