import type { Actor } from '../audit/audit-entry.ts';
import type { AuditService } from '../audit/audit-service.ts';
import type { GradingService } from '../grading/grading-service.ts';
import type { Reach } from '../organisation/reach.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import { nextState, type GradeBar, type GradeCommand } from './grade-decision.ts';
import { wordsOfSeen } from './grade-decision-store.ts';
import {
  isAsSeen,
  standingOf,
  type DecidedGrade,
  type GradeSeen,
  type GradeSubject,
  type SeenWords,
} from './grade-subject.ts';
import { subjectsInReach } from './grade-subject-service.ts';
import { writeDecisions } from './grade-writing-service.ts';

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: AuditService;
  readonly grading: GradingService;
}

/** What came of a decision about one point's grade. */
export type GradeDecided =
  | { readonly kind: 'done'; readonly decided: DecidedGrade }
  | { readonly kind: 'barred'; readonly bar: GradeBar; readonly subject: GradeSubject }
  /** Nothing was written: the point is not any more what somebody saw. */
  | {
      readonly kind: 'stale';
      readonly asSeen: GradeSeen;
      readonly seen: SeenWords;
      readonly now: GradeSubject;
      readonly current: SeenWords;
    };

/** Overrides, approvals and their reopening. */
export class GradeDecisionService {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Decides about one point's grade as somebody saw it: history, what holds, rollups and audit in one transaction.
   * @throws OperationalError `not-found` when the point is not there or out of reach.
   */
  async decide(seen: GradeSeen, command: GradeCommand, reach: Reach, actor: Actor): Promise<GradeDecided> {
    const { database, grading } = this.#parts;
    return database.transaction(async (transaction) => {
      const [subject] = await subjectsInReach(transaction, [seen.id], reach, grading);
      if (subject === undefined) throw new Error('one point was asked for');
      if (!isAsSeen(subject, seen)) {
        const words = await wordsOfSeen(transaction, seen);
        const current = await wordsOfSeen(transaction, subject);
        return { kind: 'stale', asSeen: seen, seen: words, now: subject, current };
      }
      const outcome = nextState(standingOf(subject), command);
      if (outcome.kind === 'barred') return { ...outcome, subject };
      const decided = { subject, next: outcome.next };
      await writeDecisions(transaction, this.#parts, { decided: [decided], command, actor });
      return { kind: 'done', decided };
    });
  }
}
