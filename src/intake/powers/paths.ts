/** Addresses of the list of powers, as the route table writes them. */
export const powerPaths = { list: '/powers', commit: '/powers/commit' } as const;
