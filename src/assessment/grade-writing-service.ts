import type { Actor } from '../audit/audit-entry.ts';
import type { AuditService } from '../audit/audit-service.ts';
import type { Clock } from '../platform/clock.ts';
import type { Transaction } from '../platform/database.ts';
import { factSource } from '../risk-points/fact-source.ts';
import { refreshRollups } from '../risk-points/rollup-store.ts';
import { touchedBy } from './grade-batch.ts';
import { effectiveGrade, type GradeCommand } from './grade-decision.ts';
import { keepDecisions } from './grade-decision-store.ts';
import { standingOf, type DecidedGrade } from './grade-subject.ts';

interface Parts {
  readonly clock: Clock;
  readonly audit: AuditService;
}

/** What was decided about some points by one command. */
interface Decided {
  readonly decided: readonly DecidedGrade[];
  readonly command: GradeCommand;
  readonly actor: Actor;
}

const AUDIT_ACTIONS: Readonly<Record<GradeCommand['kind'], string>> = {
  override: 'point.overridden',
  withdraw: 'point.override-withdrawn',
  approve: 'point.approved',
  reopen: 'point.reopened',
};

/** Keeps decisions about grades: history, what holds now, rollups, and an audit entry for each point. */
export async function writeDecisions(
  transaction: Transaction,
  { clock, audit }: Parts,
  { decided, command, actor }: Decided,
): Promise<void> {
  await keepDecisions(transaction, decided, command, factSource(actor, clock.now(), null));
  for (const { campaignId, versionId, unitIds } of touchedBy(decided)) {
    await refreshRollups(transaction, campaignId, versionId, unitIds);
  }
  for (const { subject, next } of decided) {
    await audit.record(transaction, actor, {
      action: AUDIT_ACTIONS[command.kind],
      objectType: 'risk-point',
      objectId: String(subject.id),
      unitPath: subject.unitPath,
      details: {
        proposed: subject.proposed,
        before: effectiveGrade(standingOf(subject)),
        after: effectiveGrade({ ...next, proposed: subject.proposed }),
        case: subject.caseId,
        version: subject.versionId,
      },
    });
  }
}
