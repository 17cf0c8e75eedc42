import type { Knex } from 'knex';
import type { Queryable, Transaction } from '../platform/database.ts';
import { listAsTable, listBinding, type ListedType, type ListedValue } from '../platform/json-dialect.ts';
import { recountCases } from '../risk-points/rollup-store.ts';
import type { CutFact } from './case-part.ts';
import { cutOfPoint, withCutFacts } from './cut-store.ts';

/** Points of some cases, so many at most. */
export interface PointsOfCases {
  readonly campaignId: number;
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
  await recountCases(transaction, wanted.campaignId, touched(parts));
}

/** Puts points of cases into other ones, so many at most. */
export async function moveCases(
  transaction: Transaction,
  campaignId: number,
  cases: readonly { readonly caseId: number; readonly to: number }[],
  most: number,
): Promise<void> {
  const rows = cases.map(({ caseId, to }) => [caseId, to]);
  const points = pointsOf(transaction, campaignId, { case_id: 'integer', to_case: 'integer' }, rows).limit(
    most,
  );
  await move(transaction, points.select('risk_point_state.risk_point_id', 'wanted.to_case'));
  await recountCases(transaction, campaignId, touched(cases));
}

function cutPoints(
  from: Queryable,
  { campaignId, caseIds, most }: PointsOfCases,
  facts: readonly CutFact[],
): Knex.QueryBuilder {
  const { sql, bindings } = cutOfPoint(from, facts);
  const rows = caseIds.map((id) => [id]);
  const points = pointsOf(from, campaignId, { case_id: 'integer' }, rows).limit(most);
  return withCutFacts(from, points, facts, campaignId).select(
    'risk_point_state.risk_point_id',
    'risk_point_state.case_id',
    from.raw(`${sql} as cut`, bindings),
  );
}

/** A cross join keeps its order, and a sum uses no index: SQLite is to look the points of each case up, by its id. */
function pointsOf(
  from: Queryable,
  campaignId: number,
  columns: Readonly<Record<string, ListedType>>,
  rows: readonly (readonly ListedValue[])[],
): Knex.QueryBuilder {
  return from(from.raw(`${listAsTable(from, columns)} as wanted`, [listBinding(rows)]))
    .joinRaw('cross join risk_point_state')
    .whereRaw('risk_point_state.case_id = wanted.case_id')
    .whereRaw('+risk_point_state.campaign_id = ?', [campaignId]);
}

function touched(moves: readonly { readonly caseId: number; readonly to: number }[]): readonly number[] {
  return [...new Set(moves.flatMap(({ caseId, to }) => [caseId, to]))];
}

/** Found as a whole before any is moved: folded into the update, the list would be walked for each point. */
async function move(transaction: Transaction, points: Knex.QueryBuilder): Promise<void> {
  const { sql, bindings } = points.toSQL();
  await transaction.raw(
    `with moving as materialized (${sql})
      update risk_point_state set case_id = moving.to_case from moving
      where moving.risk_point_id = risk_point_state.risk_point_id`,
    [...bindings],
  );
}
