/** Addresses of the overrides by case, as the route table writes them. */
export const calibrationPaths = { calibration: '/rulebooks/calibration' } as const;

/** The workbench of a draft. */
export function preparedDraftPath(id: number): string {
  return `/rulebooks/drafts/${String(id)}`;
}
