import type { Knex } from 'knex';
import { unitIdsWithin } from '../organisation/reach-store.ts';
import type { Queryable } from '../platform/database.ts';
import { withoutIndex } from '../platform/dialect.ts';
import {
  amongIds,
  listAsTable,
  listBinding,
  type ListedType,
  type ListedValue,
} from '../platform/json-dialect.ts';

/** Which points: those of campaigns in these units; `null`: in all of their units. */
export interface PointsAsked {
  readonly campaignIds: readonly number[];
  readonly unitPaths: readonly string[] | null;
}

/** Rows handed to the database, one or more for each case that is asked for. */
export interface ListedCases {
  /** Under which the query calls them. */
  readonly name: string;
  /** Of which one is `case_id`. */
  readonly columns: Readonly<Record<string, ListedType>>;
  readonly rows: readonly (readonly ListedValue[])[];
}

/** Standing points of some cases whose grade nobody approved or overrode: only these follow the rules. */
export function undecided(
  from: Queryable,
  { campaignIds, unitPaths }: PointsAsked,
  listed: ListedCases,
): Knex.QueryBuilder {
  const { name } = listed;
  // A cross join keeps its order: SQLite is to look each case's points up, not to walk all of the campaign's.
  const points = from(casesOf(from, campaignIds, listed))
    .joinRaw('cross join risk_point_state')
    .whereRaw(`risk_point_state.case_id = ${name}.case_id`)
    .whereRaw(`risk_point_state.campaign_id = ${name}.campaign_id`)
    .where('risk_point_state.is_withdrawn', 0)
    .whereNull('risk_point_state.approved_grade')
    .whereNull('risk_point_state.override_grade');
  return unitPaths === null
    ? points
    : points.whereIn('risk_point_state.unit_id', unitIdsWithin(from, { unitPaths }));
}

/** The cases beside each campaign; of several campaigns, each beside those that have points in it. */
function casesOf(
  from: Queryable,
  campaignIds: readonly number[],
  { name, columns, rows }: ListedCases,
): Knex.Raw {
  const cases = from.raw(listAsTable(from, columns), [listBinding(rows)]);
  const [only = 0] = campaignIds;
  if (campaignIds.length === 1) {
    return from.raw(`(select cast(? as integer) as campaign_id, cases.* from ? as cases) as ${name}`, [
      only,
      cases,
    ]);
  }
  return from.raw(
    `(select distinct rollup_case.campaign_id, cases.* from ? as cases cross join rollup_case
      where rollup_case.case_id = cases.case_id and ?) as ${name}`,
    [cases, amongIds(from, withoutIndex(from, 'rollup_case.campaign_id'), campaignIds)],
  );
}

/** The other standing points of those cases: people decided their grade. Walks the campaigns once. */
export function decided(
  from: Queryable,
  campaignIds: readonly number[],
  { name, columns, rows }: ListedCases,
): Knex.QueryBuilder {
  return from('risk_point_state')
    .where(amongIds(from, 'risk_point_state.campaign_id', campaignIds))
    .where('risk_point_state.is_withdrawn', 0)
    .whereRaw('(risk_point_state.approved_grade is not null or risk_point_state.override_grade is not null)')
    .whereRaw(
      `risk_point_state.case_id in (select ${name}.case_id from ${listAsTable(from, columns)} as ${name})`,
      [listBinding(rows)],
    );
}
