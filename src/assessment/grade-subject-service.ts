import type { GradingScope, GradingService } from '../grading/grading-service.ts';
import { verdictOf } from '../grading/grading-store.ts';
import { reaches, type Reach } from '../organisation/reach.ts';
import type { Queryable } from '../platform/database.ts';
import { OperationalError } from '../platform/errors.ts';
import type { Grade } from '../rulebooks/rulebook.ts';
import { gradeSubjects } from './grade-subject-store.ts';
import type { GradeSubject } from './grade-subject.ts';

/**
 * These points, all of them, with what the rulebook in force says of each.
 * @throws OperationalError `not-found` when one is not there or out of reach.
 */
export async function subjectsInReach(
  from: Queryable,
  ids: readonly number[],
  reach: Reach,
  grading: GradingService,
): Promise<readonly GradeSubject[]> {
  const stored = await gradeSubjects(from, ids);
  const areReached = stored.every(({ unitPath }) => reaches(reach, unitPath));
  if (!areReached || stored.length !== new Set(ids).size) {
    throw new OperationalError('not-found', 'no-point', (text) => text.riskPoints.point.noSuch);
  }
  const scopes = new Map<string, GradingScope>();
  const grades = new Map<string, Grade | null>();
  const subjects: GradeSubject[] = [];
  for (const subject of stored) {
    const scope = scopes.get(subject.bureauPath) ?? (await grading.scopeOf(subject.bureauPath, from));
    scopes.set(subject.bureauPath, scope);
    const { id: versionId, body } = scope.version;
    const key = `${String(versionId)} ${String(subject.caseId)}`;
    const known = grades.get(key);
    const proposed = known === undefined ? await proposedGrade(from, subject.caseId, versionId) : known;
    grades.set(key, proposed);
    subjects.push({ ...subject, versionId, proposed, labels: body.grades });
  }
  return subjects;
}

/** As the rollups have it: what was stored of the case. */
async function proposedGrade(from: Queryable, caseId: number, versionId: number): Promise<Grade | null> {
  return (await verdictOf(from, caseId, versionId))?.grade ?? null;
}
