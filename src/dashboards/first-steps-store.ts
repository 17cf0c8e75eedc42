import type { Knex } from 'knex';
import type { Reach } from '../organisation/reach.ts';
import type { Queryable } from '../platform/database.ts';

/** What an installation has so far. */
export interface InstallationCounts {
  /** Divisions, affiliates and sections. */
  readonly units: number;
  readonly posts: number;
  readonly forms: number;
  readonly accounts: number;
  /** The latest campaign's year; `null` when there is none. */
  readonly year: number | null;
}

export async function installationCounts(from: Queryable, reach: Reach): Promise<InstallationCounts> {
  const reached = (): Knex.QueryBuilder =>
    from('org_unit')
      .where((query) => {
        for (const path of reach.unitPaths) void query.orWhereLike('path', `${path}%`);
        if (reach.unitPaths.length === 0) void query.whereRaw('0 = 1');
      })
      .select('id');
  const counted = async (query: Knex.QueryBuilder): Promise<number> =>
    ((await query.count({ rows: '*' }).first()) as { rows: number }).rows;
  const campaign = (await from('campaign').whereIn('bureau_id', reached()).max({ year: 'year' }).first()) as {
    year: number | null;
  };
  return {
    units: await counted(
      from('org_unit').whereIn('id', reached()).whereIn('kind', ['division', 'affiliate', 'section']),
    ),
    posts: await counted(from('post').whereIn('unit_id', reached())),
    forms: await counted(from('form').whereIn('unit_id', reached())),
    accounts: await counted(from('account').whereIn('unit_id', reached())),
    year: campaign.year,
  };
}
