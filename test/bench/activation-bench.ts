import { EVERYWHERE } from '../../src/organisation/reach.ts';
import { GradingService } from '../../src/grading/grading-service.ts';
import type { JobKind } from '../../src/platform/job.ts';
import { JobRunner } from '../../src/platform/job-runner.ts';
import type { GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import { TIDYING } from '../../src/tuning/activation.ts';
import { jobKinds } from '../../src/worker.ts';
import type { TestApp } from '../support/http.ts';
import { approved } from '../support/proposing.ts';
import { processorTime, type Taken } from './measurement.ts';

/** What bringing rules into force took, until every page shows the new grades, and did, beside what the what-if had said. */
export interface ActivationFigures extends Taken {
  /** Afterwards, to put points back into cases no finer than the new rules need. */
  readonly tidying: number;
  /** The longest that a step of it held up who saves something. */
  readonly longestStep: number;
  readonly moved: number;
  readonly foretold: number;
  /** Whether every grade has as many points as the what-if said. */
  readonly isAsForetold: boolean;
}

/** Brings a rulebook into force for the bureau and compares the end with what was foretold. */
export async function activationBench(
  app: TestApp,
  campaignId: number,
  rulebook: GradingRulebook,
): Promise<ActivationFigures> {
  const { changed, after } = await app.whatIf.impact(rulebook, campaignId, EVERYWHERE);
  const before = await gradesOf(app, campaignId);
  await approved(app, rulebook);
  const times = await jobTimes(app);
  const now = await gradesOf(app, campaignId);
  const counted = [1, 2, 3, 0].map((grade) => now.filter((one) => one === grade).length);
  const expected = [after[1], after[2], after[3], after.unassessed];
  const moved = now.filter((grade, index) => grade !== before[index]).length;
  const isSame = counted.every((count, index) => count === expected[index]);
  return { ...times, moved, foretold: changed, isAsForetold: isSame && moved === changed };
}

/** Does the jobs that wait, as the server does, and says what took how long, commits included. */
async function jobTimes(
  app: TestApp,
): Promise<Pick<ActivationFigures, keyof Taken | 'tidying' | 'longestStep'>> {
  const steps: { readonly kind: string; readonly at: number; readonly processor: number }[] = [];
  const noted = (kind: JobKind): JobKind => ({
    kind: kind.kind,
    step: (transaction, job) => {
      steps.push({ kind: kind.kind, at: performance.now(), processor: processorTime() });
      return kind.step(transaction, job);
    },
  });
  const kinds = jobKinds({ ...app, grading: new GradingService(app.rulebooks) });
  const runner = new JobRunner({ ...app, kinds: kinds.map(noted) });
  const [started, before] = [performance.now(), processorTime()];
  await runner.runWaiting();
  const ended = performance.now();
  const inForce = steps.find(({ kind }) => kind === TIDYING);
  const lengths = steps.map(({ at }, index) => (steps[index + 1]?.at ?? ended) - at);
  return {
    milliseconds: (inForce?.at ?? ended) - started,
    processor: (inForce?.processor ?? processorTime()) - before,
    tidying: ended - (inForce?.at ?? ended),
    longestStep: Math.max(...lengths),
  };
}

/** The grade that a page shows of each standing point, 0 where there is none. */
async function gradesOf({ database, rulebooks }: TestApp, campaignId: number): Promise<readonly number[]> {
  const { read } = database;
  const bureau = await read('org_unit').where({ kind: 'bureau' }).first<{ path: string }>('path');
  const { id } = await rulebooks.inForce('grading', bureau.path);
  const rows = await read('risk_point_state')
    .join('case_verdict', 'case_verdict.case_id', 'risk_point_state.case_id')
    .where({ campaign_id: campaignId, rulebook_version_id: id, is_withdrawn: 0 })
    .orderBy('risk_point_id')
    .select<{ grade: number }[]>(
      read.raw('coalesce(approved_grade, override_grade, case_verdict.grade, 0) as grade'),
    );
  return rows.map(({ grade }) => grade);
}
