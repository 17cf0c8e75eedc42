import type { Knex } from 'knex';
import type { Queryable } from '../platform/database.ts';
import type { KeyDomain } from '../organisation/key-domain.ts';
import { domainBit } from '../risk-points/domain-bits.ts';
import type { CutFact } from './case-part.ts';
import { shifting, type CaseShift } from './shift-store.ts';
import type { PointsAsked } from './undecided-store.ts';

export interface MovedAsked extends PointsAsked {
  readonly domain?: KeyDomain;
}

/** A point that moves, and with which shift. */
export interface MovedRow {
  readonly id: number;
  readonly caseId: number;
  readonly cut: string | null;
}

/** The points that these shifts move: those that would be severest first, then by unit and place on the form. */
export async function movedPoints(
  from: Queryable,
  asked: MovedAsked,
  shifts: readonly CaseShift[],
  facts: readonly CutFact[],
  cut: { readonly limit: number; readonly offset: number } | null,
): Promise<readonly MovedRow[]> {
  const rows = moved(from, asked, shifts, facts)
    .join('org_unit', 'org_unit.id', 'shift.unit_id')
    .orderByRaw(`${SEVEREST_FIRST('shift.to_grade')}, ${SEVEREST_FIRST('shift.from_grade')}`)
    .orderBy(['org_unit.path', 'shift.ordinal', 'shift.risk_point_id'])
    .select({ id: 'shift.risk_point_id', caseId: 'shift.case_id', cut: 'shift.cut' });
  return (await (cut === null ? rows : rows.limit(cut.limit).offset(cut.offset))) as MovedRow[];
}

export async function countMoved(
  from: Queryable,
  asked: MovedAsked,
  shifts: readonly CaseShift[],
  facts: readonly CutFact[],
): Promise<number> {
  const row = (await moved(from, asked, shifts, facts).count({ points: '*' }).first()) as { points: number };
  return row.points;
}

function moved(
  from: Queryable,
  asked: MovedAsked,
  shifts: readonly CaseShift[],
  facts: readonly CutFact[],
): Knex.QueryBuilder {
  const points = shifting(from, asked, shifts, facts);
  if (asked.domain === undefined) return points;
  return points.whereRaw('(shift.domains & ?) <> 0', [domainBit(asked.domain)]);
}

const SEVEREST_FIRST = (column: string): string => `case ${column} when 0 then 4 else ${column} end`;
