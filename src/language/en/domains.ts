/** Deciding about the key domains of risk points, one by one and for a list. */
export const domains = {
  standings: { suggested: 'suggested', accepted: 'confirmed', rejected: 'rejected', unnamed: 'not named' },
  main: (standing: string) => `${standing} (main)`,
  change: (domain: string, from: string, to: string) => `“${domain}”: ${from} → ${to}`,
};
