/** Addresses of the comparison of two versions, as the route table writes them. */
export const comparePaths = {
  compare: '/rulebooks/compare',
  exportXlsx: '/rulebooks/compare/export.xlsx',
  exportCsv: '/rulebooks/compare/export.csv',
} as const;

/** The comparison of two texts, each a version's id or `draftCode`. */
export function comparePath(from: number | string, to: number | string): string {
  const query = new URLSearchParams({ from: String(from), to: String(to) });
  return `${comparePaths.compare}?${query.toString()}`;
}

/** How a draft stands in an address beside versions, which stand by their id. */
export function draftCode(draftId: number): string {
  return `draft-${String(draftId)}`;
}
