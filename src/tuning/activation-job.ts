import type { AuditService } from '../audit/audit-service.ts';
import type { GradingService } from '../grading/grading-service.ts';
import type { Clock } from '../platform/clock.ts';
import type { Transaction } from '../platform/database.ts';
import type { Job, JobKind, JobProgress } from '../platform/job.ts';
import { endParts } from '../platform/job-part-store.ts';
import type { JobService } from '../platform/job-service.ts';
import { shiftRollups, standingPoints } from '../risk-points/rollup-shift-store.ts';
import { adoptDeclaredFacts } from '../risk-points/fact-adoption-service.ts';
import type { RulebookService } from '../rulebooks/rulebook-service.ts';
import { insertScale } from '../rulebooks/rulebook-store.ts';
import { ACTIVATION, ACTIVATION_PART, LANE, laneOfPart, TIDYING, versionIdIn } from './activation.ts';
import { pinVersion, setBegun, switchTo, type CampaignAt } from './activation-store.ts';
import type { Batch } from './case-batch.ts';
import { changeOf, type Change } from './activation-change-service.ts';
import { movesOf } from './activation-moves.ts';
import type { ActivationMoves } from './activation-record.ts';
import { sharedOut } from './activation-parts.ts';
import { ActivationWork, type WorkLeft } from './activation-work-service.ts';

/** Where an activation stands: whatever is placed is judged by both versions, and parts of it are done by others. */
const BEGUN = 'begun';
const SHARED = 'shared';

/** A worker that comes along finds this much to do. */
const BATCHES_WORTH_A_PART = 2;

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
  readonly #work: ActivationWork;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#work = new ActivationWork(parts);
  }

  async step(transaction: Transaction, job: Job): Promise<JobProgress> {
    const change = await changeOf(transaction, versionIdIn(job));
    if (change.life.state === 'active') return { ...job, cursor: 'in-force', isFinished: true };
    if (job.cursor === null) return this.#begin(transaction, change);
    const judged =
      change.life.kind === 'grading' ? await this.#judgeMore(transaction, change, job) : allJudged(job);
    if (!judged.isFinished) return judged;
    await this.#switch(transaction, change, job);
    return { ...judged, cursor: 'in-force' };
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
    return { cursor: BEGUN, done: 0, total: 0, isFinished: false };
  }

  /** One batch, or all that is left shared out to several workers; finished when the version may come into force. */
  async #judgeMore(transaction: Transaction, change: Change, job: Job): Promise<JobProgress> {
    const left = await this.#work.left(transaction, change);
    if (left === null) return allJudged(job);
    const total = job.done + left.points;
    const isShared = job.cursor === BEGUN && (await this.#share(transaction, change, job, left));
    if (isShared) return { cursor: SHARED, done: job.done, total, isFinished: false, waitsForParts: true };
    const { points, isAll, isLight } = await this.#work.doSome(transaction, change, left);
    return { cursor: 'judging', done: job.done + points, total, isFinished: isAll && isLight };
  }

  /** Asks for what is left as jobs of their own, once; whoever comes back to this one afterwards does what they left. */
  async #share(transaction: Transaction, { life }: Change, job: Job, left: WorkLeft): Promise<boolean> {
    const { batch, jobs } = this.#parts;
    const parts = sharedOut(workOf(left, batch), BATCHES_WORTH_A_PART);
    if (parts.length < 2) return false;
    for (const [index, caseIds] of parts.entries()) {
      const payload = { versionId: life.id, caseIds };
      const order = { lane: laneOfPart(job.id, index), kind: ACTIVATION_PART, payload, dueOn: null };
      await jobs.enqueue(transaction, { ...order, createdBy: job.createdBy, partOf: job.id });
    }
    return true;
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
    await endParts(transaction, job.id, clock.now());
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

function allJudged({ done }: Job): JobProgress {
  return { cursor: 'judging', done, total: done, isFinished: true };
}

function idOf({ id }: { readonly id: number }): number {
  return id;
}

/** In batches: cutting costs by the point, judging by the case. */
function workOf({ torn, unjudged }: WorkLeft, batch: Batch) {
  return [
    ...torn.map((one) => ({ ...one, work: one.points / batch.points })),
    ...unjudged.map((one) => ({ ...one, work: 1 / batch.cases })),
  ];
}
