import { expect } from 'chai';
import type { Services } from '../../src/services.ts';
import type { GradeOrNone, Impact } from '../../src/tuning/impact.ts';

const BUREAU = '/1/';

export interface GradedPoint {
  readonly id: number;
  readonly divisionId: number;
  readonly grade: GradeOrNone;
}

/** The standing points with the grade that a page shows, in the order of their ids. */
export async function gradedPoints(
  bureau: Pick<Services, 'database' | 'rulebooks'>,
): Promise<readonly GradedPoint[]> {
  const { id } = await bureau.rulebooks.inForce('grading', BUREAU);
  const { read } = bureau.database;
  return read('risk_point_state')
    .join('org_unit', 'org_unit.id', 'risk_point_state.unit_id')
    .join('case_verdict', 'case_verdict.case_id', 'risk_point_state.case_id')
    .where({ rulebook_version_id: id, is_withdrawn: 0 })
    .orderBy('risk_point_id')
    .select<GradedPoint[]>(
      { id: 'risk_point_id' },
      read.raw(
        `case org_unit.kind when 'section' then org_unit.parent_id else org_unit.id end as "divisionId"`,
      ),
      read.raw('coalesce(approved_grade, override_grade, case_verdict.grade) as grade'),
    );
}

/** What became of points, as a what-if says it. */
export function changeBetween(
  was: readonly GradedPoint[],
  is: readonly GradedPoint[],
): Pick<Impact, 'points' | 'changed' | 'moves' | 'before' | 'after'> {
  expect(is.map(({ id }) => id)).to.deep.equal(was.map(({ id }) => id));
  const pairs = was.map(({ grade }, index) => ({ from: grade, to: is[index]?.grade ?? null }));
  const grades = [1, 2, 3, null] as const;
  const moves = grades.flatMap((from) =>
    grades
      .filter((to) => to !== from)
      .map((to) => ({ from, to, count: pairs.filter((pair) => pair.from === from && pair.to === to).length }))
      .filter(({ count }) => count > 0),
  );
  return {
    points: pairs.length,
    changed: pairs.filter(({ from, to }) => from !== to).length,
    moves,
    before: countsOf(was),
    after: countsOf(is),
  };
}

function countsOf(points: readonly GradedPoint[]) {
  const of = (wanted: GradeOrNone): number => points.filter(({ grade }) => grade === wanted).length;
  return { 1: of(1), 2: of(2), 3: of(3), unassessed: of(null) };
}
