import type { Actor } from '../audit/audit-entry.ts';
import { actorOf, type Viewer } from '../access/viewer.ts';
import { reaches, type Reach } from '../organisation/reach.ts';
import type { Transaction } from '../platform/database.ts';
import { OperationalError } from '../platform/errors.ts';
import { refuseClashingFacts } from '../risk-points/fact-adoption-service.ts';
import type { Rulebook } from '../rulebooks/rulebook.ts';
import { ACTIVATION, LANE, versionIdIn } from './activation.ts';
import { draftTextOf } from './draft-text.ts';
import { insertRulebookDraft, openDraft } from './draft-store.ts';
import { refuseClashWithApproved } from './approved-clash-service.ts';
import type { FrozenImpact } from './effect/frozen-impact.ts';
import { impactIn } from './impact-in-service.ts';
import type { LifecycleParts } from './lifecycle-parts-service.ts';
import { noSuchVersion, recordVersion } from './version-record-service.ts';
import type { RulebookLife } from './version.ts';
import { approveVersion, lifeById, returnVersion } from './version-store.ts';

/** A bureau's version, and what it would do now. */
export interface Proposal {
  readonly life: RulebookLife;
  readonly unit: NonNullable<RulebookLife['unit']>;
  readonly inForceId: number;
  /** `null` where there is no campaign, or once it is decided. */
  readonly impactNow: FrozenImpact | null;
}

export interface Approval {
  readonly minutes: string;
  /** The day from which it holds; `null` is at once. */
  readonly activeOn: string | null;
  readonly password: string;
  /** What the page showed that is signed. */
  readonly seen: { readonly digest: string; readonly inForceId: number };
}

export type ApprovalOutcome =
  | { readonly kind: 'approved'; readonly jobId: number }
  | { readonly kind: 'wrong-password' }
  | { readonly kind: 'locked-out'; readonly minutes: number }
  /** Decided, or other rules came into force, since the page was made. */
  | { readonly kind: 'stale' };

/** The second pair of eyes: approval by the party group, return to the draft, start and progress (审定). */
export class ApprovalService {
  readonly #parts: LifecycleParts;

  constructor(parts: LifecycleParts) {
    this.#parts = parts;
  }

  /** @throws OperationalError `not-found` when no such version of a bureau is in reach */
  async find(id: number, reach: Reach): Promise<Proposal> {
    const { life, unit } = inReach(await lifeById(this.#parts.database.read, id), reach);
    const inForce = await this.#parts.rulebooks.inForce(life.kind, unit.path);
    // Only checked rulebooks are stored.
    const rulebook = JSON.parse(life.body) as Rulebook;
    const impactNow = life.state === 'proposed' ? await impactIn(this.#parts, rulebook, unit.path) : null;
    return { life, unit, inForceId: inForce.id, impactNow };
  }

  /**
   * Approves a proposal with the number of the minutes, signed with the password, and orders its activation.
   * @throws OperationalError `not-found`; `forbidden` when it is the approver's own proposal; `conflict`
   * when the bureau's catalogue, or a rulebook that is approved already, has one of its facts otherwise
   */
  async approve(id: number, approval: Approval, reach: Reach, viewer: Viewer): Promise<ApprovalOutcome> {
    const { database, ownAccount } = this.#parts;
    refuseOwn(inReach(await lifeById(database.read, id), reach).life, viewer.accountId);
    const confirmed = await ownAccount.confirm(viewer, approval.password);
    if (confirmed.kind !== 'right') return confirmed;
    return database.transaction((transaction) => this.#approve(transaction, id, approval, reach, viewer));
  }

  async #approve(
    transaction: Transaction,
    id: number,
    { minutes, activeOn, seen }: Approval,
    reach: Reach,
    viewer: Viewer,
  ): Promise<ApprovalOutcome> {
    const { rulebooks, clock, jobs, audit } = this.#parts;
    const { life, unit } = inReach(await lifeById(transaction, id), reach);
    refuseOwn(life, viewer.accountId);
    const inForce = await rulebooks.inForce(life.kind, unit.path, transaction);
    if (life.digest !== seen.digest || inForce.id !== seen.inForceId) return { kind: 'stale' };
    // Only checked rulebooks are stored.
    const rulebook = JSON.parse(life.body) as Rulebook;
    await refuseClashingFacts(transaction, unit.path, rulebook);
    await refuseClashWithApproved(transaction, { id, unitPath: unit.path }, rulebook);
    const deed = { accountId: viewer.accountId, by: viewer.displayName, at: clock.now() };
    const isApproved = await approveVersion(transaction, id, { ...deed, minutes: minutes.trim(), activeOn });
    if (!isApproved) return { kind: 'stale' };
    const payload = { versionId: id };
    const order = { lane: LANE, kind: ACTIVATION, payload, dueOn: activeOn, createdBy: deed.by };
    const jobId = await jobs.enqueue(transaction, order);
    await recordVersion(audit, transaction, actorOf(viewer), 'rulebook.approved', {
      ...{ id, unitPath: unit.path },
      details: { digest: life.digest, job: jobId, activeOn: activeOn ?? 'at-once' },
    });
    return { kind: 'approved', jobId };
  }

  /**
   * Returns a proposal with a reason; its text is a draft again, unless the bureau has another of that rulebook.
   * Returns the draft's id.
   * @throws OperationalError `not-found`; `conflict` when it was decided already
   */
  async giveBack(id: number, reason: string, reach: Reach, actor: Actor): Promise<number | null> {
    const { accountId } = actor;
    if (accountId === null) throw new Error('a proposal is returned by an account');
    const { database, clock, audit } = this.#parts;
    return database.transaction(async (transaction) => {
      const { life, unit } = inReach(await lifeById(transaction, id), reach);
      const at = clock.now();
      const deed = { accountId, by: actor.name, at, reason: reason.trim() };
      if (!(await returnVersion(transaction, id, deed))) throw decided();
      await recordVersion(audit, transaction, actor, 'rulebook.returned', {
        ...{ id, unitPath: unit.path },
        details: { digest: life.digest },
      });
      if ((await openDraft(transaction, unit.id, life.name)) !== null) return null;
      return insertRulebookDraft(transaction, {
        ...{ kind: life.kind, name: life.name, unitId: unit.id, versionId: id, at },
        // Only checked rulebooks are stored.
        text: draftTextOf(JSON.parse(life.body) as Rulebook),
        accountId: life.proposed?.accountId ?? accountId,
        by: life.proposed?.by ?? actor.name,
      });
    });
  }

  /**
   * Starts an approved version's activation now: one that waits for its day, or that stopped. Returns the job's id.
   * @throws OperationalError `not-found`; `conflict` when there is nothing to start
   */
  async start(id: number, reach: Reach, actor: Actor): Promise<number> {
    const { database, jobs, audit } = this.#parts;
    return database.transaction(async (transaction) => {
      const { life, unit } = inReach(await lifeById(transaction, id), reach);
      const unfinished = await jobs.unfinished(LANE, transaction);
      const job = unfinished.find((one) => one.kind === ACTIVATION && versionIdIn(one) === life.id);
      if (job === undefined || !(await jobs.hasten(transaction, job.id))) throw decided();
      await recordVersion(audit, transaction, actor, 'rulebook.activation-started', {
        ...{ id, unitPath: unit.path },
        details: { job: job.id },
      });
      return job.id;
    });
  }
}

function inReach(
  life: RulebookLife | null,
  reach: Reach,
): { readonly life: RulebookLife; readonly unit: NonNullable<RulebookLife['unit']> } {
  const unit = life?.unit ?? null;
  if (life === null || unit === null || !reaches(reach, unit.path)) throw noSuchVersion();
  return { life, unit };
}

function refuseOwn(life: RulebookLife, accountId: number): void {
  if (life.proposed?.accountId !== accountId) return;
  throw new OperationalError('forbidden', 'own-proposal', (text) => text.ruleChanges.errors.ownProposal);
}

function decided(): OperationalError {
  return new OperationalError('conflict', 'already-decided', (text) => text.ruleChanges.errors.decided);
}
