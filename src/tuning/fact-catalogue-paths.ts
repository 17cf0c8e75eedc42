/** Address of the catalogue of facts, as the route table writes it. */
export const factCataloguePaths = { catalogue: '/rulebooks/facts' } as const;
