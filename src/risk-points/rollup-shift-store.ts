import type { Queryable, Transaction } from '../platform/database.ts';
import { amongIds } from '../platform/json-dialect.ts';
import type { GradeShift } from './grade-shift.ts';

interface Versions {
  readonly before: number;
  readonly after: number;
}

/**
 * Brings the rollups of campaigns, which must be right by the version before, to what they are by the one after. Looks
 * at no more points than those whose grade changes: approved and overridden grades do not.
 * @returns what changed, by grades
 */
export async function shiftRollups(
  transaction: Transaction,
  campaignIds: readonly number[],
  versions: Versions,
): Promise<readonly GradeShift[]> {
  await addShifts(transaction, campaignIds, versions);
  await applyShifts(transaction, 'rollup_grade', 'state');
  await applyShifts(transaction, 'rollup_domain', 'domain');
  const shifts = (await transaction('rollup_shift')
    .whereNotNull('state')
    .groupBy('was', 'will')
    .orderBy(['was', 'will'])
    .select({ from: 'was', to: 'will' }, transaction.raw('sum(points) as points'))) as GradeShift[];
  await transaction('rollup_shift').delete();
  return shifts;
}

/** How many points of campaigns stand. */
export async function standingPoints(from: Queryable, campaignIds: readonly number[]): Promise<number> {
  const row = (await from('rollup_grade')
    .where(amongIds(from, 'campaign_id', campaignIds))
    .sum({ points: 'points' })
    .first()) as { points: number | null } | undefined;
  return row?.points ?? 0;
}

// A case that the version after has not judged has no points. One that the version before has not is unassessed by it.
// A cross join keeps its order: SQLite is to look each case's points up, not to walk all of a campaign's.
const MOVED = `with moved_case as materialized (
    select later.case_id, grading_case.domain,
        coalesce(earlier.grade, 0) as was, coalesce(later.grade, 0) as will
      from case_verdict as later
      join grading_case on grading_case.id = later.case_id
      left join case_verdict as earlier on earlier.case_id = later.case_id and earlier.rulebook_version_id = ?
      where later.rulebook_version_id = ? and coalesce(earlier.grade, 0) <> coalesce(later.grade, 0)),
  moved as materialized (
    select distinct rollup_case.campaign_id, rollup_case.case_id, moved_case.domain, moved_case.was, moved_case.will
      from moved_case cross join rollup_case where rollup_case.case_id = moved_case.case_id and ?)`;

// PostgreSQL takes no "on" after a cross join.
const ARE_MOVED = `s.campaign_id = moved.campaign_id and s.case_id = moved.case_id and s.is_withdrawn = 0
    and s.approved_grade is null and s.override_grade is null`;

/** Of its main domain a point's case knows; those that have others are few, and have an index of their own. */
async function addShifts(
  transaction: Transaction,
  campaignIds: readonly number[],
  { before, after }: Versions,
): Promise<void> {
  await transaction.raw(
    `insert into rollup_shift (campaign_id, unit_id, state, domain, was, will, points)
      ${MOVED}
      select moved.campaign_id, s.unit_id, s.state, moved.domain, moved.was, moved.will, count(*)
        from moved cross join risk_point_state as s
        where ${ARE_MOVED}
        group by 1, 2, 3, 4, 5, 6
      union all select moved.campaign_id, s.unit_id, null, other.domain, moved.was, moved.will, count(*)
        from moved cross join risk_point_state as s cross join risk_point_domain as other
        where ${ARE_MOVED} and other.risk_point_id = s.risk_point_id
          and other.is_main = 0 and other.state <> 'rejected'
        group by 1, 2, 3, 4, 5, 6`,
    [before, after, amongIds(transaction, 'rollup_case.campaign_id', campaignIds)],
  );
}

/** Takes the points away where they were and adds them where they will be. */
async function applyShifts(transaction: Transaction, table: string, kept: 'state' | 'domain'): Promise<void> {
  const key = `campaign_id, unit_id, ${kept}, grade`;
  const side = (grade: string, sign: string): string =>
    `select campaign_id, unit_id, ${kept}, ${grade} as grade, ${sign} points as points
      from rollup_shift where ${kept} is not null`;
  await transaction.raw(
    `insert into ${table} (${key}, points)
      select ${key}, sum(points) from (${side('was', '-')} union all ${side('will', '+')}) as side
        where true group by ${key}
      on conflict (${key}) do update set points = ${table}.points + excluded.points`,
  );
  await transaction(table).where({ points: 0 }).delete();
}
