import type { CampaignState } from '../campaigns/campaign.ts';
import type { PointFacts } from '../grading/case.ts';
import type { GradeLabels } from '../language/call-grades.ts';
import type { PointState } from '../risk-points/risk-point.ts';
import type { BothLanguages, Grade } from '../rulebooks/rulebook.ts';
import type { GradeOutcome, GradeStanding } from './grade-decision.ts';

/** A point as it is stored, for whoever decides about its grade. */
export interface StoredSubject {
  readonly id: number;
  readonly text: string;
  readonly unitId: number;
  readonly unitName: string;
  readonly unitPath: string;
  readonly campaignId: number;
  readonly campaignState: CampaignState;
  readonly bureauPath: string;
  readonly state: PointState;
  readonly isWithdrawn: boolean;
  readonly revisionId: number;
  /** The version of the form that the revision is of. */
  readonly formVersion: number;
  readonly caseId: number;
  readonly override: Grade | null;
  readonly approved: Grade | null;
  /** The approval that holds; `null` where none does. */
  readonly approvalId: number | null;
  readonly facts: PointFacts;
}

/** The same with what the rulebook in force says of it. */
export interface GradeSubject extends StoredSubject {
  readonly versionId: number;
  readonly proposed: Grade | null;
  /** What that rulebook calls its grades. */
  readonly labels: GradeLabels;
}

/** What was decided about one point. */
export interface DecidedGrade {
  readonly subject: GradeSubject;
  readonly next: GradeOutcome;
}

/** What a decision was made on, where a page has to say it although it is not so any more. */
export interface SeenWords {
  readonly formVersion: number | null;
  readonly rulebook: { readonly title: BothLanguages; readonly version: string } | null;
  readonly proposed: Grade | null;
}

/** What somebody had before them when they decided. */
export interface GradeSeen {
  readonly id: number;
  readonly revisionId: number;
  readonly caseId: number;
  readonly versionId: number;
  readonly override: Grade | null;
  readonly approvalId: number | null;
}

const SEEN = /^\d{1,15}\.\d{1,15}\.\d{1,15}\.\d{1,15}\.[0-3]\.\d{1,15}$/u;

/** What is seen of a point, for a form to bring back. */
export function writtenSeen(seen: GradeSeen): string {
  const { id, revisionId, caseId, versionId, override, approvalId } = seen;
  return [id, revisionId, caseId, versionId, override ?? 0, approvalId ?? 0].join('.');
}

/** What `writtenSeen` wrote, of one point or of several with commas between; `null` where it is anything else. */
export function readSeen(written: string): readonly GradeSeen[] | null {
  const parts = written.split(',');
  if (!parts.every((part) => SEEN.test(part))) return null;
  return parts.map((part) => {
    const [id = 0, revisionId = 0, caseId = 0, versionId = 0, override = 0, approvalId = 0] = part
      .split('.')
      .map(Number);
    return {
      id,
      revisionId,
      caseId,
      versionId,
      override: gradeOf(override),
      approvalId: approvalId === 0 ? null : approvalId,
    };
  });
}

/** Whether a point still is what somebody saw: the same words, facts and rules, and nobody decided since. */
export function isAsSeen(subject: GradeSubject, seen: GradeSeen): boolean {
  return writtenSeen(subject) === writtenSeen(seen);
}

export function standingOf(subject: GradeSubject): GradeStanding {
  const { facts, state, isWithdrawn, campaignState, proposed, override, approved } = subject;
  const isAssessed = facts.probability !== null && facts.harm !== null;
  return { state, isWithdrawn, campaignState, isAssessed, proposed, override, approved };
}

function gradeOf(number: number): Grade | null {
  return number === 1 || number === 2 || number === 3 ? number : null;
}
