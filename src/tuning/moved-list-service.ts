import { judgedCases } from '../grading/grading-store.ts';
import type { Verdict } from '../grading/verdict.ts';
import { unitById } from '../organisation/organisation-store.ts';
import { reaches, type Reach } from '../organisation/reach.ts';
import type { Queryable } from '../platform/database.ts';
import { pointsByIds } from '../risk-points/point-list-store.ts';
import { DEFAULT_PAGE_SIZE } from '../web/pager.ts';
import type { JudgedShift, JudgedShifts } from './case-shift-service.ts';
import { countMoved, movedPoints, type MovedAsked, type MovedRow } from './moved-point-store.ts';
import type { MoveConditions, MovedList, MovedPoint, MoveFilter, Reasoned } from './rule-change.ts';
import type { PointsAsked } from './undecided-store.ts';

interface ListScope {
  readonly campaign: { readonly id: number };
  readonly asked: PointsAsked;
  readonly reach: Reach;
  /** The version in force. */
  readonly versionId: number;
  readonly judged: JudgedShifts;
}

/** One page of the points that a change of rules would move. */
export async function movedList(from: Queryable, scope: ListScope, filter: MoveFilter): Promise<MovedList> {
  const { asked, shifts } = await narrowed(from, scope, filter);
  const total = await countMoved(from, asked, shifts, scope.judged.facts);
  const size = filter.size ?? DEFAULT_PAGE_SIZE;
  const pages = Math.max(1, Math.ceil(total / size));
  const page = Math.min(filter.page, pages);
  const cut = { limit: size, offset: (page - 1) * size };
  const rows = await movedPoints(from, asked, shifts, scope.judged.facts, cut);
  return { total, page, pages, points: await pointsOf(from, scope, rows) };
}

/** Every point that the conditions leave, in the list's order. */
export async function movedRows(
  from: Queryable,
  scope: ListScope,
  conditions: MoveConditions,
): Promise<readonly MovedRow[]> {
  const { asked, shifts } = await narrowed(from, scope, conditions);
  return movedPoints(from, asked, shifts, scope.judged.facts, null);
}

/** What the list shows of points, with both grades and their reasons. */
export async function pointsOf(
  from: Queryable,
  { campaign, versionId, judged }: ListScope,
  rows: readonly MovedRow[],
): Promise<readonly MovedPoint[]> {
  const ids = rows.map(({ id }) => id);
  const points = new Map(
    (await pointsByIds(from, { campaignId: campaign.id, versionId }, ids)).map((point) => [point.id, point]),
  );
  const shifts = new Map(judged.shifts.map((shift) => [keyOf(shift), shift]));
  const inForce = await judgedCases(from, versionId);
  return rows.flatMap((row): readonly MovedPoint[] => {
    const [point, shift] = [points.get(row.id), shifts.get(keyOf(row))];
    if (point === undefined || shift === undefined) return [];
    const before = shift.before ?? inForce.get(row.caseId) ?? null;
    return [{ point, before: reasoned(before), after: reasoned(shift.after) }];
  });
}

async function narrowed(
  from: Queryable,
  { asked, reach, judged }: ListScope,
  { from: was, to, unitId, domain }: MoveConditions,
): Promise<{ readonly asked: MovedAsked; readonly shifts: readonly JudgedShift[] }> {
  const isWanted = (grade: JudgedShift['from'], wanted: MoveConditions['from']): boolean =>
    wanted === undefined || (grade ?? 'unassessed') === wanted;
  const shifts = judged.shifts.filter(
    (shift) => shift.from !== shift.to && isWanted(shift.from, was) && isWanted(shift.to, to),
  );
  const unit = unitId === undefined ? null : await unitById(from, unitId);
  const inUnit = unit !== null && reaches(reach, unit.path) ? [unit.path] : [];
  const unitPaths = unitId === undefined ? asked.unitPaths : inUnit;
  return { asked: { ...asked, unitPaths, ...(domain === undefined ? {} : { domain }) }, shifts };
}

function reasoned(verdict: Verdict | null): Reasoned {
  if (verdict === null) return { grade: null, rules: [], missing: [] };
  if (verdict.grade === null) return { grade: null, rules: [], missing: verdict.missing };
  return { grade: verdict.grade, rules: verdict.because.map(({ rule }) => rule), missing: [] };
}

function keyOf({ caseId, cut }: { readonly caseId: number; readonly cut: string | null }): string {
  return `${String(caseId)} ${cut ?? ''}`;
}
