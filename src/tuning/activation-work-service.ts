import { judgeChangedCases } from '../grading/changed-case-service.ts';
import type { GradingScope, GradingService } from '../grading/grading-service.ts';
import { unjudgedAmong } from '../grading/grading-store.ts';
import type { Clock } from '../platform/clock.ts';
import type { Transaction } from '../platform/database.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import type { RulebookVersion } from '../rulebooks/rulebook-service.ts';
import type { Change } from './activation-change-service.ts';
import { isAnotherComing } from './activation-store.ts';
import { firstCases, pointsIn, type Batch } from './case-batch.ts';
import { cutCases } from './case-cutting-service.ts';
import { isCutFor } from './case-part.ts';
import { usedCases, type UsedCase } from './used-case-service.ts';

interface Parts {
  readonly clock: Clock;
  readonly grading: GradingService;
  /** What a step takes: it must not hold up who is saving something. */
  readonly batch: Batch;
}

/** What is left of a change before it may come into force. */
export interface WorkLeft {
  readonly scope: GradingScope;
  readonly coming: RulebookVersion<GradingRulebook>;
  /** Cases that the coming version cuts more finely. */
  readonly torn: readonly UsedCase[];
  readonly unjudged: readonly UsedCase[];
  /** In all of them. */
  readonly points: number;
}

/** What a batch of it dealt with. */
export interface WorkDone {
  readonly points: number;
  /** Nothing is left. */
  readonly isAll: boolean;
  /** It took so little that the same step may go on. */
  readonly isLight: boolean;
}

/** So much of a batch leaves time for something else in the same step. */
const LITTLE = 0.5;

/** Cuts and judges cases for a version of a grading rulebook that is on its way into force. */
export class ActivationWork {
  readonly #parts: Parts;
  readonly #usedCases = usedCases();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** What is left, of these cases or of all; `null` when nothing is. Ask at the beginning of a step. */
  async left(
    transaction: Transaction,
    { life, unit, open }: Change,
    caseIds: readonly number[] | null = null,
  ): Promise<WorkLeft | null> {
    if (open.length === 0) return null;
    const { scope, coming } = await this.#scopeOf(transaction, unit.path, life.id);
    const cases = await this.#usedCases(transaction, open.map(idOf), caseIds);
    const ids = await unjudgedAmong(transaction, coming.id, cases.map(idOf));
    const torn = cases.filter(({ facts }) => !isCutFor(scope.scheme, facts));
    // Torn cases end without points: nobody asks what the coming version would say of them.
    const unjudged = cases.filter(({ id, facts }) => ids.has(id) && isCutFor(scope.scheme, facts));
    const points = pointsIn(torn) + pointsIn(unjudged);
    return points === 0 ? null : { scope, coming, torn, unjudged, points };
  }

  /** Does a batch of what is left; what is cut through with little left to judge is judged at once. */
  async doSome(transaction: Transaction, change: Change, left: WorkLeft): Promise<WorkDone> {
    const { torn, unjudged } = left;
    const cut = torn.length === 0 ? 0 : await this.#cut(transaction, change, left);
    const isCut = cut >= pointsIn(torn);
    const isLittle = unjudged.length <= this.#parts.batch.cases * LITTLE;
    if (!isCut || (torn.length > 0 && !isLittle)) return { points: cut, isAll: false, isLight: false };
    const some = await this.#judge(transaction, left);
    const isAll = some.length === unjudged.length;
    return { points: cut + pointsIn(some), isAll, isLight: torn.length === 0 && isLittle };
  }

  async #cut(transaction: Transaction, { open, closed }: Change, { scope, torn }: WorkLeft): Promise<number> {
    const { batch, grading, clock } = this.#parts;
    const campaigns = { openIds: open.map(idOf), closedIds: closed.map(idOf) };
    return cutCases(transaction, grading, scope, { ...campaigns, torn, batch, at: clock.now() });
  }

  async #judge(
    transaction: Transaction,
    { scope, coming, unjudged }: WorkLeft,
  ): Promise<readonly UsedCase[]> {
    const { batch, grading } = this.#parts;
    // Judging costs by the case, however many points are in it.
    const some = firstCases(unjudged, { ...batch, points: Infinity });
    await judgeChangedCases(transaction, grading, { version: scope.version, coming }, some);
    return some;
  }

  /** One for all campaigns that the change concerns: no nearer unit has rules of its own. */
  async #scopeOf(
    transaction: Transaction,
    unitPath: string,
    versionId: number,
  ): Promise<Pick<WorkLeft, 'scope' | 'coming'>> {
    const scope = await this.#parts.grading.scopeOf(unitPath, transaction);
    const isOther = await isAnotherComing(transaction, 'grading', { unitPath, versionId });
    if (scope.coming?.id !== versionId || isOther) {
      throw new Error('another version is on its way into force here');
    }
    return { scope, coming: scope.coming };
  }
}

function idOf({ id }: { readonly id: number }): number {
  return id;
}
