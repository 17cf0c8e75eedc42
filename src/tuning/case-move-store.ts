import type { Knex } from 'knex';
import type { Queryable, Transaction } from '../platform/database.ts';
import { withoutIndex } from '../platform/dialect.ts';
import {
  amongIds,
  insertList,
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
  /** Whether other campaigns use these cases as well: where none does, no row has to be opened to ask it for its own. */
  readonly areShared: boolean;
  readonly cases: readonly CaseToCut[];
  readonly most: number;
}

/** A case whose points leave it, but for those of one part, as `cutOfPoint` writes it; `null`: for none. */
export interface CaseToCut {
  readonly caseId: number;
  readonly kept: string | null;
}

/** Points of a case that rulebooks do not tell apart, as `cutOfPoint` writes it. */
export interface CountedPart {
  readonly caseId: number;
  readonly cut: string;
  readonly points: number;
}

/** Of how many points of a case it is looked which part they are, to know the largest. */
const SAMPLE = 20;

/** The parts that some points of each case fall into, those of a case together, those with the most points first. */
export async function sampledParts(
  from: Queryable,
  campaignIds: readonly number[],
  caseIds: readonly number[],
  facts: readonly CutFact[],
): Promise<readonly CountedPart[]> {
  const { sql, bindings } = cutOfPoint(from, facts);
  const rows = caseIds.map((id) => [id]);
  const points = listed(from, { case_id: 'integer' }, rows)
    .joinRaw('cross join risk_point_state')
    .whereRaw(
      `risk_point_state.risk_point_id in (select sampled.risk_point_id from risk_point_state as sampled
        where sampled.case_id = wanted.case_id limit ?)`,
      [SAMPLE],
    );
  return (await withCutFacts(from, points, facts, campaignIds)
    .groupByRaw('1, 2')
    .orderByRaw('1, 3 desc, 2')
    .select(
      { caseId: 'wanted.case_id' },
      from.raw(`${sql} as cut`, bindings),
      from.raw('count(*) as points'),
    )) as CountedPart[];
}

/**
 * Takes up the points that leave cases, for `moveTaken` to put down; withdrawn points count.
 * @returns the parts that they are, those of a case together
 */
export async function takeParts(
  transaction: Transaction,
  { campaignIds, areShared, cases, most }: PointsOfCases,
  facts: readonly CutFact[],
): Promise<readonly CountedPart[]> {
  const { sql, bindings } = cutOfPoint(transaction, facts);
  const rows = cases.map(({ caseId, kept }) => [caseId, kept ?? '']);
  const points = pointsOf(transaction, { case_id: 'integer', kept: 'text' }, rows);
  const asked = areShared ? points.where(ofCampaigns(transaction, campaignIds)) : points;
  const query = withCutFacts(transaction, asked, facts, campaignIds)
    .whereRaw(`${sql} <> wanted.kept`, [...bindings])
    .limit(most)
    .select('risk_point_state.risk_point_id', 'risk_point_state.case_id', transaction.raw(sql, bindings));
  await take(transaction, query);
  return (await transaction('case_move')
    .groupBy('from_case', 'cut')
    .orderBy(['from_case', 'cut'])
    .select({ caseId: 'from_case' }, 'cut', transaction.raw('count(*) as points'))) as CountedPart[];
}

/** Puts the points that `takeParts` took up into the cases of their parts, all of which must be listed. */
export async function moveTaken(
  transaction: Transaction,
  parts: readonly { readonly caseId: number; readonly cut: string; readonly to: number }[],
): Promise<void> {
  const rows = parts.map(({ caseId, cut, to }) => [caseId, cut, to]);
  await insertList(transaction, 'case_part', ['from_case', 'cut', 'to_case'], rows);
  await countMoved(transaction);
  await transaction.raw(
    `update risk_point_state set case_id = (select case_part.to_case from case_move
          join case_part on case_part.from_case = case_move.from_case and case_part.cut = case_move.cut
          where case_move.risk_point_id = risk_point_state.risk_point_id)
      where risk_point_id in (select risk_point_id from case_move)`,
  );
  await transaction('case_move').delete();
  await transaction('case_part').delete();
}

/** Puts points of cases into other ones, so many at most. */
export async function moveCases(
  transaction: Transaction,
  campaignIds: readonly number[],
  cases: readonly { readonly caseId: number; readonly to: number }[],
  most: number,
): Promise<void> {
  const rows = cases.map(({ caseId }) => [caseId]);
  const points = pointsOf(transaction, { case_id: 'integer' }, rows)
    .where(ofCampaigns(transaction, campaignIds))
    .limit(most);
  const columns = ['risk_point_state.risk_point_id', 'wanted.case_id', transaction.raw(`'' as cut`)];
  await take(transaction, points.select(columns));
  await moveTaken(
    transaction,
    cases.map((one) => ({ ...one, cut: '' })),
  );
}

/** A cross join keeps its order: SQLite is to look the points of each case up, by its id. */
function pointsOf(
  from: Queryable,
  columns: Readonly<Record<string, ListedType>>,
  rows: readonly (readonly ListedValue[])[],
): Knex.QueryBuilder {
  return listed(from, columns, rows)
    .joinRaw('cross join risk_point_state')
    .whereRaw('risk_point_state.case_id = wanted.case_id');
}

/** A sum uses no index. */
function ofCampaigns(from: Queryable, campaignIds: readonly number[]): Knex.Raw {
  return amongIds(from, withoutIndex(from, 'risk_point_state.campaign_id'), campaignIds);
}

function listed(
  from: Queryable,
  columns: Readonly<Record<string, ListedType>>,
  rows: readonly (readonly ListedValue[])[],
): Knex.QueryBuilder {
  return from(from.raw(`${listAsTable(from, columns)} as wanted`, [listBinding(rows)]));
}

/** Found as a whole before any is moved, so that cases are counted by what moves and not anew. */
async function take(transaction: Transaction, points: Knex.QueryBuilder): Promise<void> {
  const { sql, bindings } = points.toSQL();
  await transaction.raw(`insert into case_move (risk_point_id, from_case, cut) ${sql}`, [...bindings]);
}

/** Takes the standing points that are about to move away from their cases' counts and adds them to the new ones'. */
async function countMoved(transaction: Transaction): Promise<void> {
  const key = 'campaign_id, case_id, state';
  await transaction.raw(
    `insert into rollup_case (${key}, points)
      with moved as materialized (
        select s.campaign_id, case_move.from_case, case_move.cut, s.state, count(*) as points
          from case_move cross join risk_point_state as s
          where s.risk_point_id = case_move.risk_point_id and s.is_withdrawn = 0
          group by 1, 2, 3, 4)
      select ${key}, sum(points) from (
        select campaign_id, from_case as case_id, state, -points as points from moved
        union all select moved.campaign_id, case_part.to_case, moved.state, moved.points
          from moved join case_part on case_part.from_case = moved.from_case and case_part.cut = moved.cut) as side
        where true group by ${key}
      on conflict (${key}) do update set points = rollup_case.points + excluded.points`,
  );
  await transaction('rollup_case')
    .where({ points: 0 })
    .whereIn('case_id', transaction('case_part').select('from_case'))
    .delete();
}
