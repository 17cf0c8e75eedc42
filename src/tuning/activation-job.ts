import type { AuditService } from '../audit/audit-service.ts';
import { casesIn, type StoredCase } from '../grading/grading-store.ts';
import type { GradingScope, GradingService } from '../grading/grading-service.ts';
import type { Clock } from '../platform/clock.ts';
import type { Transaction } from '../platform/database.ts';
import type { Job, JobKind, JobProgress } from '../platform/job.ts';
import type { JobService } from '../platform/job-service.ts';
import { refreshCases, refreshRollups, unitsWithPoints } from '../risk-points/rollup-store.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import { adoptDeclaredFacts } from '../risk-points/fact-adoption-service.ts';
import type { RulebookService, RulebookVersion } from '../rulebooks/rulebook-service.ts';
import { insertScale } from '../rulebooks/rulebook-store.ts';
import { ACTIVATION, LANE, TIDYING, versionIdIn } from './activation.ts';
import {
  casesInUse,
  movesBetween,
  pinVersion,
  setBegun,
  switchTo,
  unjudgedCases,
  type CampaignAt,
} from './activation-store.ts';
import { cutCases } from './case-cutting-service.ts';
import { isCutFor } from './case-part.ts';
import { changeOf, type Change } from './activation-change-service.ts';
import { addedUp } from './activation-moves.ts';
import type { ActivationMoves } from './activation-record.ts';

interface Parts {
  readonly clock: Clock;
  readonly audit: AuditService;
  readonly rulebooks: RulebookService;
  readonly grading: GradingService;
  readonly jobs: JobService;
  /** How many points or cases a step takes: a step must not hold up who is saving something. */
  readonly batch: number;
}

/** In so few cases most steps find their points; looking through more would take longer than moving them. */
const CASES_AT_ONCE = 250;

/**
 * Brings an approved version into force. Steps find what is left to do in the database itself, so that it does not
 * matter where the work was cut off: first points of cases that the version cuts more finely go into cases of their
 * own, which are judged by the old and the new version at once; then the other cases are judged; last, in one
 * transaction, rollups, activation and retirement. Until then everybody reads the old verdicts, afterwards the new.
 */
export class ActivationJob implements JobKind {
  readonly kind = ACTIVATION;
  readonly #parts: Parts;

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
    return { cursor: 'in-force', done: job.done + 1, total: job.done + 1, isFinished: true };
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
    return { cursor: 'begun', done: 0, total: 1, isFinished: false };
  }

  /** One batch of points or cases; `null` when nothing is left. */
  async #judgeMore(
    transaction: Transaction,
    { life, open }: Change,
  ): Promise<{ readonly done: number; readonly left: number } | null> {
    for (const campaign of open) {
      const { scope, coming } = await this.#scopeOf(transaction, campaign, life.id);
      const cases = await casesIn(transaction, casesInUse(transaction, campaign.id));
      const torn = cases.filter(({ facts }) => !isCutFor(scope.scheme, facts));
      if (torn.length > 0) return this.#cut(transaction, campaign, scope, torn);
      const unjudged = await casesIn(transaction, unjudgedCases(transaction, campaign.id, coming.id));
      if (unjudged.length > 0) {
        const some = unjudged.slice(0, this.#parts.batch);
        await this.#parts.grading.judgeCases(transaction, coming, some);
        return { done: some.length, left: unjudged.length - some.length + 1 };
      }
    }
    return null;
  }

  async #cut(
    transaction: Transaction,
    campaign: CampaignAt,
    scope: GradingScope,
    torn: readonly StoredCase[],
  ): Promise<{ readonly done: number; readonly left: number }> {
    const { batch, grading } = this.#parts;
    const some = torn.slice(0, CASES_AT_ONCE);
    const { points, cases } = await cutCases(transaction, grading, scope, {
      campaignId: campaign.id,
      torn: some,
      most: batch,
    });
    await refreshCases(transaction, campaign.id);
    return { done: points, left: torn.length - cases + 1 };
  }

  async #scopeOf(
    transaction: Transaction,
    { bureauPath }: CampaignAt,
    versionId: number,
  ): Promise<{ readonly scope: GradingScope; readonly coming: RulebookVersion<GradingRulebook> }> {
    const scope = await this.#parts.grading.scopeOf(bureauPath, transaction);
    if (scope.coming?.id !== versionId) throw new Error('another version is on its way into force here');
    return { scope, coming: scope.coming };
  }

  async #switch(transaction: Transaction, { life, unit, open, closed }: Change, job: Job): Promise<void> {
    const { clock, rulebooks, audit, jobs } = this.#parts;
    const { id: versionId, kind } = life;
    const replaced = await rulebooks.inForce(kind, unit.path, transaction);
    for (const { id } of closed) await pinVersion(transaction, id, kind, replaced.id);
    const moves = kind === 'grading' ? await this.#moves(transaction, open, versionId) : null;
    await switchTo(transaction, {
      ...{ kind, unitId: unit.id, versionId, replacedId: replaced.id, jobId: job.id, moves },
      at: clock.now(),
    });
    if (kind === 'grading') {
      for (const { id } of open) {
        await refreshRollups(transaction, id, versionId, await unitsWithPoints(transaction, id));
      }
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

  async #moves(
    transaction: Transaction,
    open: readonly CampaignAt[],
    after: number,
  ): Promise<ActivationMoves> {
    const each: ActivationMoves[] = [];
    for (const { id, bureauPath } of open) {
      const before = (await this.#parts.rulebooks.inForce('grading', bureauPath, transaction)).id;
      each.push(await movesBetween(transaction, id, { before, after }));
    }
    return addedUp(each);
  }
}

function counted(job: Job, { done, left }: { readonly done: number; readonly left: number }) {
  return { done: job.done + done, total: job.done + done + left };
}
