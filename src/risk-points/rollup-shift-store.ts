import { KEY_DOMAINS } from '../organisation/key-domain.ts';
import type { Queryable, Transaction } from '../platform/database.ts';
import { amongIds } from '../platform/json-dialect.ts';
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

/** Takes the points away where they were and adds them where they will be. */
async function applyToGrades(transaction: Transaction): Promise<void> {
  const side = (grade: string, sign: string): string =>
    `select campaign_id, unit_id, state, ${grade} as grade, ${sign} points as points from rollup_shift`;
  await transaction.raw(
    `insert into rollup_grade (campaign_id, unit_id, state, grade, points)
      select campaign_id, unit_id, state, grade, sum(points)
        from (${side('was', '-')} union all ${side('will', '+')}) as side where true group by 1, 2, 3, 4
      on conflict (campaign_id, unit_id, state, grade) do update
        set points = rollup_grade.points + excluded.points`,
  );
  await transaction('rollup_grade').where({ points: 0 }).delete();
}

const BITS = KEY_DOMAINS.map((domain) => ({ domain, bit: domainBit(domain) }));

/** The points of each domain beside each other: a row for each domain of each shift would be ten times as many. */
const BY_DOMAIN = `shift as materialized (
  select campaign_id, unit_id, was, will,
      ${BITS.map(({ bit }) => `sum(case when (domains & ${String(bit)}) <> 0 then points else 0 end) as of_${String(bit)}`).join(', ')}
    from rollup_shift group by 1, 2, 3, 4)`;

/** The same by domain; a point with two counts in both. */
async function applyToDomains(transaction: Transaction): Promise<void> {
  const side = (grade: string, sign: string): string =>
    BITS.map(
      ({ domain, bit }) => `select campaign_id, unit_id, '${domain}' as domain, ${grade} as grade,
        ${sign} of_${String(bit)} as points from shift where of_${String(bit)} > 0`,
    ).join(' union all ');
  await transaction.raw(
    `insert into rollup_domain (campaign_id, unit_id, domain, grade, points)
      with ${BY_DOMAIN}
      select campaign_id, unit_id, domain, grade, sum(points)
        from (${side('was', '-')} union all ${side('will', '+')}) as side where true group by 1, 2, 3, 4
      on conflict (campaign_id, unit_id, domain, grade) do update
        set points = rollup_domain.points + excluded.points`,
  );
  await transaction('rollup_domain').where({ points: 0 }).delete();
}
