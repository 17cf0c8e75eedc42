import type { Knex } from 'knex';
import { KEY_DOMAINS } from '../organisation/key-domain.ts';
import type { Queryable, Transaction } from '../platform/database.ts';
import { amongIds, listAsTable, listBinding } from '../platform/json-dialect.ts';
import { domainBit, NAMED_DOMAINS } from './domain-bits.ts';
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
  await applyToGrades(transaction);
  await applyToDomains(transaction);
  const shifts = (await transaction('rollup_shift')
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
    select later.case_id, coalesce(earlier.grade, 0) as was, coalesce(later.grade, 0) as will
      from case_verdict as later
      left join case_verdict as earlier on earlier.case_id = later.case_id and earlier.rulebook_version_id = ?
      where later.rulebook_version_id = ? and coalesce(earlier.grade, 0) <> coalesce(later.grade, 0)),
  moved as materialized (
    select distinct rollup_case.campaign_id, rollup_case.case_id, moved_case.was, moved_case.will
      from moved_case cross join rollup_case where rollup_case.case_id = moved_case.case_id and ?)`;

/** From one index alone, which has the domains as bits. */
async function addShifts(
  transaction: Transaction,
  campaignIds: readonly number[],
  { before, after }: Versions,
): Promise<void> {
  // PostgreSQL takes no "on" after a cross join.
  await transaction.raw(
    `insert into rollup_shift (campaign_id, unit_id, state, domains, was, will, points)
      ${MOVED}
      select moved.campaign_id, risk_point_state.unit_id, risk_point_state.state, ${NAMED_DOMAINS},
          moved.was, moved.will, count(*)
        from moved cross join risk_point_state
        where risk_point_state.campaign_id = moved.campaign_id and risk_point_state.case_id = moved.case_id
          and risk_point_state.is_withdrawn = 0
          and risk_point_state.approved_grade is null and risk_point_state.override_grade is null
        group by 1, 2, 3, 4, 5, 6`,
    [before, after, amongIds(transaction, 'rollup_case.campaign_id', campaignIds)],
  );
}

async function applyToGrades(transaction: Transaction): Promise<void> {
  await applyShifts(transaction, 'rollup_grade', 'state', transaction.raw('rollup_shift'));
}

/** A point with two domains counts in both. */
async function applyToDomains(transaction: Transaction): Promise<void> {
  const bits = KEY_DOMAINS.map((domain) => [domainBit(domain), domain]);
  const named = transaction.raw(
    `rollup_shift join ${listAsTable(transaction, { bit: 'integer', domain: 'text' })} as named
      on (rollup_shift.domains & named.bit) <> 0`,
    [listBinding(bits)],
  );
  await applyShifts(transaction, 'rollup_domain', 'named.domain', named);
}

/** Takes the points away where they were and adds them where they will be. */
async function applyShifts(
  transaction: Transaction,
  table: 'rollup_grade' | 'rollup_domain',
  kept: 'state' | 'named.domain',
  shifts: Knex.Raw,
): Promise<void> {
  const key = `campaign_id, unit_id, ${table === 'rollup_grade' ? 'state' : 'domain'}, grade`;
  await transaction.raw(
    `insert into ${table} (${key}, points)
      with shift as materialized (
        select campaign_id, unit_id, ${kept} as kept, was, will, sum(points) as points from ? group by 1, 2, 3, 4, 5)
      select campaign_id, unit_id, kept, grade, sum(points) from (
        select campaign_id, unit_id, kept, was as grade, -points as points from shift
        union all select campaign_id, unit_id, kept, will, points from shift) as side
        where true group by 1, 2, 3, 4
      on conflict (${key}) do update set points = ${table}.points + excluded.points`,
    [shifts],
  );
  await transaction(table).where({ points: 0 }).delete();
}
