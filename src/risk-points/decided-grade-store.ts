import { areSameFacts, type PointFacts } from '../grading/case.ts';
import type { Queryable } from '../platform/database.ts';
import type { Grade } from '../rulebooks/rulebook.ts';
import type { DecidedGrades, PointEvent } from './point-detail.ts';

interface OverrideRow {
  readonly from_grade: Grade | null;
  readonly to_grade: Grade | null;
  readonly reason: string;
  readonly set_by: string;
  readonly set_at: string;
}

interface ApprovalRow {
  readonly id: number;
  readonly kind: 'approved' | 'reopened';
  readonly grade: Grade;
  readonly minutes: string | null;
  readonly reason: string | null;
  readonly revision_id: number;
  readonly facts: string;
  readonly rulebook_version_id: number;
  readonly set_by: string;
  readonly set_at: string;
}

/** What people decided about a point's grade and still holds; takes its facts as they are now. */
export async function decidedGrades(
  from: Queryable,
  pointId: number,
  facts: PointFacts,
): Promise<DecidedGrades> {
  const held = (await from('risk_point_state')
    .where({ risk_point_id: pointId })
    .first({ override: 'override_grade', approved: 'approved_grade' })) as
    { override: Grade | null; approved: Grade | null } | undefined;
  const [override] = held?.override ? await overridesOf(from, pointId) : [];
  const [approval] = held?.approved ? await approvalsOf(from, pointId) : [];
  return {
    override:
      override === undefined || override.to_grade === null
        ? null
        : { grade: override.to_grade, reason: override.reason, by: override.set_by, at: override.set_at },
    approval:
      approval?.kind !== 'approved'
        ? null
        : {
            id: approval.id,
            grade: approval.grade,
            minutes: approval.minutes ?? '',
            by: approval.set_by,
            at: approval.set_at,
            revisionId: approval.revision_id,
            versionId: approval.rulebook_version_id,
            // Only approvals write it, from the facts of that moment.
            hasOtherFacts: !areSameFacts(JSON.parse(approval.facts) as PointFacts, facts),
          },
  };
}

/** What people decided about a point's grade, newest first. */
export async function gradeEvents(from: Queryable, pointId: number): Promise<readonly PointEvent[]> {
  const overrides = (await overridesOf(from, pointId)).map((row) => ({
    kind: 'overridden' as const,
    at: row.set_at,
    actor: row.set_by,
    from: row.from_grade,
    to: row.to_grade,
    reason: row.reason,
    file: null,
  }));
  const approvals = (await approvalsOf(from, pointId)).map((row) => ({
    kind: row.kind,
    at: row.set_at,
    actor: row.set_by,
    grade: row.grade,
    why: row.minutes ?? row.reason ?? '',
    file: null,
  }));
  return [...overrides, ...approvals].sort((a, b) => b.at.localeCompare(a.at));
}

async function overridesOf(from: Queryable, pointId: number): Promise<readonly OverrideRow[]> {
  return (await from('grade_override')
    .where({ risk_point_id: pointId })
    .orderBy('id', 'desc')) as OverrideRow[];
}

async function approvalsOf(from: Queryable, pointId: number): Promise<readonly ApprovalRow[]> {
  return (await from('grade_approval')
    .where({ risk_point_id: pointId })
    .orderBy('id', 'desc')) as ApprovalRow[];
}
