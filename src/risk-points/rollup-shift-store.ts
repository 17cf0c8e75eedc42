import type { Knex } from 'knex';
import type { Queryable, Transaction } from '../platform/database.ts';
import { listAsTable, listBinding, type ListedValue } from '../platform/json-dialect.ts';
import type { GradeShift } from './grade-shift.ts';

type ShiftAt = GradeShift & { readonly unitId: number; readonly kept: string };

interface Versions {
  readonly before: number;
  readonly after: number;
}

/**
 * Brings the rollups of a campaign, which must be right by the version before, to what they are by the one after. Looks
 * at no more points than those whose grade changes: approved and overridden grades do not.
 * @returns what changed, by grades
 */
export async function shiftRollups(
  transaction: Transaction,
  campaignId: number,
  versions: Versions,
): Promise<readonly GradeShift[]> {
  const grades = await shiftsBy('state', transaction, campaignId, versions);
  await add(transaction, 'rollup_grade', 'state', campaignId, grades);
  const domains = await shiftsBy('domain', transaction, campaignId, versions);
  await add(transaction, 'rollup_domain', 'domain', campaignId, domains);
  return grades;
}

/** How many points of a campaign stand. */
export async function standingPoints(from: Queryable, campaignId: number): Promise<number> {
  const row = (await from('rollup_grade')
    .where({ campaign_id: campaignId })
    .sum({ points: 'points' })
    .first()) as { points: number | null } | undefined;
  return row?.points ?? 0;
}

/** What `rollup_grade` and `rollup_domain` keep apart besides unit and grade. */
type KeptBy = 'state' | 'domain';

async function shiftsBy(
  kept: KeptBy,
  from: Queryable,
  campaignId: number,
  versions: Versions,
): Promise<readonly ShiftAt[]> {
  const of = kept === 'state' ? 'risk_point_state.state' : 'risk_point_domain.domain';
  // A cross join keeps its order: SQLite is to look each case's points up, not to walk all of the campaign's.
  const points = from
    .with('moved', movedCases(from, campaignId, versions))
    .from('moved')
    .joinRaw('cross join risk_point_state')
    .whereRaw('risk_point_state.case_id = moved.case_id')
    .where({ 'risk_point_state.campaign_id': campaignId, 'risk_point_state.is_withdrawn': 0 })
    .whereNull('risk_point_state.approved_grade')
    .whereNull('risk_point_state.override_grade');
  if (kept === 'domain') {
    void points
      .joinRaw('cross join risk_point_domain')
      .whereRaw('risk_point_domain.risk_point_id = risk_point_state.risk_point_id')
      .whereNot('risk_point_domain.state', 'rejected');
  }
  return (await points
    .groupByRaw('1, 2, 3, 4')
    .orderByRaw('1, 2, 3, 4')
    .select(
      { from: 'moved.was', to: 'moved.will', unitId: 'risk_point_state.unit_id', kept: of },
      from.raw('count(*) as points'),
    )) as ShiftAt[];
}

/** The cases whose grade changes; one that a version has not judged is unassessed by it. */
function movedCases(from: Queryable, campaignId: number, { before, after }: Versions): Knex.QueryBuilder {
  const used = from('rollup_case').where({ campaign_id: campaignId }).distinct('case_id').as('used');
  const judgedBy = (name: string, version: number) => (join: Knex.JoinClause) => {
    join.on(`${name}.case_id`, 'used.case_id').andOnVal(`${name}.rulebook_version_id`, version);
  };
  return from(used)
    .leftJoin({ earlier: 'case_verdict' }, judgedBy('earlier', before))
    .leftJoin({ later: 'case_verdict' }, judgedBy('later', after))
    .whereRaw('coalesce(earlier.grade, 0) <> coalesce(later.grade, 0)')
    .select(
      'used.case_id',
      from.raw('coalesce(earlier.grade, 0) as was'),
      from.raw('coalesce(later.grade, 0) as will'),
    );
}

async function add(
  transaction: Transaction,
  table: string,
  kept: KeptBy,
  campaignId: number,
  shifts: readonly ShiftAt[],
): Promise<void> {
  const rows = shifts.flatMap(({ unitId, kept: value, from, to, points }): ListedValue[][] => [
    [campaignId, unitId, value, from, -points],
    [campaignId, unitId, value, to, points],
  ]);
  const columns = { campaign_id: 'integer', unit_id: 'integer', [kept]: 'text', grade: 'integer' } as const;
  const key = Object.keys(columns).join(', ');
  const listed = listAsTable(transaction, { ...columns, points: 'integer' });
  await transaction.raw(
    `insert into ${table} (${key}, points)
      select ${key}, sum(points) from ${listed} as listed where true group by ${key}
      on conflict (${key}) do update set points = ${table}.points + excluded.points`,
    [listBinding(rows)],
  );
  await transaction(table).where({ campaign_id: campaignId, points: 0 }).delete();
}
