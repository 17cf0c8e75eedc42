import type { Knex } from 'knex';
import { jsonEntries, jsonItem, type ListedValue } from '../platform/json-dialect.ts';
import type { Queryable } from '../platform/database.ts';
import { NAMED_DOMAINS } from '../risk-points/domain-bits.ts';
import type { CutFact } from './case-part.ts';
import { cutOfPoint, withCutFacts } from './cut-store.ts';
import type { GradeOrNone } from './impact.ts';
import { undecided, type PointsAsked } from './undecided-store.ts';

/** The points of a case that two rulebooks grade in one way; `cut` tells apart the parts of a case cut too coarsely. */
export interface CaseShift {
  readonly caseId: number;
  /** As `cutOfPoint` gives it; `null` is the whole case. */
  readonly cut: string | null;
  readonly now: GradeOrNone;
  readonly from: GradeOrNone;
  readonly to: GradeOrNone;
}

/**
 * Points that stand and follow the rules, each beside the shift of its case, or of its part of the case: a table
 * `shift` of the point (`risk_point_id`, `unit_id`, `ordinal`, `case_id`, `domains` as bits) and the shift (`cut`, `now`, `from_grade`,
 * `to_grade`; 0 is unassessed).
 */
export function shifting(
  from: Queryable,
  asked: PointsAsked,
  shifts: readonly CaseShift[],
  facts: readonly CutFact[],
): Knex.QueryBuilder {
  const isWhole = shifts.every(({ cut }) => cut === null);
  const points = isWhole ? ofWholeCases(from, asked, shifts) : ofParts(from, asked, shifts, facts);
  return from(points.select(...POINT, from.raw(`${NAMED_DOMAINS} as domains`)).as('shift'));
}

const POINT = ['risk_point_id', 'unit_id', 'ordinal', 'case_id'].map(
  (column) => `risk_point_state.${column}`,
);
const GRADE_TYPES = { now: 'integer', from_grade: 'integer', to_grade: 'integer' } as const;
const GRADES = Object.keys(GRADE_TYPES);

function ofWholeCases(from: Queryable, asked: PointsAsked, shifts: readonly CaseShift[]): Knex.QueryBuilder {
  const rows = shifts.map((shift) => [shift.caseId, ...gradesOf(shift)]);
  const listed = { name: 'listed', columns: { case_id: 'integer', ...GRADE_TYPES } as const, rows };
  return undecided(from, asked, listed).select(from.raw('null as cut'), ...GRADES);
}

// The parts stand beside their case, few as they are, so that each point is cut once and compared with nothing else.
function ofParts(
  from: Queryable,
  asked: PointsAsked,
  shifts: readonly CaseShift[],
  facts: readonly CutFact[],
): Knex.QueryBuilder {
  const parts = new Map<number, Record<string, readonly ListedValue[]>>();
  for (const shift of shifts) {
    parts.set(shift.caseId, { ...parts.get(shift.caseId), [shift.cut ?? WHOLE]: gradesOf(shift) });
  }
  const rows = [...parts].map(([caseId, of]) => [caseId, JSON.stringify(of), WHOLE in of ? 1 : 0]);
  const listed = {
    name: 'listed',
    columns: { case_id: 'integer', parts: 'text', is_whole: 'integer' } as const,
    rows,
  };
  const { sql, bindings } = cutOfPoint(from, facts);
  const grades = GRADES.map(
    (grade, index) => `${jsonItem(from, 'part.value', index, 'integer')} as ${grade}`,
  );
  return withCutFacts(from, undecided(from, asked, listed), facts, asked.campaignIds)
    .joinRaw(`cross join ${jsonEntries(from, 'listed.parts')} as part`)
    .whereRaw(`part.key = case listed.is_whole when 1 then '${WHOLE}' else ${sql} end`, bindings)
    .select(
      from.raw(`case listed.is_whole when 1 then null else part.key end as cut`),
      from.raw(grades.join(', ')),
    );
}

/** Under which a case stands that is not cut: no JSON array. */
const WHOLE = '';

function gradesOf({ now, from, to }: CaseShift): readonly ListedValue[] {
  return [now ?? 0, from ?? 0, to ?? 0];
}
