import type { Knex } from 'knex';
import { unitIdsWithin } from '../organisation/reach-store.ts';
import type { Queryable } from '../platform/database.ts';
import { listAsTable, listBinding, type ListedType, type ListedValue } from '../platform/json-dialect.ts';

/** Which points: those of a campaign in these units; `null`: in all of its units. */
export interface PointsAsked {
  readonly campaignId: number;
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
  { campaignId, unitPaths }: PointsAsked,
  { name, columns, rows }: ListedCases,
): Knex.QueryBuilder {
  // A cross join keeps its order: SQLite is to look each case's points up, not to walk all of the campaign's.
  const points = from(from.raw(`${listAsTable(from, columns)} as ${name}`, [listBinding(rows)]))
    .joinRaw('cross join risk_point_state')
    .whereRaw(`risk_point_state.case_id = ${name}.case_id`)
    .where('risk_point_state.campaign_id', campaignId)
    .where('risk_point_state.is_withdrawn', 0)
    .whereNull('risk_point_state.approved_grade')
    .whereNull('risk_point_state.override_grade');
  return unitPaths === null
    ? points
    : points.whereIn('risk_point_state.unit_id', unitIdsWithin(from, { unitPaths }));
}

/** The other standing points of those cases: people decided their grade. Walks the campaign once. */
export function decided(
  from: Queryable,
  campaignId: number,
  { name, columns, rows }: ListedCases,
): Knex.QueryBuilder {
  return from('risk_point_state')
    .where('risk_point_state.campaign_id', campaignId)
    .where('risk_point_state.is_withdrawn', 0)
    .whereRaw('(risk_point_state.approved_grade is not null or risk_point_state.override_grade is not null)')
    .whereRaw(
      `risk_point_state.case_id in (select ${name}.case_id from ${listAsTable(from, columns)} as ${name})`,
      [listBinding(rows)],
    );
}
