import type { Actor } from '../audit/audit-entry.ts';
import type { AuditService } from '../audit/audit-service.ts';
import type { CampaignService } from '../campaigns/campaign-service.ts';
import type { KeyDomain } from '../organisation/key-domain.ts';
import type { OrgUnit } from '../organisation/org-unit.ts';
import { reaches, type Reach } from '../organisation/reach.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Transaction } from '../platform/database.ts';
import { OperationalError } from '../platform/errors.ts';
import { divisionInReach } from './division-in-reach-service.ts';
import {
  nextExemption,
  reasonFault,
  type Exemption,
  type ExemptionCommand,
  type ExemptionState,
} from './exemption.ts';
import {
  exemptionById,
  insertExemption,
  listExemptions,
  moveExemption,
  openExemption,
} from './exemption-store.ts';

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: AuditService;
  readonly campaigns: CampaignService;
}

export interface ExemptionRequest {
  readonly unitId: number;
  readonly year?: number | undefined;
  readonly domain: KeyDomain;
  readonly reason: string;
}

export type RequestOutcome =
  | { readonly kind: 'requested'; readonly id: number }
  | { readonly kind: 'already-open'; readonly id: number };

export interface ExemptionDecision {
  readonly command: ExemptionCommand;
  readonly reason: string;
  /** How many steps the page showed on which it was decided. */
  readonly seenSteps: number;
}

export type DecisionOutcome =
  | { readonly kind: 'done'; readonly exemption: Exemption; readonly state: ExemptionState }
  /** Somebody was faster than the page that was decided on. */
  | { readonly kind: 'stale'; readonly exemption: Exemption };

/** Applications of divisions that a key domain does not concern them, and the decisions on those. */
export class ExemptionService {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The exemptions of a year's campaign, what waits first. */
  async list(
    query: { readonly year?: number; readonly state?: ExemptionState },
    reach: Reach,
  ): Promise<readonly Exemption[]> {
    const campaign = await this.#parts.campaigns.inView(reach, query.year);
    const { state } = query;
    const filter = state === undefined ? {} : { state };
    return listExemptions(this.#parts.database.read, campaign.id, reach, filter);
  }

  /** @throws OperationalError `not-found`, or `forbidden` when its unit is out of reach. */
  async find(id: number, reach: Reach): Promise<Exemption> {
    return inReach(await exemptionById(this.#parts.database.read, id), reach);
  }

  /**
   * Applies for an exemption of a division in one domain. The reason has been looked at before.
   * @throws OperationalError `not-found`, or `forbidden` when the unit is out of reach.
   */
  async request(request: ExemptionRequest, actor: Actor, reach: Reach): Promise<RequestOutcome> {
    const { database, clock, campaigns } = this.#parts;
    if (reasonFault('request', request.reason) !== null) throw new Error('the reason was not looked at');
    const { unitId, domain } = request;
    return database.transaction(async (transaction) => {
      const unit = await divisionInReach(transaction, unitId, reach);
      const campaign = await campaigns.inView({ unitPaths: [unit.path] }, request.year);
      const key = { campaignId: campaign.id, unitId, domain };
      const open = await openExemption(transaction, key);
      if (open !== null) return { kind: 'already-open', id: open };
      const step = {
        reason: request.reason.trim(),
        accountId: actor.accountId,
        actor: actor.name,
        at: clock.now(),
      };
      const id = await insertExemption(transaction, key, step);
      await this.#record(transaction, actor, id, unit, { state: 'requested', domain });
      return { kind: 'requested', id };
    });
  }

  /**
   * Approves, refuses, withdraws or revokes.
   * @throws OperationalError `not-found`, or `forbidden` when its unit is out of reach or when it is (or, to
   * withdraw, is not) the actor's own application.
   */
  async decide(
    id: number,
    decision: ExemptionDecision,
    actor: Actor,
    reach: Reach,
  ): Promise<DecisionOutcome> {
    const { database, clock } = this.#parts;
    const { accountId } = actor;
    if (accountId === null) throw new Error('an exemption is decided by an account');
    const { command, reason, seenSteps } = decision;
    if (reasonFault(command, reason) !== null) throw new Error('the reason was not looked at');
    return database.transaction(async (transaction) => {
      const exemption = inReach(await exemptionById(transaction, id), reach);
      const next = nextExemption(exemption, command, accountId);
      if (next.kind === 'own-application') throw refusedFor('ownApplication', 'own-application');
      if (next.kind === 'not-the-applicant') throw refusedFor('notTheApplicant', 'not-the-applicant');
      if (next.kind === 'passed' || exemption.steps.length !== seenSteps) return { kind: 'stale', exemption };
      const { state } = next;
      const said = reason.trim();
      await moveExemption(transaction, id, {
        state,
        reason: said === '' ? null : said,
        accountId,
        actor: actor.name,
        at: clock.now(),
      });
      const unit = { path: exemption.unitPath };
      await this.#record(transaction, actor, id, unit, { state, domain: exemption.domain });
      return { kind: 'done', exemption, state };
    });
  }

  #record(
    transaction: Transaction,
    actor: Actor,
    id: number,
    unit: Pick<OrgUnit, 'path'>,
    { state, domain }: { readonly state: ExemptionState; readonly domain: KeyDomain },
  ): Promise<void> {
    return this.#parts.audit.record(transaction, actor, {
      action: `exemption.${state}`,
      objectType: 'coverage-exemption',
      objectId: String(id),
      unitPath: unit.path,
      details: { domain },
    });
  }
}

function inReach(exemption: Exemption | null, reach: Reach): Exemption {
  if (exemption === null || !reaches(reach, exemption.unitPath)) {
    throw new OperationalError('not-found', 'no-exemption', (text) => text.exemptions.noSuch);
  }
  return exemption;
}

function refusedFor(words: 'ownApplication' | 'notTheApplicant', code: string): OperationalError {
  return new OperationalError('forbidden', code, (text) => text.exemptions[words]);
}
