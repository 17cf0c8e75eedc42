import { GradingService } from '../../src/grading/grading-service.ts';
import type { JobKind } from '../../src/platform/job.ts';
import { JobRunner } from '../../src/platform/job-runner.ts';
import type { GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import type { Services } from '../../src/services.ts';
import { TIDYING } from '../../src/tuning/activation.ts';
import { jobKinds } from '../../src/worker.ts';
import { approved } from '../support/proposing.ts';
import { processorTime, type Taken } from './measurement.ts';

/** What bringing rules into force took, until every page shows the new grades, and did. */
export interface ActivationFigures extends Taken {
  /** Afterwards, to put points back into cases no finer than the new rules need. */
  readonly tidying: number;
  /** The longest that a step of it held up who saves something. */
  readonly longestStep: number;
  readonly moved: number;
}

/** Brings a rulebook into force for the whole province, by the jobs that the server does. */
export async function activationBench(desk: Services, rulebook: GradingRulebook): Promise<ActivationFigures> {
  await approved(desk, rulebook, 'region');
  const times = await jobTimes(desk);
  const row = await desk.database
    .read('rulebook_activation')
    .orderBy('id', 'desc')
    .first<{ moves: string | null }>('moves');
  // The activation wrote it.
  const moves = JSON.parse(row.moves ?? '{"changed":0}') as { readonly changed: number };
  return { ...times, moved: moves.changed };
}

/** Does the jobs that wait, and says what took how long, commits included. */
async function jobTimes(desk: Services): Promise<Omit<ActivationFigures, 'moved'>> {
  const steps: { readonly kind: string; readonly at: number; readonly processor: number }[] = [];
  const noted = (kind: JobKind): JobKind => ({
    kind: kind.kind,
    step: (transaction, job) => {
      steps.push({ kind: kind.kind, at: performance.now(), processor: processorTime() });
      return kind.step(transaction, job);
    },
  });
  const kinds = jobKinds({ ...desk, grading: new GradingService(desk.rulebooks) });
  const runner = new JobRunner({ ...desk, kinds: kinds.map(noted) });
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
