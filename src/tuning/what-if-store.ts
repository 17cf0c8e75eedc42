import type { Knex } from 'knex';
import type { Queryable } from '../platform/database.ts';
import type { KeyDomain } from '../organisation/key-domain.ts';
import type { Grade } from '../rulebooks/rulebook.ts';
import type { CutFact, CutValue } from './case-part.ts';
import { cutOfPoint, withCutFacts } from './cut-store.ts';
import type { GradeOrNone, Shift } from './impact.ts';
import { shifting, type CaseShift } from './shift-store.ts';
import { decided, undecided, type PointsAsked } from './undecided-store.ts';

/** What a version says of the cases that a campaign's points are in. */
export async function gradesOfCases(
  from: Queryable,
  campaignId: number,
  versionId: number,
): Promise<ReadonlyMap<number, GradeOrNone>> {
  const rows = (await from('rollup_case')
    .join('case_verdict', 'case_verdict.case_id', 'rollup_case.case_id')
    .where({ campaign_id: campaignId, rulebook_version_id: versionId })
    .select({ caseId: 'case_verdict.case_id', grade: 'case_verdict.grade' })) as {
    caseId: number;
    grade: GradeOrNone;
  }[];
  return new Map(rows.map(({ caseId, grade }) => [caseId, grade]));
}

/** How many standing points of a campaign are in each of its cases. */
export async function pointsOfCases(
  from: Queryable,
  campaignId: number,
): Promise<ReadonlyMap<number, number>> {
  const rows = (await from('rollup_case')
    .where({ campaign_id: campaignId })
    .groupBy('case_id')
    .select({ caseId: 'case_id', points: from.raw('sum(points)') })) as { caseId: number; points: number }[];
  return new Map(rows.map(({ caseId, points }) => [caseId, points]));
}

/** Standing points of a case that the cut facts do not tell apart. */
export interface StoredPart {
  readonly caseId: number;
  readonly cut: string;
  readonly values: readonly CutValue[];
  readonly points: number;
  /** Whether they follow the rules: nobody decided about them. */
  readonly isFollowing: boolean;
}

/**
 * The parts of some cases, as the cut facts tell their points apart: of those that follow the rules, and apart from
 * them of those whose grade people decided, for there is an index of the former and no need of one of the few others.
 */
export async function partsOfCases(
  from: Queryable,
  campaignId: number,
  caseIds: readonly number[],
  facts: readonly CutFact[],
): Promise<readonly StoredPart[]> {
  const listed = {
    name: 'listed',
    columns: { case_id: 'integer' } as const,
    rows: caseIds.map((id) => [id]),
  };
  const following = undecided(from, { campaignId, unitPaths: null }, listed);
  return [
    ...(await partsOf(from, following, campaignId, facts)).map((part) => ({ ...part, isFollowing: true })),
    ...(await partsOf(from, decided(from, campaignId, listed), campaignId, facts)).map((part) => ({
      ...part,
      isFollowing: false,
    })),
  ];
}

async function partsOf(
  from: Queryable,
  points: Knex.QueryBuilder,
  campaignId: number,
  facts: readonly CutFact[],
): Promise<readonly Omit<StoredPart, 'isFollowing'>[]> {
  const { sql, bindings } = cutOfPoint(from, facts);
  const rows = (await withCutFacts(from, points, facts, [campaignId])
    .groupByRaw('1, 2')
    .select(
      { caseId: 'risk_point_state.case_id' },
      from.raw(`${sql} as cut`, bindings),
      from.raw('count(*) as points'),
    )) as Omit<StoredPart, 'values' | 'isFollowing'>[];
  // cutOfPoint makes nothing else.
  return rows.map((row) => ({ ...row, values: JSON.parse(row.cut) as CutValue[] }));
}

interface ShiftRow {
  readonly now: 0 | Grade;
  readonly from_grade: 0 | Grade;
  readonly to_grade: 0 | Grade;
  readonly count: number;
}

/** How many points of each unit shift with their cases. */
export async function shiftsByUnit(
  from: Queryable,
  asked: PointsAsked,
  shifts: readonly CaseShift[],
  facts: readonly CutFact[],
): Promise<readonly (Shift & { readonly unitPath: string })[]> {
  const rows = (await shifting(from, asked, shifts, facts)
    .join('org_unit', 'org_unit.id', 'shift.unit_id')
    .groupBy('org_unit.path', ...SHIFT_COLUMNS)
    .select({ unitPath: 'org_unit.path' }, ...SHIFT_COLUMNS, from.raw('count(*) as count'))) as (ShiftRow & {
    unitPath: string;
  })[];
  return rows.map((row) => ({ ...toShift(row), unitPath: row.unitPath }));
}

/** The same by key domain: rejected domains do not count, a point with two counts in both, as in `rollup_domain`. */
export async function shiftsByDomain(
  from: Queryable,
  asked: PointsAsked,
  shifts: readonly CaseShift[],
  facts: readonly CutFact[],
): Promise<readonly (Shift & { readonly domain: KeyDomain })[]> {
  const rows = (await shifting(from, asked, shifts, facts)
    // Last, when it is known which points shift.
    .joinRaw('cross join risk_point_domain')
    .whereRaw('risk_point_domain.risk_point_id = shift.risk_point_id')
    .whereNot('risk_point_domain.state', 'rejected')
    .groupBy('risk_point_domain.domain', ...SHIFT_COLUMNS)
    .select(
      { domain: 'risk_point_domain.domain' },
      ...SHIFT_COLUMNS,
      from.raw('count(*) as count'),
    )) as (ShiftRow & { domain: KeyDomain })[];
  return rows.map((row) => ({ ...toShift(row), domain: row.domain }));
}

const SHIFT_COLUMNS = ['shift.now', 'shift.from_grade', 'shift.to_grade'] as const;

function toShift({ now, from_grade: before, to_grade: to, count }: ShiftRow): Shift {
  return { now: now === 0 ? null : now, from: before === 0 ? null : before, to: to === 0 ? null : to, count };
}
