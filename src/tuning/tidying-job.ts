import { caseKey, type CaseFacts } from '../grading/case.ts';
import { coarsened } from '../grading/case-scheme.ts';
import type { GradingScope, GradingService } from '../grading/grading-service.ts';
import type { Transaction } from '../platform/database.ts';
import type { Job, JobKind, JobProgress } from '../platform/job.ts';
import { TIDYING, unitPathIn } from './activation.ts';
import { campaignsUnder, type CampaignAt } from './activation-store.ts';
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
    const campaigns = await campaignsUnder(transaction, 'grading', unitPathIn(job));
    for (const campaign of campaigns.filter(({ isClosed }) => !isClosed)) {
      const left = await this.#tidy(transaction, campaign);
      if (left === null) continue;
      const done = job.done + left.done;
      return { cursor: 'tidying', done, total: done + left.left, isFinished: false };
    }
    return { cursor: 'tidy', done: job.done, total: job.done, isFinished: true };
  }

  /** Widens some of a campaign's cases; `null` when none is too fine. */
  async #tidy(
    transaction: Transaction,
    { id: campaignId, bureauPath }: CampaignAt,
  ): Promise<{ readonly done: number; readonly left: number } | null> {
    const { grading, batch } = this.#parts;
    const scope = await grading.scopeOf(bureauPath, transaction);
    const fine = (await this.#usedCases(transaction, campaignId)).flatMap((known) => {
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
    await moveCases(transaction, campaignId, moves, batch.points);
    const done = Math.min(pointsIn(some), batch.points);
    return { done, left: pointsIn(fine) - done };
  }
}

function widerThan(facts: CaseFacts, { scheme }: GradingScope): CaseFacts | null {
  const wide = coarsened(facts, scheme);
  return caseKey(wide) === caseKey(facts) ? null : wide;
}
