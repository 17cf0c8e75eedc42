/** Addresses of the catalogue of facts, as the route table writes them. */
export const factCataloguePaths = {
  catalogue: '/rulebooks/facts',
  declare: '/rulebooks/facts/new',
  withdraw: '/rulebooks/facts/withdraw',
} as const;
