import type { Actor } from '../audit/audit-entry.ts';
import type { GradeCommand } from '../assessment/grade-decision.ts';
import type { GradeDecisionService } from '../assessment/grade-decision-service.ts';
import { EVERYWHERE } from '../organisation/reach.ts';
import type { PointService } from '../risk-points/point-service.ts';
import type { ListedPoint } from '../risk-points/risk-point.ts';
import { DEMO_APPROVED, DEMO_OVERRIDES } from './demo-grades.ts';

interface Parts {
  readonly points: PointService;
  readonly gradeDecisions: GradeDecisionService;
}

/** Has the demo's assessment group override some grades and its party group approve those of one division. */
export async function decideDemoGrades(parts: Parts, group: Actor, party: Actor): Promise<void> {
  const points = await allPoints(parts.points);
  for (const { unit, text, grade, reason } of DEMO_OVERRIDES) {
    const point = points.find((candidate) => candidate.unitName === unit && candidate.text === text);
    if (point === undefined) throw new Error(`the demo bureau has no such point: ${text}`);
    await decide(parts, point.id, { kind: 'override', grade, reason }, group);
  }
  const { unit, minutes } = DEMO_APPROVED;
  const assessed = points.filter(({ unitName, grade }) => unitName === unit && grade !== null);
  for (const { id } of assessed) await decide(parts, id, { kind: 'approve', minutes }, party);
}

async function allPoints(points: PointService): Promise<readonly ListedPoint[]> {
  const first = await points.list({ page: 1 }, EVERYWHERE);
  const found = [...first.points];
  for (let page = 2; page <= first.pages; page += 1) {
    found.push(...(await points.list({ page }, EVERYWHERE)).points);
  }
  return found;
}

/** @throws Error when it is refused: the program or its data is broken then. */
async function decide(
  { points, gradeDecisions }: Parts,
  id: number,
  command: GradeCommand,
  actor: Actor,
): Promise<void> {
  const { revisionId, caseId, rulebook, decided } = await points.find(id, EVERYWHERE);
  const override = decided.override?.grade ?? null;
  const seen = { id, revisionId, caseId, versionId: rulebook.id, override, approvalId: null };
  const { kind } = await gradeDecisions.decide(seen, command, EVERYWHERE, actor);
  if (kind !== 'done') throw new Error(`a decision about a grade of the demo was refused: ${kind}`);
}
