import { OwnAccountService } from '../access/own-account-service.ts';
import { ThrottleService } from '../access/throttle-service.ts';
import type { AuditService } from '../audit/audit-service.ts';
import type { CampaignService } from '../campaigns/campaign-service.ts';
import type { CoverageService } from '../coverage/coverage-service.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import type { Log } from '../platform/log.ts';
import type { JobService } from '../platform/job-service.ts';
import type { RulebookService } from '../rulebooks/rulebook-service.ts';
import { CalibrationService } from './calibration-service.ts';
import { BackwardsService } from './backwards-service.ts';
import { CompareService } from './compare-service.ts';
import { ApprovalService } from './approval-service.ts';
import { DraftService } from './draft-service.ts';
import { EffectService } from './effect/effect-service.ts';
import type { LifecycleParts } from './lifecycle-parts-service.ts';
import { JudgingWorker } from './judging-worker-service.ts';
import type { OtherVersionsOf } from '../risk-points/other-version.ts';
import { OtherVersionsService } from './other-versions-service.ts';
import { ProposalService } from './proposal-service.ts';
import { RulebookListService } from './rulebook-list-service.ts';
import { FactCatalogueService } from './fact-catalogue-service.ts';
import { FactChangeService } from './fact-change-service.ts';
import { FactDeclarationService } from './fact-declaration-service.ts';
import { PointExampleService } from './point-example-service.ts';
import { WhatIfService } from './what-if-service.ts';
import { WorkbenchService } from './workbench-service.ts';

/** What the slice hands to its routes and commands. */
export interface TuningServices {
  readonly rulebookDrafts: DraftService;
  readonly calibration: CalibrationService;
  readonly whatIf: WhatIfService;
  readonly effects: EffectService;
  readonly workbench: WorkbenchService;
  readonly proposals: ProposalService;
  readonly approvals: ApprovalService;
  readonly rulebookList: RulebookListService;
  readonly factCatalogue: FactCatalogueService;
  readonly factDeclarations: FactDeclarationService;
  readonly factChanges: FactChangeService;
  readonly pointExamples: PointExampleService;
  readonly comparing: CompareService;
  readonly backwards: BackwardsService;
  /** Its thread ends when it is closed. */
  readonly judging: JudgingWorker;
  /** What a point would be under every other version, for its page. */
  readonly otherVersions: OtherVersionsOf;
}

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: AuditService;
  readonly campaigns: CampaignService;
  readonly rulebooks: RulebookService;
  readonly coverage: CoverageService;
  readonly jobs: JobService;
  readonly log: Log;
}

/** Puts the slice's own parts together. */
export function tuningServices(parts: Parts): TuningServices {
  const judging = new JudgingWorker(parts.log);
  const [drafts, whatIf] = [new DraftService(parts), new WhatIfService({ ...parts, judging })];
  const throttle = new ThrottleService(parts.database, parts.clock);
  const ownAccount = new OwnAccountService({ ...parts, throttle });
  const effects = new EffectService({ ...parts, whatIf, judging });
  const lifecycle: LifecycleParts = { ...parts, drafts, effects, judging, ownAccount };
  const workbench = new WorkbenchService({ ...parts, rulebookDrafts: drafts, effects, judging });
  const factDeclarations = new FactDeclarationService(parts);
  const rulebookList = new RulebookListService(lifecycle);
  return {
    rulebookDrafts: drafts,
    whatIf,
    effects,
    calibration: new CalibrationService({ ...parts, drafts, judging }),
    proposals: new ProposalService(lifecycle),
    approvals: new ApprovalService(lifecycle),
    workbench,
    pointExamples: new PointExampleService({ ...parts, rulebookDrafts: drafts, workbench }),
    rulebookList,
    backwards: new BackwardsService({ ...parts, whatIf, judging }),
    otherVersions: new OtherVersionsService({ ...parts, drafts }).of,
    comparing: new CompareService({ ...parts, rulebookList }),
    factCatalogue: new FactCatalogueService(parts),
    factDeclarations,
    factChanges: new FactChangeService({ ...parts, factDeclarations }),
    judging,
  };
}
