import type { Knex } from 'knex';
import { pathWithin } from '../platform/path-range.ts';
import type { Reach } from './reach.ts';

/** The ids of the units of the reached subtrees. */
export function unitIdsWithin(from: Knex, reach: Reach): Knex.QueryBuilder {
  return from('org_unit').where(withinReach(reach)).select('org_unit.id');
}

/** A condition on a joined `org_unit`: the unit stands in one of the reached subtrees. Use it as `where(…)`. */
export function withinReach(reach: Reach): (query: Knex.QueryBuilder) => void {
  return pathWithin('org_unit.path', reach.unitPaths);
}
