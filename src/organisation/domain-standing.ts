import { KEY_DOMAINS } from './key-domain.ts';
import type { OfficeDomain } from './office.ts';

/** How many domains of a post nobody has answered. */
export function openDomains(domains: readonly OfficeDomain[]): number {
  return KEY_DOMAINS.length - domains.filter((known) => standing(known) !== undefined).length;
}

/** How somebody answered whether a post touches a domain; `undefined` where nobody did. */
export function standing(known: OfficeDomain | undefined): 'yes' | 'no' | undefined {
  if (known?.state === 'confirmed') return 'yes';
  return known?.state === 'rejected' ? 'no' : undefined;
}
