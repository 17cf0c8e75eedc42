import type { Actor } from '../audit/audit-entry.ts';
import type { AuditService } from '../audit/audit-service.ts';
import type { Transaction } from '../platform/database.ts';
import { OperationalError } from '../platform/errors.ts';

/** Notes in the trail what happened to a version: codes and numbers. */
export function recordVersion(
  audit: AuditService,
  transaction: Transaction,
  actor: Actor,
  action: string,
  about: {
    readonly id: number;
    readonly unitPath: string;
    readonly details: Readonly<Record<string, string | number>>;
  },
): Promise<void> {
  return audit.record(transaction, actor, {
    action,
    objectType: 'rulebook-version',
    objectId: String(about.id),
    unitPath: about.unitPath,
    details: about.details,
  });
}

export function noSuchVersion(): OperationalError {
  return new OperationalError('not-found', 'no-version', (text) => text.ruleChanges.errors.noSuch);
}
