import { caseKey, type CaseFacts } from '../grading/case.ts';
import { coarsened } from '../grading/case-scheme.ts';
import { casesIn } from '../grading/grading-store.ts';
import type { GradingScope, GradingService } from '../grading/grading-service.ts';
import type { Transaction } from '../platform/database.ts';
import type { Job, JobKind, JobProgress } from '../platform/job.ts';
import { refreshCases } from '../risk-points/rollup-store.ts';
import { TIDYING, unitPathIn } from './activation.ts';
import { campaignsUnder, casesInUse, type CampaignAt } from './activation-store.ts';
import { moveCases } from './case-move-store.ts';

interface Parts {
  readonly grading: GradingService;
  /** How many cases a step takes. */
  readonly batch: number;
}

/**
 * After a change of rules, puts points of cases that were cut for the rules before into the wider cases of the rules
 * in force, where later imports put theirs. No verdict changes by it: the rules in force do not tell them apart.
 */
export class TidyingJob implements JobKind {
  readonly kind = TIDYING;
  readonly #parts: Parts;

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
    { id, bureauPath }: CampaignAt,
  ): Promise<{ readonly done: number; readonly left: number } | null> {
    const { grading, batch } = this.#parts;
    const scope = await grading.scopeOf(bureauPath, transaction);
    const cases = await casesIn(transaction, casesInUse(transaction, id));
    const fine = cases.flatMap((known) => {
      const wide = widerThan(known.facts, scope);
      return wide === null ? [] : [{ caseId: known.id, wide }];
    });
    if (fine.length === 0) return null;
    const some = fine.slice(0, batch);
    const wide = await grading.placeCases(
      transaction,
      scope,
      some.map((one) => one.wide),
    );
    const moves = some.map(({ caseId }, index) => ({ caseId, to: wide[index] ?? caseId }));
    await moveCases(transaction, id, moves);
    await refreshCases(transaction, id);
    return { done: some.length, left: fine.length - some.length };
  }
}

function widerThan(facts: CaseFacts, { scheme }: GradingScope): CaseFacts | null {
  const wide = coarsened(facts, scheme);
  return caseKey(wide) === caseKey(facts) ? null : wide;
}
