import type { PointFacts } from '../grading/case.ts';
import type { GradingScope, GradingService } from '../grading/grading-service.ts';
import type { Transaction } from '../platform/database.ts';

/** The cases of facts in one transaction, each asked for once. */
export class KnownCases {
  readonly #transaction: Transaction;
  readonly #grading: GradingService;
  readonly #scope: GradingScope;
  readonly #known = new Map<string, number>();

  constructor(transaction: Transaction, grading: GradingService, scope: GradingScope) {
    this.#transaction = transaction;
    this.#grading = grading;
    this.#scope = scope;
  }

  /** The id of the case; one that nobody was in before is made and judged. */
  async of(facts: PointFacts): Promise<number> {
    const key = JSON.stringify(facts);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const caseId = await this.#grading.placeIn(this.#transaction, this.#scope, facts);
    this.#known.set(key, caseId);
    return caseId;
  }
}
