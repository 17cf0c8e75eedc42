import { nextState, type GradeBar } from './grade-decision.ts';
import {
  isAsSeen,
  standingOf,
  type DecidedGrade,
  type GradeSeen,
  type GradeSubject,
} from './grade-subject.ts';

/** Why a point is not approved with the others: something bars it, or it is not any more what was seen. */
export interface BatchRefusal {
  readonly subject: GradeSubject;
  readonly why: GradeBar | 'changed';
}

export type SettledApproval =
  ({ readonly kind: 'next' } & DecidedGrade) | ({ readonly kind: 'refused' } & BatchRefusal);

/** What approving a point as somebody saw it comes to. */
export function approvalOf(subject: GradeSubject, seen: GradeSeen): SettledApproval {
  const outcome = nextState(standingOf(subject), { kind: 'approve', minutes: '' });
  if (outcome.kind === 'barred') return { kind: 'refused', subject, why: outcome.bar };
  if (!isAsSeen(subject, seen)) return { kind: 'refused', subject, why: 'changed' };
  return { kind: 'next', subject, next: outcome.next };
}

interface Touched {
  readonly campaignId: number;
  readonly versionId: number;
  readonly unitIds: readonly number[];
}

/** The units whose figures change, by campaign and the rules that grade it. */
export function touchedBy(decided: readonly DecidedGrade[]): readonly Touched[] {
  const groups = new Map<string, Touched>();
  for (const { subject } of decided) {
    const { campaignId, versionId, unitId } = subject;
    const key = `${String(campaignId)} ${String(versionId)}`;
    const unitIds = new Set([...(groups.get(key)?.unitIds ?? []), unitId]);
    groups.set(key, { campaignId, versionId, unitIds: [...unitIds] });
  }
  return [...groups.values()];
}
