/** Addresses of what-if, as the route table writes them. */
export const impactPaths = {
  impact: '/rulebooks/drafts/:id/impact',
  exportXlsx: '/rulebooks/drafts/:id/impact/export.xlsx',
  exportCsv: '/rulebooks/drafts/:id/impact/export.csv',
} as const;

/** The page that says what a draft would do. */
export function impactPath(draftId: number): string {
  return impactPaths.impact.replace(':id', String(draftId));
}
