import { GradingService } from '../../src/grading/grading-service.ts';
import type { Services } from '../../src/services.ts';
import { JobRunner } from '../../src/platform/job-runner.ts';
import type { Database } from '../../src/platform/database.ts';
import { ActivationJob } from '../../src/tuning/activation-job.ts';
import { jobKinds } from '../../src/worker.ts';

/** A worker that takes small steps, so that there are many places to be cut off at. */
export function runnerInSteps(services: Services, most: number): JobRunner {
  const grading = new GradingService(services.rulebooks);
  return new JobRunner({
    ...services,
    kinds: jobKinds({ ...services, grading }, { points: most, cases: most }),
  });
}

/** Does some of an activation's first steps and leaves it, as a worker does that is told to stop. */
export async function runFor(services: Services, steps: number): Promise<void> {
  const grading = new GradingService(services.rulebooks);
  const activation = new ActivationJob({ ...services, grading, batch: { points: 3, cases: 3 } });
  let taken = 0;
  const runner = new JobRunner({
    ...services,
    kinds: [
      {
        kind: activation.kind,
        step: async (transaction, job) => {
          taken += 1;
          if (taken === steps) void runner.stop();
          return activation.step(transaction, job);
        },
      },
    ],
  });
  await runner.runWaiting();
}

/** Gives some points facts that the bureau added: every third is overdue, every fifth has an amount, known or not. */
export async function addOwnFacts({ database }: Pick<Services, 'database'>): Promise<void> {
  const known = { set_by: '张三', set_at: '2021-04-22T01:00:00.000Z', text: null };
  await database.transaction(async (transaction) => {
    const ids = (await transaction('risk_point_state')
      .orderBy('risk_point_id')
      .pluck('risk_point_id')) as number[];
    for (const [index, id] of ids.entries()) {
      const of = { ...known, risk_point_id: id };
      if (index % 3 === 0) {
        const number = index % 2;
        await transaction('risk_point_fact').insert({
          ...of,
          fact: 'rotationOverdue',
          kind: 'truth',
          number,
        });
      }
      if (index % 5 === 0) {
        await transaction('risk_point_fact').insert({
          ...of,
          fact: 'amount',
          kind: 'number',
          number: index * 7,
        });
      }
    }
  });
}

/** All that a change of rules may have written, without the ids and instants that differ from run to run. */
export async function afterTheChange({ read }: Database): Promise<Readonly<Record<string, unknown>>> {
  return {
    points: await read('risk_point_state')
      .join('grading_case', 'grading_case.id', 'risk_point_state.case_id')
      .orderBy('risk_point_id')
      .select('risk_point_id', 'case_key', 'override_grade', 'approved_grade', 'risk_point_state.guard'),
    verdicts: await read('case_verdict')
      .join('grading_case', 'grading_case.id', 'case_verdict.case_id')
      .whereIn('case_id', read('risk_point_state').select('case_id'))
      .orderBy(['case_key', 'rulebook_version_id'])
      .select('case_key', 'rulebook_version_id', 'grade', 'trace'),
    grades: await read('rollup_grade').orderBy(['campaign_id', 'unit_id', 'grade', 'state']),
    domains: await read('rollup_domain').orderBy(['campaign_id', 'unit_id', 'domain', 'grade']),
    cases: await read('rollup_case')
      .join('grading_case', 'grading_case.id', 'rollup_case.case_id')
      .orderBy(['case_key', 'state'])
      .select('case_key', 'state', 'points'),
    versions: await read('rulebook_version').orderBy('id').select('id', 'state'),
    activations: await read('rulebook_activation').orderBy('id').select('version_id', 'replaced_id', 'moves'),
    jobs: await read('job').orderBy('id').select('kind', 'state'),
  };
}
