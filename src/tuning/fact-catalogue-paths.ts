/** Addresses of the catalogue of facts, as the route table writes them. */
export const factCataloguePaths = {
  catalogue: '/rulebooks/facts',
  declare: '/rulebooks/facts/new',
  change: '/rulebooks/facts/change',
  withdraw: '/rulebooks/facts/withdraw',
} as const;

/** The form of one fact that the bureau declared. */
export function factChangePath(name: string): string {
  return `${factCataloguePaths.change}?${new URLSearchParams({ name }).toString()}`;
}
