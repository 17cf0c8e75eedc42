import { KEY_DOMAINS, type KeyDomain } from '../organisation/key-domain.ts';

/** SQL of the domains that a point names, suggested or accepted, as bits in the order of the notice. */
export const NAMED_DOMAINS = '(risk_point_state.suggested_domains | risk_point_state.accepted_domains)';

/** The bit of a domain in a point's row, which triggers of the database keep. */
export function domainBit(domain: KeyDomain): number {
  return 2 ** KEY_DOMAINS.indexOf(domain);
}

/** The domains whose bits these are. */
export function domainsIn(bits: number): readonly KeyDomain[] {
  return KEY_DOMAINS.filter((domain) => (bits & domainBit(domain)) !== 0);
}
