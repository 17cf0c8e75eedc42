import type { AuditService } from '../audit/audit-service.ts';
import type { CampaignService } from '../campaigns/campaign-service.ts';
import type { GradingService } from '../grading/grading-service.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import { JobRunner } from '../platform/job-runner.ts';
import { JobService } from '../platform/job-service.ts';
import type { Log } from '../platform/log.ts';
import type { RulebookService } from '../rulebooks/rulebook-service.ts';
import { ActivationJob } from './activation-job.ts';
import { DraftService } from './draft-service.ts';
import { TidyingJob } from './tidying-job.ts';
import { WhatIfService } from './what-if-service.ts';

/** What the slice hands to its routes and commands. */
export interface TuningServices {
  readonly rulebookDrafts: DraftService;
  readonly whatIf: WhatIfService;
  readonly jobs: JobService;
  /** Does what was asked of `jobs`; works once somebody starts it. */
  readonly jobRunner: JobRunner;
}

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: AuditService;
  readonly campaigns: CampaignService;
  readonly rulebooks: RulebookService;
  readonly grading: GradingService;
  readonly log: Log;
}

/** Points or cases in a step of a job: so many are done well within a second. */
const JOB_BATCH = 2000;

/** Puts the slice's own parts together. */
export function tuningServices(parts: Parts): TuningServices {
  const jobs = new JobService(parts.database, parts.clock);
  return {
    rulebookDrafts: new DraftService(parts),
    whatIf: new WhatIfService(parts),
    jobs,
    jobRunner: runnerOf(parts, jobs),
  };
}

function runnerOf(parts: Parts, jobs: JobService): JobRunner {
  const kinds = [
    new ActivationJob({ ...parts, jobs, batch: JOB_BATCH }),
    new TidyingJob({ ...parts, batch: JOB_BATCH }),
  ];
  const runner = new JobRunner({ ...parts, kinds });
  jobs.onOrder(() => {
    runner.nudge();
  });
  return runner;
}
