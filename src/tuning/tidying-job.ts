import { caseKey, type CaseFacts } from '../grading/case.ts';
import { coarsened } from '../grading/case-scheme.ts';
import type { GradingScope, GradingService } from '../grading/grading-service.ts';
import type { Transaction } from '../platform/database.ts';
import type { Job, JobKind, JobProgress } from '../platform/job.ts';
import { TIDYING, unitPathIn } from './activation.ts';
import { campaignsUnder } from './activation-store.ts';
import { firstCases, pointsIn, type Batch } from './case-batch.ts';
import { moveCases } from './case-move-store.ts';
import { usedCases } from './used-case-service.ts';

interface Parts {
  readonly grading: GradingService;
  /** What a step takes. */
  readonly batch: Batch;
}

/**
 * After a change of rules, puts points of cases that were cut for the rules before into the wider cases of the rules
 * in force, where later imports put theirs. No verdict changes by it: the rules in force do not tell them apart.
 */
export class TidyingJob implements JobKind {
  readonly kind = TIDYING;
  readonly #parts: Parts;
  readonly #usedCases = usedCases();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async step(transaction: Transaction, job: Job): Promise<JobProgress> {
    const unitPath = unitPathIn(job);
    const campaigns = await campaignsUnder(transaction, 'grading', unitPath);
    const open = campaigns.filter(({ isClosed }) => !isClosed).map(({ id }) => id);
    const left = await this.#tidy(transaction, unitPath, open);
    if (left === null) return { cursor: 'tidy', done: job.done, total: job.done, isFinished: true };
    const done = job.done + left.done;
    return { cursor: 'tidying', done, total: done + left.left, isFinished: false };
  }

  /** Widens some of the campaigns' cases; `null` when none is too fine. */
  async #tidy(
    transaction: Transaction,
    unitPath: string,
    campaignIds: readonly number[],
  ): Promise<{ readonly done: number; readonly left: number } | null> {
    const { grading, batch } = this.#parts;
    // One for all of them: no nearer unit has rules of its own.
    const scope = await grading.scopeOf(unitPath, transaction);
    const fine = (await this.#usedCases(transaction, campaignIds)).flatMap((known) => {
      const wide = widerThan(known.facts, scope);
      return wide === null ? [] : [{ caseId: known.id, points: known.points, wide }];
    });
    if (fine.length === 0) return null;
    const some = firstCases(fine, batch);
    const wide = await grading.placeCases(
      transaction,
      scope,
      some.map((one) => one.wide),
    );
    const moves = some.map(({ caseId }, index) => ({ caseId, to: wide[index] ?? caseId }));
    await moveCases(transaction, campaignIds, moves, batch.points);
    const done = Math.min(pointsIn(some), batch.points);
    return { done, left: pointsIn(fine) - done };
  }
}

function widerThan(facts: CaseFacts, { scheme }: GradingScope): CaseFacts | null {
  const wide = coarsened(facts, scheme);
  return caseKey(wide) === caseKey(facts) ? null : wide;
}
