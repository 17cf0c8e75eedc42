import type { AuditService } from '../audit/audit-service.ts';
import type { CampaignService } from '../campaigns/campaign-service.ts';
import type { GradingService } from '../grading/grading-service.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import type { RulebookService } from '../rulebooks/rulebook-service.ts';
import { AssessService } from './assess-service.ts';
import { AssessmentService } from './assessment-service.ts';
import { DomainDecisionService } from './domain-decision-service.ts';
import { PointExportService } from './point-export-service.ts';
import { OwnFactService } from './own-fact-service.ts';
import { PointService } from './point-service.ts';
import { RegradeService } from './regrade-service.ts';

/** What the slice hands to its routes and commands. */
export interface RiskPointServices {
  readonly points: PointService;
  readonly domainDecisions: DomainDecisionService;
  readonly assessments: AssessmentService;
  readonly assess: AssessService;
  readonly ownFacts: OwnFactService;
  readonly regrade: RegradeService;
  readonly pointExport: PointExportService;
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
export function riskPointServices(parts: Parts): RiskPointServices {
  const { database, campaigns, rulebooks, grading } = parts;
  return {
    points: new PointService(database, campaigns, rulebooks, grading),
    domainDecisions: new DomainDecisionService(parts),
    assessments: new AssessmentService(database, campaigns, grading),
    assess: new AssessService(parts),
    ownFacts: new OwnFactService(parts),
    regrade: new RegradeService(parts),
    pointExport: new PointExportService(parts),
  };
}
