import type { Transaction } from '../platform/database.ts';
import type { Job, JobKind, JobProgress } from '../platform/job.ts';
import { ACTIVATION_PART, caseIdsIn, versionIdIn } from './activation.ts';
import { changeOf } from './activation-change-service.ts';
import type { ActivationWork } from './activation-work-service.ts';

/**
 * Cuts and judges some of the cases of a change of rules, beside workers who do others. Steps find what is left to do in
 * the database itself; what a part leaves, the activation does at its end.
 */
export class ActivationPartJob implements JobKind {
  readonly kind = ACTIVATION_PART;
  readonly turn = 'shared';
  readonly #work: ActivationWork;

  constructor(work: ActivationWork) {
    this.#work = work;
  }

  async step(transaction: Transaction, job: Job): Promise<JobProgress> {
    const change = await changeOf(transaction, versionIdIn(job));
    const left =
      change.life.state === 'active' ? null : await this.#work.left(transaction, change, caseIdsIn(job));
    if (left === null) return { cursor: 'done', done: job.done, total: job.done, isFinished: true };
    const some = await this.#work.doSome(transaction, change, left);
    const [done, total] = [job.done + some.points, job.done + left.points];
    return { cursor: 'judging', done, total, isFinished: some.isAll };
  }
}
