import type { OwnAccountService } from '../access/own-account-service.ts';
import type { AuditService } from '../audit/audit-service.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import type { JobService } from '../platform/job-service.ts';
import type { RulebookService } from '../rulebooks/rulebook-service.ts';
import type { DraftService } from './draft-service.ts';
import type { EffectService } from './effect/effect-service.ts';
import type { JudgingWorker } from './judging-worker-service.ts';

/** What the services are made of by which a rulebook comes into force. */
export interface LifecycleParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: AuditService;
  readonly rulebooks: RulebookService;
  readonly jobs: JobService;
  readonly drafts: DraftService;
  readonly effects: EffectService;
  readonly judging: JudgingWorker;
  readonly ownAccount: OwnAccountService;
}
