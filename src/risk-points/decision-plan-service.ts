import type { GradingScope, GradingService } from '../grading/grading-service.ts';
import { reaches, type Reach } from '../organisation/reach.ts';
import type { Queryable } from '../platform/database.ts';
import { OperationalError } from '../platform/errors.ts';
import { decisionSubjects } from './decision-subject-store.ts';
import { barTo } from './assessment-bar.ts';
import { planFor } from './subject-plan.ts';
import type { DecisionPlan, DecisionSubject, PlannedDecision } from './domain-decision.ts';
import type { DomainDecision } from './point-domains.ts';

/** What a decision would do to points, grades included. Writes nothing. */
export async function decisionPlan(
  subjects: readonly DecisionSubject[],
  decision: DomainDecision,
  grading: GradingService,
  from: Queryable,
): Promise<DecisionPlan> {
  const open = subjects.filter((subject) => barTo(subject) === null);
  const scopes = new Map<string, GradingScope>();
  const points: PlannedDecision[] = [];
  for (const subject of open) {
    const { bureauPath, facts, decidedGrade } = subject;
    const plan = planFor(subject, decision);
    if (plan.changes.length === 0) continue;
    const scope = scopes.get(bureauPath) ?? (await grading.scopeOf(bureauPath, from));
    scopes.set(bureauPath, scope);
    const before = decidedGrade ?? (await grading.verdictOn(scope, facts)).grade;
    const after = decidedGrade ?? (await grading.verdictOn(scope, { ...facts, domain: plan.main })).grade;
    points.push({ subject, plan, before, after, labels: scope.version.body.grades });
  }
  return { decision, points, unchanged: open.length - points.length, barred: subjects.length - open.length };
}

/**
 * These points, all of them.
 * @throws OperationalError `not-found` when one is not there or out of reach.
 */
export async function subjectsInReach(
  from: Queryable,
  ids: readonly number[],
  reach: Reach,
): Promise<readonly DecisionSubject[]> {
  const subjects = await decisionSubjects(from, ids);
  const areReached = subjects.every(({ unitPath }) => reaches(reach, unitPath));
  if (areReached && subjects.length === new Set(ids).size) return subjects;
  throw new OperationalError('not-found', 'no-point', (text) => text.riskPoints.point.noSuch);
}
