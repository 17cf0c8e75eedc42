import type { Actor } from '../audit/audit-entry.ts';
import type { AuditService } from '../audit/audit-service.ts';
import type { CampaignService } from '../campaigns/campaign-service.ts';
import type { GradingService } from '../grading/grading-service.ts';
import type { Reach } from '../organisation/reach.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import { MOST_POINTS_AT_ONCE, refuseTooMany } from '../risk-points/point-batch.ts';
import { pointIds } from '../risk-points/point-list-store.ts';
import { pointsInView } from '../risk-points/points-in-view-service.ts';
import type { PointFilter } from '../risk-points/risk-point.ts';
import type { RulebookService } from '../rulebooks/rulebook-service.ts';
import { approvalOf, type BatchRefusal, type SettledApproval } from './grade-batch.ts';
import { subjectsInReach } from './grade-subject-service.ts';
import type { DecidedGrade, GradeSeen, GradeSubject } from './grade-subject.ts';
import { writeDecisions } from './grade-writing-service.ts';

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: AuditService;
  readonly campaigns: CampaignService;
  readonly rulebooks: RulebookService;
  readonly grading: GradingService;
}

/** What of a list may be approved, in its order, and how many points of it may not. */
export interface Approvable {
  readonly subjects: readonly GradeSubject[];
  readonly others: number;
}

export type BatchApproved =
  | { readonly kind: 'done'; readonly decided: readonly DecidedGrade[] }
  /** Nothing was written. */
  | { readonly kind: 'refused'; readonly refusals: readonly BatchRefusal[] };

/** The party group approves the grades of a whole list under one number of the minutes: all of them, or none. */
export class GradeBatchService {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * The points that a filter leaves and whose grade may be approved.
   * @throws OperationalError `not-found` where nothing is in reach; `invalid` for too many points
   */
  async approvable(filter: PointFilter, reach: Reach): Promise<Approvable> {
    const { database, grading } = this.#parts;
    const { read } = database;
    const { scope } = await pointsInView(this.#parts, filter, reach);
    const ids = await pointIds(read, scope, filter, (query) => query.limit(MOST_POINTS_AT_ONCE + 1));
    refuseTooMany(ids);
    const subjects = new Map(
      (await subjectsInReach(read, ids, reach, grading)).map((subject) => [subject.id, subject]),
    );
    const open = ids.flatMap((id) => {
      const subject = subjects.get(id);
      return subject !== undefined && approvalOf(subject, subject).kind === 'next' ? [subject] : [];
    });
    return { subjects: open, others: ids.length - open.length };
  }

  /**
   * Approves points as somebody saw them: history, what holds, rollups and an audit entry for each in one
   * transaction. Where one of them may not be approved, or is not what was seen, nothing is written.
   * @throws OperationalError `not-found` when one is not there or out of reach; `invalid` for too many points
   */
  async approve(
    seen: readonly GradeSeen[],
    minutes: string,
    reach: Reach,
    actor: Actor,
  ): Promise<BatchApproved> {
    refuseTooMany(seen);
    const { database, grading } = this.#parts;
    const seenById = new Map(seen.map((one) => [one.id, one]));
    return database.transaction(async (transaction) => {
      const subjects = await subjectsInReach(transaction, [...seenById.keys()], reach, grading);
      const settled = subjects.flatMap((subject): readonly SettledApproval[] => {
        const asSeen = seenById.get(subject.id);
        return asSeen === undefined ? [] : [approvalOf(subject, asSeen)];
      });
      const refusals = settled.flatMap((one) => (one.kind === 'refused' ? [one] : []));
      if (refusals.length > 0) return { kind: 'refused', refusals };
      const decided = settled.flatMap((one) => (one.kind === 'next' ? [one] : []));
      await writeDecisions(transaction, this.#parts, {
        decided,
        command: { kind: 'approve', minutes },
        actor,
      });
      return { kind: 'done', decided };
    });
  }
}
