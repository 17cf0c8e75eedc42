import type { Knex } from 'knex';
import { KEY_DOMAINS } from '../organisation/key-domain.ts';
import { domainBit, NAMED_DOMAINS } from './domain-bits.ts';
import type { PointConditions } from './risk-point.ts';

const SUGGESTED = 'risk_point_state.suggested_domains';
const ACCEPTED = 'risk_point_state.accepted_domains';

/**
 * Narrows to points in a domain, or whose domains stand in some state; rejected ones count as not named. The domains
 * of a point are bits of its row, in the order of the notice, which triggers of the database keep.
 */
export function narrowToDomain(
  query: Knex.QueryBuilder,
  { domain, domainState }: Pick<PointConditions, 'domain' | 'domainState'>,
): void {
  const wanted = domain === undefined ? EVERY_DOMAIN : domainBit(domain);
  if (domainState === 'none') void query.whereRaw(`${NAMED_DOMAINS} = 0`);
  if (domainState === 'suggested') void query.whereRaw(`(${SUGGESTED} & ?) <> 0`, [wanted]);
  if (domainState === 'accepted') void query.whereRaw(`(${ACCEPTED} & ?) <> 0`, [wanted]);
  if (domain === undefined || domainState === 'suggested' || domainState === 'accepted') return;
  void query.whereRaw(`(${NAMED_DOMAINS} & ?) <> 0`, [wanted]);
}

const EVERY_DOMAIN = 2 ** KEY_DOMAINS.length - 1;
