import type { AuditService } from '../audit/audit-service.ts';
import { unjudgedAmong } from '../grading/grading-store.ts';
import type { GradingScope, GradingService } from '../grading/grading-service.ts';
import type { Clock } from '../platform/clock.ts';
import type { Transaction } from '../platform/database.ts';
import type { Job, JobKind, JobProgress } from '../platform/job.ts';
import type { JobService } from '../platform/job-service.ts';
import { shiftRollups, standingPoints } from '../risk-points/rollup-shift-store.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import { adoptDeclaredFacts } from '../risk-points/fact-adoption-service.ts';
import type { RulebookService, RulebookVersion } from '../rulebooks/rulebook-service.ts';
import { insertScale } from '../rulebooks/rulebook-store.ts';
import { ACTIVATION, LANE, TIDYING, versionIdIn } from './activation.ts';
import { isAnotherComing, pinVersion, setBegun, switchTo, type CampaignAt } from './activation-store.ts';
import { firstCases, pointsIn, type Batch } from './case-batch.ts';
import { cutCases } from './case-cutting-service.ts';
import { isCutFor } from './case-part.ts';
import { changeOf, type Change } from './activation-change-service.ts';
import { movesOf } from './activation-moves.ts';
import type { ActivationMoves } from './activation-record.ts';
import { usedCases, type UsedCase } from './used-case-service.ts';

interface Parts {
  readonly clock: Clock;
  readonly audit: AuditService;
  readonly rulebooks: RulebookService;
  readonly grading: GradingService;
  readonly jobs: JobService;
  /** What a step takes: it must not hold up who is saving something. */
  readonly batch: Batch;
}

/**
 * Brings an approved version into force. Steps find what is left to do in the database itself, so that it does not
 * matter where the work was cut off: first points of cases that the version cuts more finely go into cases of their
 * own, which are judged by the old and the new version at once; then the other cases are judged; last, in one
 * transaction, rollups, activation and retirement. Until then everybody reads the old verdicts, afterwards the new.
 */
export class ActivationJob implements JobKind {
  readonly kind = ACTIVATION;
  readonly #parts: Parts;
  readonly #usedCases = usedCases();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async step(transaction: Transaction, job: Job): Promise<JobProgress> {
    const change = await changeOf(transaction, versionIdIn(job));
    if (change.life.state === 'active') return { ...job, cursor: 'in-force', isFinished: true };
    if (job.cursor === null) return this.#begin(transaction, change);
    if (change.life.kind === 'grading') {
      const left = await this.#judgeMore(transaction, change);
      if (left !== null) return { ...counted(job, left), cursor: 'judging', isFinished: false };
    }
    await this.#switch(transaction, change, job);
    return { cursor: 'in-force', done: job.done, total: job.done, isFinished: true };
  }

  /** From here on, whatever is placed gets the verdict of this version as well. */
  async #begin(transaction: Transaction, { life, unit }: Change): Promise<JobProgress> {
    const { rulebooks, clock } = this.#parts;
    const version = await rulebooks.version(life.id, transaction);
    if (version?.body.kind === 'grading') {
      for (const [fact, scale] of Object.entries(version.body.scales)) {
        await insertScale(transaction, fact, scale);
      }
      const by = { name: life.approved?.by ?? life.name, at: clock.now() };
      await adoptDeclaredFacts(transaction, unit, version.body, by);
    }
    await setBegun(transaction, life.id, clock.now());
    return { cursor: 'begun', done: 0, total: 0, isFinished: false };
  }

  /** One batch; `null` when nothing is left. */
  async #judgeMore(transaction: Transaction, change: Change): Promise<Done | null> {
    const { life, unit, open } = change;
    if (open.length === 0) return null;
    const { scope, coming } = await this.#scopeOf(transaction, unit.path, life.id);
    const campaignIds = open.map(idOf);
    const cases = await this.#usedCases(transaction, campaignIds);
    const ids = await unjudgedAmong(transaction, coming.id, cases.map(idOf));
    const torn = cases.filter(({ facts }) => !isCutFor(scope.scheme, facts));
    // Torn cases end without points: nobody asks what the coming version would say of them.
    const unjudged = cases.filter(({ id, facts }) => ids.has(id) && isCutFor(scope.scheme, facts));
    const left = pointsIn(torn) + pointsIn(unjudged);
    if (left === 0) return null;
    const done =
      torn.length > 0
        ? await this.#cut(transaction, change, scope, torn)
        : await this.#judge(transaction, coming, unjudged);
    return { done, left: left - done };
  }

  async #cut(
    transaction: Transaction,
    { open, closed }: Change,
    scope: GradingScope,
    torn: readonly UsedCase[],
  ): Promise<number> {
    const { batch, grading, clock } = this.#parts;
    const campaigns = { openIds: open.map(idOf), closedIds: closed.map(idOf) };
    return cutCases(transaction, grading, scope, { ...campaigns, torn, batch, at: clock.now() });
  }

  async #judge(
    transaction: Transaction,
    coming: RulebookVersion<GradingRulebook>,
    unjudged: readonly UsedCase[],
  ): Promise<number> {
    const { batch, grading } = this.#parts;
    // Judging costs by the case, however many points are in it.
    const some = firstCases(unjudged, { ...batch, points: Infinity });
    await grading.judgeCases(transaction, coming, some);
    return pointsIn(some);
  }

  /** One for all campaigns that the change concerns: no nearer unit has rules of its own. */
  async #scopeOf(
    transaction: Transaction,
    unitPath: string,
    versionId: number,
  ): Promise<{ readonly scope: GradingScope; readonly coming: RulebookVersion<GradingRulebook> }> {
    const scope = await this.#parts.grading.scopeOf(unitPath, transaction);
    const isOther = await isAnotherComing(transaction, 'grading', { unitPath, versionId });
    if (scope.coming?.id !== versionId || isOther) {
      throw new Error('another version is on its way into force here');
    }
    return { scope, coming: scope.coming };
  }

  async #switch(transaction: Transaction, { life, unit, open, closed }: Change, job: Job): Promise<void> {
    const { clock, rulebooks, audit, jobs } = this.#parts;
    const { id: versionId, kind } = life;
    const replaced = await rulebooks.inForce(kind, unit.path, transaction);
    for (const { id } of closed) await pinVersion(transaction, id, kind, replaced.id);
    const versions = { before: replaced.id, after: versionId };
    const moves = kind === 'grading' ? await this.#moves(transaction, open, versions) : null;
    await switchTo(transaction, {
      ...{ kind, unitId: unit.id, versionId, replacedId: replaced.id, jobId: job.id, moves },
      at: clock.now(),
    });
    if (kind === 'grading') {
      const order = { lane: LANE, kind: TIDYING, payload: { unitPath: unit.path }, dueOn: null };
      await jobs.enqueue(transaction, { ...order, createdBy: job.createdBy });
    }
    await audit.record(
      transaction,
      { accountId: null, name: 'qinglian' },
      {
        action: 'rulebook.activated',
        objectType: 'rulebook',
        objectId: `${life.name}@${life.version}`,
        unitPath: unit.path,
        details: { digest: life.digest, replaced: replaced.id, changed: moves?.changed ?? 0 },
      },
    );
  }

  /** Brings the rollups to the new grades, and tells what moved. */
  async #moves(
    transaction: Transaction,
    open: readonly CampaignAt[],
    versions: { readonly before: number; readonly after: number },
  ): Promise<ActivationMoves> {
    const campaignIds = open.map(idOf);
    const moved = await shiftRollups(transaction, campaignIds, versions);
    return movesOf(await standingPoints(transaction, campaignIds), moved);
  }
}

/** Points that a step dealt with, and how many are left. */
interface Done {
  readonly done: number;
  readonly left: number;
}

function idOf({ id }: { readonly id: number }): number {
  return id;
}

function counted(job: Job, { done, left }: Done) {
  return { done: job.done + done, total: job.done + done + left };
}
