import type { AuditService } from '../audit/audit-service.ts';
import type { CampaignService } from '../campaigns/campaign-service.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import type { RulebookService } from '../rulebooks/rulebook-service.ts';
import { CalibrationService } from './calibration-service.ts';
import { DraftService } from './draft-service.ts';
import { WhatIfService } from './what-if-service.ts';
import { WorkbenchService } from './workbench-service.ts';

/** What the slice hands to its routes and commands. */
export interface TuningServices {
  readonly rulebookDrafts: DraftService;
  readonly calibration: CalibrationService;
  readonly whatIf: WhatIfService;
  readonly workbench: WorkbenchService;
}

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: AuditService;
  readonly campaigns: CampaignService;
  readonly rulebooks: RulebookService;
}

/** Puts the slice's own parts together. */
export function tuningServices(parts: Parts): TuningServices {
  const rulebookDrafts = new DraftService(parts);
  const whatIf = new WhatIfService(parts);
  const calibration = new CalibrationService({ ...parts, drafts: rulebookDrafts });
  const workbench = new WorkbenchService({ ...parts, rulebookDrafts, whatIf });
  return { rulebookDrafts, calibration, whatIf, workbench };
}
