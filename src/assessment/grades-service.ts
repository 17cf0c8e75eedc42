import type { AuditService } from '../audit/audit-service.ts';
import type { CampaignService } from '../campaigns/campaign-service.ts';
import type { GradingService } from '../grading/grading-service.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import type { RulebookService } from '../rulebooks/rulebook-service.ts';
import { GradeBatchService } from './grade-batch-service.ts';
import { GradeDecisionService } from './grade-decision-service.ts';

/** What the slice hands to its routes. */
export interface GradeServices {
  readonly gradeDecisions: GradeDecisionService;
  readonly gradeBatches: GradeBatchService;
}

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: AuditService;
  readonly campaigns: CampaignService;
  readonly rulebooks: RulebookService;
  readonly grading: GradingService;
}

/** Puts the slice's own parts together. */
export function gradeServices(parts: Parts): GradeServices {
  return { gradeDecisions: new GradeDecisionService(parts), gradeBatches: new GradeBatchService(parts) };
}
