import type { Knex } from 'knex';
import type { Queryable, Transaction } from '../platform/database.ts';
import { listAsTable, listBinding, type ListedValue } from '../platform/dialect.ts';
import type { CutFact } from './case-part.ts';
import { cutOfPoint, withCutFacts } from './cut-store.ts';

/** Points of a case that rulebooks do not tell apart, as `cutOfPoint` writes it. */
export interface CountedPart {
  readonly caseId: number;
  readonly cut: string;
  readonly points: number;
}

/** The parts that the points of cases fall into, those of a case together; withdrawn points count. */
export async function countedParts(
  from: Queryable,
  campaignId: number,
  caseIds: readonly number[],
  facts: readonly CutFact[],
): Promise<readonly CountedPart[]> {
  const { sql, bindings } = cutOfPoint(facts);
  const points = pointsOf(
    from,
    campaignId,
    ['case_id'],
    caseIds.map((id) => [id]),
  );
  return (await withCutFacts(from, points, facts, campaignId)
    .groupByRaw('1, 2')
    .orderByRaw('1, 2')
    .select(
      { caseId: 'risk_point_state.case_id' },
      from.raw(`${sql} as cut`, bindings),
      from.raw('count(*) as points'),
    )) as CountedPart[];
}

/** Puts points of parts of cases into cases of their own, so many at most. */
export async function moveParts(
  transaction: Transaction,
  campaignId: number,
  parts: readonly { readonly caseId: number; readonly cut: string; readonly to: number }[],
  { facts, most }: { readonly facts: readonly CutFact[]; readonly most: number },
): Promise<void> {
  const { sql, bindings } = cutOfPoint(facts);
  const rows = parts.map(({ caseId, cut, to }) => [caseId, cut, to]);
  const points = pointsOf(transaction, campaignId, ['case_id', 'cut', 'to_case'], rows)
    .whereRaw(`${sql} = listed.cut`, bindings)
    .select('risk_point_state.risk_point_id', 'listed.to_case')
    .limit(most);
  await move(transaction, withCutFacts(transaction, points, facts, campaignId));
}

/** Puts all points of cases into other ones. */
export async function moveCases(
  transaction: Transaction,
  campaignId: number,
  cases: readonly { readonly caseId: number; readonly to: number }[],
): Promise<void> {
  const rows = cases.map(({ caseId, to }) => [caseId, to]);
  const points = pointsOf(transaction, campaignId, ['case_id', 'to_case'], rows);
  await move(transaction, points.select('risk_point_state.risk_point_id', 'listed.to_case'));
}

/** A cross join keeps its order, and a sum uses no index: SQLite is to look the points of each case up, by its id. */
function pointsOf(
  from: Queryable,
  campaignId: number,
  columns: readonly string[],
  rows: readonly (readonly ListedValue[])[],
): Knex.QueryBuilder {
  return from(from.raw(`${listAsTable(columns)} as listed`, [listBinding(rows)]))
    .joinRaw('cross join risk_point_state')
    .whereRaw('risk_point_state.case_id = listed.case_id')
    .whereRaw('+risk_point_state.campaign_id = ?', [campaignId]);
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
