import type { Knex } from 'knex';
import { listAsTable, listBinding } from '../platform/dialect.ts';
import type { Queryable } from '../platform/database.ts';
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

/** Points that stand and follow the rules, each beside the shift of its case, or of its part of the case. */
export function shifting(
  from: Queryable,
  asked: PointsAsked,
  shifts: readonly CaseShift[],
  facts: readonly CutFact[],
): Knex.QueryBuilder {
  const table = listAsTable(['case_id', 'cut', 'now', 'from_grade', 'to_grade']);
  const rows = shifts.map(({ caseId, cut, now, from: before, to }) => [
    caseId,
    cut,
    now ?? 0,
    before ?? 0,
    to ?? 0,
  ]);
  const points = undecided(from, asked).joinRaw(
    `join ${table} as shift on shift.case_id = risk_point_state.case_id`,
    [listBinding(rows)],
  );
  if (shifts.every(({ cut }) => cut === null)) return points;
  const { sql, bindings } = cutOfPoint(facts);
  return withCutFacts(from, points, facts, asked.campaignId).whereRaw(
    `(shift.cut is null or shift.cut = ${sql})`,
    bindings,
  );
}
