import type { Knex } from 'knex';
import type { Queryable, Transaction } from '../platform/database.ts';
import {
  amongIds,
  listAsTable,
  listBinding,
  type ListedType,
  type ListedValue,
} from '../platform/json-dialect.ts';
import type { CutFact } from './case-part.ts';
import { cutOfPoint, withCutFacts } from './cut-store.ts';

/** Points of some cases, so many at most. */
export interface PointsOfCases {
  readonly campaignIds: readonly number[];
  readonly caseIds: readonly number[];
  readonly most: number;
}

/** Points of a case that rulebooks do not tell apart, as `cutOfPoint` writes it. */
export interface CountedPart {
  readonly caseId: number;
  readonly cut: string;
  readonly points: number;
}

/** The parts that points of cases fall into, those of a case together; withdrawn points count. */
export async function countedParts(
  from: Queryable,
  wanted: PointsOfCases,
  facts: readonly CutFact[],
): Promise<readonly CountedPart[]> {
  return (await from(cutPoints(from, wanted, facts).as('cut_point'))
    .groupBy('case_id', 'cut')
    .orderBy(['case_id', 'cut'])
    .select({ caseId: 'case_id' }, 'cut', from.raw('count(*) as points'))) as CountedPart[];
}

const COUNTED = { case_id: 'integer', cut: 'text', to_case: 'integer' } as const;

/** Puts the points of parts of cases into cases of their own; points of parts that are not listed stay. */
export async function moveParts(
  transaction: Transaction,
  wanted: PointsOfCases,
  facts: readonly CutFact[],
  parts: readonly { readonly caseId: number; readonly cut: string; readonly to: number }[],
): Promise<void> {
  const listed = transaction.raw(`${listAsTable(transaction, COUNTED)} as listed`, [
    listBinding(parts.map(({ caseId, cut, to }) => [caseId, cut, to])),
  ]);
  const points = transaction(cutPoints(transaction, wanted, facts).as('cut_point'))
    .join(listed, (join) => {
      join.on('listed.case_id', 'cut_point.case_id').andOn('listed.cut', 'cut_point.cut');
    })
    .select('risk_point_id', 'to_case');
  await move(transaction, points);
}

/** Puts points of cases into other ones, so many at most. */
export async function moveCases(
  transaction: Transaction,
  campaignIds: readonly number[],
  cases: readonly { readonly caseId: number; readonly to: number }[],
  most: number,
): Promise<void> {
  const rows = cases.map(({ caseId, to }) => [caseId, to]);
  const points = pointsOf(transaction, campaignIds, { case_id: 'integer', to_case: 'integer' }, rows).limit(
    most,
  );
  await move(transaction, points.select('risk_point_state.risk_point_id', 'wanted.to_case'));
}

function cutPoints(
  from: Queryable,
  { campaignIds, caseIds, most }: PointsOfCases,
  facts: readonly CutFact[],
): Knex.QueryBuilder {
  const { sql, bindings } = cutOfPoint(from, facts);
  const rows = caseIds.map((id) => [id]);
  const points = pointsOf(from, campaignIds, { case_id: 'integer' }, rows).limit(most);
  return withCutFacts(from, points, facts, campaignIds).select(
    'risk_point_state.risk_point_id',
    'risk_point_state.case_id',
    from.raw(`${sql} as cut`, bindings),
  );
}

/** A cross join keeps its order, and a sum uses no index: SQLite is to look the points of each case up, by its id. */
function pointsOf(
  from: Queryable,
  campaignIds: readonly number[],
  columns: Readonly<Record<string, ListedType>>,
  rows: readonly (readonly ListedValue[])[],
): Knex.QueryBuilder {
  return from(from.raw(`${listAsTable(from, columns)} as wanted`, [listBinding(rows)]))
    .joinRaw('cross join risk_point_state')
    .whereRaw('risk_point_state.case_id = wanted.case_id')
    .where(amongIds(from, '+risk_point_state.campaign_id', campaignIds));
}

/** Found as a whole before any is moved, so that cases are counted by what moves and not anew. */
async function move(transaction: Transaction, points: Knex.QueryBuilder): Promise<void> {
  const { sql, bindings } = points.toSQL();
  await transaction.raw(`insert into case_move (risk_point_id, to_case) ${sql}`, [...bindings]);
  await countMoved(transaction);
  await transaction.raw(
    `update risk_point_state set case_id =
        (select to_case from case_move where case_move.risk_point_id = risk_point_state.risk_point_id)
      where risk_point_id in (select risk_point_id from case_move)`,
  );
  await transaction('case_move').delete();
}

/** Takes the standing points that are about to move away from their cases' counts and adds them to the new ones'. */
async function countMoved(transaction: Transaction): Promise<void> {
  const key = 'campaign_id, case_id, state';
  const side = (caseId: string, points: string): string =>
    `select s.campaign_id, ${caseId} as case_id, s.state, ${points} as points
      from case_move cross join risk_point_state as s
      where s.risk_point_id = case_move.risk_point_id and s.is_withdrawn = 0`;
  await transaction.raw(
    `insert into rollup_case (${key}, points)
      select ${key}, sum(points) from (${side('s.case_id', '-1')} union all ${side('case_move.to_case', '1')}) as side
        where true group by ${key}
      on conflict (${key}) do update set points = rollup_case.points + excluded.points`,
  );
  await transaction('rollup_case').where({ points: 0 }).delete();
}
