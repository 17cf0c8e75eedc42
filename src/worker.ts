import type { AuditService } from './audit/audit-service.ts';
import type { CampaignService } from './campaigns/campaign-service.ts';
import type { CoverageService } from './coverage/coverage-service.ts';
import type { GradingService } from './grading/grading-service.ts';
import type { Clock } from './platform/clock.ts';
import type { Database } from './platform/database.ts';
import type { JobKind } from './platform/job.ts';
import { JobRunner } from './platform/job-runner.ts';
import { JobService } from './platform/job-service.ts';
import type { Log } from './platform/log.ts';
import type { RulebookService } from './rulebooks/rulebook-service.ts';
import { ActivationJob } from './tuning/activation-job.ts';
import type { Batch } from './tuning/case-batch.ts';
import { ActivationPartJob } from './tuning/activation-part-job.ts';
import { ActivationWork } from './tuning/activation-work-service.ts';
import { TidyingJob } from './tuning/tidying-job.ts';
import { tuningServices, type TuningServices } from './tuning/tuning-service.ts';

/** Rule tuning, what is asked for now and done later, and who does it. */
export interface JobServices extends TuningServices {
  readonly jobs: JobService;
  /** Works once somebody starts it. */
  readonly jobRunner: JobRunner;
}

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly audit: AuditService;
  readonly campaigns: CampaignService;
  readonly rulebooks: RulebookService;
  readonly grading: GradingService;
  readonly coverage: CoverageService;
}

/** A step of a job: so many points are moved, and so many cases judged, well within a second. */
const BATCH = { points: 10_000, cases: 4000 };

/** The jobs that wait in the database, and a runner that knows how each kind is done. */
export function jobServices(parts: Parts): JobServices {
  const jobs = new JobService(parts.database, parts.clock);
  const jobRunner = new JobRunner({ ...parts, kinds: jobKinds({ ...parts, jobs }) });
  jobs.onOrder(() => {
    jobRunner.nudge();
  });
  return { ...tuningServices({ ...parts, jobs }), jobs, jobRunner };
}

/** Every kind of job, as the server does it. */
export function jobKinds(
  parts: Pick<Parts, 'clock' | 'audit' | 'rulebooks' | 'grading'> & Pick<JobServices, 'jobs'>,
  batch: Batch = BATCH,
): readonly JobKind[] {
  return [
    new ActivationJob({ ...parts, batch }),
    new ActivationPartJob(new ActivationWork({ ...parts, batch })),
    new TidyingJob({ ...parts, batch }),
  ];
}
