import type { Actor } from '../audit/audit-entry.ts';
import type { AuditService } from '../audit/audit-service.ts';
import type { CampaignService } from '../campaigns/campaign-service.ts';
import type { GradingService } from '../grading/grading-service.ts';
import type { Reach } from '../organisation/reach.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Transaction } from '../platform/database.ts';
import { domainJudge } from '../rulebooks/domain-judge.ts';
import type { RulebookService } from '../rulebooks/rulebook-service.ts';
import { decisionPlan, subjectsInReach } from './decision-plan-service.ts';
import { filteredIds } from './decision-subject-store.ts';
import { commonPath } from '../organisation/common-path.ts';
import { barTo } from './assessment-bar.ts';
import { staleAmong } from './subject-plan.ts';
import { regradedBy } from './decision-tally.ts';
import type { DecisionOutcome, DecisionPlan, PlannedDecision, SeenPoint } from './domain-decision.ts';
import { factSource } from './fact-source.ts';
import type { DomainDecision } from './point-domains.ts';
import { PointLedger } from './point-ledger-service.ts';
import { countListed } from './point-list-store.ts';
import { MOST_POINTS_AT_ONCE, refuseTooMany } from './point-batch.ts';
import { pointsInView } from './points-in-view-service.ts';
import type { PointFilter, PointList } from './risk-point.ts';

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: AuditService;
  readonly campaigns: CampaignService;
  readonly rulebooks: RulebookService;
  readonly grading: GradingService;
}

/** The points that somebody chose: these, or all that a filter leaves. */
export type Selection = { readonly ids: readonly number[] } | { readonly filter: PointFilter };

/** People decide about the domains of points: one, or a whole list, all or nothing. */
export class DomainDecisionService {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** How many points of a filter somebody may decide about, as far as they reach and lists are counted. */
  async count(filter: PointFilter, reach: Reach): Promise<Pick<PointList, 'total' | 'hasMore'>> {
    const { scope } = await pointsInView(this.#parts, filter, reach);
    return countListed(this.#parts.database.read, scope, filter);
  }

  /**
   * What a decision would do to the chosen points. Writes nothing.
   * @throws OperationalError `not-found` or `forbidden` for a point that is not there or out of reach, `invalid` for
   * too many points.
   */
  async plan(selection: Selection, decision: DomainDecision, reach: Reach): Promise<DecisionPlan> {
    const { grading, database } = this.#parts;
    const { read } = database;
    const ids = 'ids' in selection ? selection.ids : await this.#idsOf(selection.filter, reach);
    refuseTooMany(ids);
    return decisionPlan(await subjectsInReach(read, ids, reach), decision, grading, read);
  }

  /**
   * Decides about the domains of points as somebody saw them: facts, cases, rollups, history and audit in one
   * transaction. If one of them is not any more what was seen, or may not change any more, nothing is written.
   * @throws OperationalError as `plan`.
   */
  async decide(
    seen: readonly SeenPoint[],
    decision: DomainDecision,
    reach: Reach,
    actor: Actor,
  ): Promise<DecisionOutcome> {
    refuseTooMany(seen);
    return this.#parts.database.transaction(async (transaction) => {
      const ids = seen.map(({ id }) => id);
      const subjects = await subjectsInReach(transaction, ids, reach);
      const stale = staleAmong(subjects, seen);
      if (stale.length > 0) return { kind: 'stale', points: stale };
      const barred = subjects.filter((subject) => barTo(subject) !== null);
      const [bar] = barred.flatMap((subject) => barTo(subject) ?? []);
      if (bar !== undefined) return { kind: 'barred', bar, barred };
      const plan = await decisionPlan(subjects, decision, this.#parts.grading, transaction);
      if (plan.points.length > 0) await this.#write(transaction, plan, actor);
      return { kind: 'done', plan };
    });
  }

  async #idsOf(filter: PointFilter, reach: Reach): Promise<readonly number[]> {
    const { scope } = await pointsInView(this.#parts, filter, reach);
    return filteredIds(this.#parts.database.read, scope, filter, MOST_POINTS_AT_ONCE + 1);
  }

  async #write(transaction: Transaction, plan: DecisionPlan, actor: Actor): Promise<void> {
    const { clock, audit, grading, rulebooks } = this.#parts;
    const source = factSource(actor, clock.now(), null);
    for (const points of byCampaign(plan.points)) {
      const { bureauPath, campaignId } = points[0].subject;
      const scope = await grading.scopeOf(bureauPath, transaction);
      const keywords = await rulebooks.inForce('domain', bureauPath, transaction);
      const ledger = new PointLedger(transaction, grading, scope, domainJudge(keywords.body));
      await ledger.decideDomains(points.map(ledgerPlan), source);
      await ledger.settle(campaignId, source.setAt);
    }
    await audit.record(transaction, actor, auditOf(plan));
  }
}

function ledgerPlan({ subject, plan }: PlannedDecision): Parameters<PointLedger['decideDomains']>[0][number] {
  return { ...plan, unitId: subject.unitId };
}

function auditOf(plan: DecisionPlan): Parameters<AuditService['record']>[2] {
  const { decision, points } = plan;
  const [only, ...others] = points;
  return {
    action: 'point.domains-decided',
    objectType: others.length === 0 ? 'risk-point' : 'campaign',
    objectId: String(others.length === 0 ? only?.subject.id : only?.subject.campaignId),
    unitPath: commonPath(points.map(({ subject }) => subject.unitPath)),
    details: {
      decision: decision.kind,
      domain: 'domain' in decision ? decision.domain : null,
      points: points.length,
      regraded: regradedBy(plan).length,
    },
  };
}

type AtLeastOne = readonly [PlannedDecision, ...PlannedDecision[]];

function byCampaign(points: readonly PlannedDecision[]): readonly AtLeastOne[] {
  const groups = new Map<number, [PlannedDecision, ...PlannedDecision[]]>();
  for (const point of points) {
    const group = groups.get(point.subject.campaignId);
    if (group === undefined) groups.set(point.subject.campaignId, [point]);
    else group.push(point);
  }
  return [...groups.values()];
}
