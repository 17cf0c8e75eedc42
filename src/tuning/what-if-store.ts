import type { Knex } from 'knex';
import type { Queryable } from '../platform/database.ts';
import { amongIds } from '../platform/json-dialect.ts';
import { domainBit } from '../risk-points/domain-bits.ts';
import { KEY_DOMAINS, type KeyDomain } from '../organisation/key-domain.ts';
import type { Grade } from '../rulebooks/rulebook.ts';
import type { CutFact, CutValue, PointsPart } from './case-part.ts';
import { cutOfPoint, withCutFacts } from './cut-store.ts';
import type { GradeOrNone, Shift } from './impact.ts';
import { shifting, type CaseShift } from './shift-store.ts';
import { decided, undecided, type ListedCases, type PointsAsked } from './undecided-store.ts';

/** What a version says of cases. */
export async function gradesOfCases(
  from: Queryable,
  caseIds: readonly number[],
  versionId: number,
): Promise<ReadonlyMap<number, GradeOrNone>> {
  const rows = (await from('case_verdict')
    .where({ rulebook_version_id: versionId })
    .where(amongIds(from, 'case_id', caseIds))
    .select({ caseId: 'case_id', grade: 'grade' })) as {
    caseId: number;
    grade: GradeOrNone;
  }[];
  return new Map(rows.map(({ caseId, grade }) => [caseId, grade]));
}

/** How many standing points of campaigns are in each of their cases. */
export async function pointsOfCases(
  from: Queryable,
  campaignIds: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const rows = (await from('rollup_case')
    .where(amongIds(from, 'campaign_id', campaignIds))
    .groupBy('case_id')
    .select({ caseId: 'case_id', points: from.raw('sum(points)') })) as { caseId: number; points: number }[];
  return new Map(rows.map(({ caseId, points }) => [caseId, points]));
}

/** The parts of some cases, as the cut facts tell those of their points apart that follow the rules. */
export async function followingParts(
  from: Queryable,
  campaignIds: readonly number[],
  caseIds: readonly number[],
  facts: readonly CutFact[],
): Promise<readonly PointsPart[]> {
  const points = undecided(from, { campaignIds, unitPaths: null }, listed(caseIds));
  const parts = await partsOf(from, points, campaignIds, facts);
  return parts.map((part) => ({ ...part, isFollowing: true }));
}

/** The same of those whose grade people decided: few as they are, they need no index. */
export async function decidedParts(
  from: Queryable,
  campaignIds: readonly number[],
  caseIds: readonly number[],
  facts: readonly CutFact[],
): Promise<readonly PointsPart[]> {
  const parts = await partsOf(from, decided(from, campaignIds, listed(caseIds)), campaignIds, facts);
  return parts.map((part) => ({ ...part, isFollowing: false }));
}

function listed(caseIds: readonly number[]): ListedCases {
  return { name: 'listed', columns: { case_id: 'integer' }, rows: caseIds.map((id) => [id]) };
}

async function partsOf(
  from: Queryable,
  points: Knex.QueryBuilder,
  campaignIds: readonly number[],
  facts: readonly CutFact[],
): Promise<readonly Omit<PointsPart, 'isFollowing'>[]> {
  const { sql, bindings } = cutOfPoint(from, facts);
  const rows = (await withCutFacts(from, points, facts, campaignIds)
    .groupByRaw('1, 2')
    .select(
      { caseId: 'risk_point_state.case_id' },
      from.raw(`${sql} as cut`, bindings),
      from.raw('count(*) as points'),
    )) as Omit<PointsPart, 'values' | 'isFollowing'>[];
  // cutOfPoint makes nothing else.
  return rows.map((row) => ({ ...row, values: JSON.parse(row.cut) as CutValue[] }));
}

interface ShiftRow extends Readonly<Record<`of_${KeyDomain}`, number>> {
  readonly unit_id: number;
  readonly now: 0 | Grade;
  readonly from_grade: 0 | Grade;
  readonly to_grade: 0 | Grade;
  readonly count: number;
}

/** How many points shift in which way. */
export interface CountedShifts {
  readonly ofUnits: readonly (Shift & { readonly unitId: number })[];
  /** A point that names two domains counts in both. */
  readonly ofDomains: readonly (Shift & { readonly domain: KeyDomain })[];
}

/** Points of each domain beside each other: a row for each combination of domains would be ten times as many. */
const OF_DOMAINS = KEY_DOMAINS.map(
  (domain) =>
    `sum(case when (shift.domains & ${String(domainBit(domain))}) <> 0 then 1 else 0 end) as "of_${domain}"`,
);

/** How many points of each unit and each domain shift with their cases: read once from one index. */
export async function countedShifts(
  from: Queryable,
  asked: PointsAsked,
  shifts: readonly CaseShift[],
  facts: readonly CutFact[],
): Promise<CountedShifts> {
  if (shifts.length === 0) return { ofUnits: [], ofDomains: [] };
  const columns = ['shift.unit_id', 'shift.now', 'shift.from_grade', 'shift.to_grade'];
  const rows = (await shifting(from, asked, shifts, facts)
    .groupBy(...columns)
    .select(...columns, from.raw('count(*) as count'), from.raw(OF_DOMAINS.join(', ')))) as ShiftRow[];
  return {
    ofUnits: rows.map((row) => ({ ...shiftIn(row), unitId: row.unit_id })),
    ofDomains: domainShifts(rows),
  };
}

function domainShifts(rows: readonly ShiftRow[]): CountedShifts['ofDomains'] {
  const alike = new Map<string, { readonly shift: Shift; readonly rows: ShiftRow[] }>();
  for (const row of rows) {
    const key = [row.now, row.from_grade, row.to_grade].join();
    const known = alike.get(key);
    if (known === undefined) alike.set(key, { shift: shiftIn(row), rows: [row] });
    else known.rows.push(row);
  }
  return KEY_DOMAINS.flatMap((domain) =>
    [...alike.values()].map(({ shift, rows: of }) => ({
      ...{ ...shift, domain },
      count: of.reduce((sum, row) => sum + row[`of_${domain}`], 0),
    })),
  );
}

function shiftIn({ now, from_grade: from, to_grade: to, count }: ShiftRow): Shift {
  return { now: gradeIn(now), from: gradeIn(from), to: gradeIn(to), count };
}

function gradeIn(grade: 0 | Grade): GradeOrNone {
  return grade === 0 ? null : grade;
}
