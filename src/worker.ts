import type { AuditService } from './audit/audit-service.ts';
import type { CampaignService } from './campaigns/campaign-service.ts';
import type { CoverageService } from './coverage/coverage-service.ts';
import type { GradingService } from './grading/grading-service.ts';
import type { ImportService } from './intake/import-service.ts';
import type { ParsingWorker } from './intake/parsing-worker-service.ts';
import { ImportJob } from './intake/queue/import-job.ts';
import { ImportQueueService } from './intake/queue/import-queue-service.ts';
import type { ReadingBatch } from './intake/queue/queued-import.ts';
import { ReadingJob } from './intake/queue/reading-job.ts';
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
  readonly importQueue: ImportQueueService;
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
  readonly imports: ImportService;
  readonly parsing: ParsingWorker;
}

/** A step of a job: so many points are moved, and so many cases judged, well within a second. */
const BATCH = { points: 10_000, cases: 4000 };

/** A worker reads a file in some milliseconds. */
const READING_BATCH = { ofPart: 250, atOnce: 50 };

/** The jobs that wait in the database, and a runner that knows how each kind is done. */
export function jobServices(parts: Parts): JobServices {
  const jobs = new JobService(parts.database, parts.clock);
  const jobRunner = new JobRunner({ ...parts, kinds: jobKinds({ ...parts, jobs }) });
  jobs.onOrder(() => {
    jobRunner.nudge();
  });
  const importQueue = new ImportQueueService(parts.database, jobs);
  return { ...tuningServices({ ...parts, jobs }), jobs, importQueue, jobRunner };
}

/** Every kind of job, as the server does it. */
export function jobKinds(
  parts: Omit<Parts, 'log' | 'campaigns' | 'coverage'> & Pick<JobServices, 'jobs'>,
  batch: Batch = BATCH,
  reading: ReadingBatch = READING_BATCH,
): readonly JobKind[] {
  return [
    new ActivationJob({ ...parts, batch }),
    new ActivationPartJob(new ActivationWork({ ...parts, batch })),
    new TidyingJob({ ...parts, batch }),
    new ImportJob({ ...parts, reading }),
    new ReadingJob({ ...parts, reading, elapsed: () => parts.clock.elapsed() }),
  ];
}
