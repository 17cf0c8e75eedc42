import type { Actor } from '../audit/audit-entry.ts';
import type { AuditService } from '../audit/audit-service.ts';
import type { GradingService } from '../grading/grading-service.ts';
import type { Reach } from '../organisation/reach.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Transaction } from '../platform/database.ts';
import { domainJudge } from '../rulebooks/domain-judge.ts';
import type { RulebookService } from '../rulebooks/rulebook-service.ts';
import type {
  AssessmentChange,
  AssessmentOutcome,
  PlannedAssessment,
  PointToAssess,
  Refusal,
} from './assessment.ts';
import { barTo } from './assessment-bar.ts';
import { changedFacts, writtenValue } from './assessed-steps.ts';
import { newAnswers } from './assessment-question.ts';
import { reachedPoints } from './assessment-service.ts';
import { answersOf, insertAnswers } from './point-answer-store.ts';
import { PointLedger } from './point-ledger-service.ts';
import { factSource, type FactSource } from './fact-source.ts';
import { lastSet } from './last-set-store.ts';

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: AuditService;
  readonly rulebooks: RulebookService;
  readonly grading: GradingService;
}

interface PlannedChange extends PlannedAssessment {
  readonly change: AssessmentChange;
  readonly point: PointToAssess;
}

/** Sets probability and harm. */
export class AssessService {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Writes all changes or none: where somebody else set a fact since it was looked at, or a point may no longer be
   * assessed, everything is refused and the refusals say why. What changes nothing leaves no trace.
   * @throws OperationalError `not-found` or `forbidden` when a point is not there or out of reach.
   */
  async assess(changes: readonly AssessmentChange[], reach: Reach, actor: Actor): Promise<AssessmentOutcome> {
    return this.#parts.database.transaction(async (transaction) => {
      const planned = await this.#plan(transaction, changes, reach);
      const refusals: Refusal[] = [];
      for (const plan of planned) refusals.push(...(await refusalsOf(transaction, plan)));
      if (refusals.length > 0) return { kind: 'refused', refusals };
      await this.#write(transaction, planned, actor);
      const count = (of: (plan: PlannedChange) => number): number =>
        planned.reduce((sum, plan) => sum + of(plan), 0);
      return {
        kind: 'saved',
        points: planned.length,
        facts: count(({ facts }) => facts.length),
        answers: count(({ answers }) => answers.length),
      };
    });
  }

  /** The changes that would write something. */
  async #plan(
    transaction: Transaction,
    changes: readonly AssessmentChange[],
    reach: Reach,
  ): Promise<readonly PlannedChange[]> {
    const ids = changes.map(({ pointId }) => pointId);
    const points = new Map((await reachedPoints(transaction, ids, reach)).map((point) => [point.id, point]));
    const planned: PlannedChange[] = [];
    for (const change of changes) {
      const point = points.get(change.pointId);
      if (point === undefined) continue;
      const { version } = await this.#parts.grading.scopeOf(point.bureauPath, transaction);
      const facts = changedFacts(change, version.body.scales);
      const answers = newAnswers(await answersOf(transaction, point.id), change.answers);
      const writes = facts.length > 0 || answers.length > 0 || change.note !== null;
      if (writes) planned.push({ change, point, facts, answers });
    }
    return planned;
  }

  async #write(transaction: Transaction, planned: readonly PlannedChange[], actor: Actor): Promise<void> {
    const { grading, rulebooks, clock } = this.#parts;
    const setAt = clock.now();
    const campaigns = new Map(planned.map(({ point }) => [point.campaignId, point.bureauPath]));
    for (const [campaignId, bureauPath] of campaigns) {
      const scope = await grading.scopeOf(bureauPath, transaction);
      const keywords = await rulebooks.inForce('domain', bureauPath, transaction);
      const ledger = new PointLedger(transaction, grading, scope, domainJudge(keywords.body));
      for (const plan of planned.filter(({ point }) => point.campaignId === campaignId)) {
        const source = { ...factSource(actor, setAt, null), note: plan.change.note };
        await writeOne(transaction, ledger, plan, source);
        await this.#record(transaction, plan, actor);
      }
      await ledger.settle(campaignId, setAt);
    }
  }

  #record(
    transaction: Transaction,
    { point, change, facts, answers }: PlannedChange,
    actor: Actor,
  ): Promise<void> {
    const steps = facts.map(({ fact, value }): readonly [string, string | null] => [
      fact,
      value?.step ?? null,
    ]);
    return this.#parts.audit.record(transaction, actor, {
      action: 'point.assessed',
      objectType: 'risk-point',
      objectId: String(point.id),
      unitPath: point.unitPath,
      details: { ...Object.fromEntries(steps), answers: answers.length, note: change.note !== null },
    });
  }
}

/** A note on a point whose facts stay confirms those that are known. */
async function writeOne(
  transaction: Transaction,
  ledger: PointLedger,
  { point, change, facts, answers }: PlannedChange,
  source: FactSource,
): Promise<void> {
  await insertAnswers(transaction, point.id, answers, source);
  const confirmed = (['probability', 'harm'] as const).map((fact) => ({ fact, value: point.facts[fact] }));
  const written = facts.length === 0 && change.note !== null ? confirmed : facts;
  for (const { fact, value } of written) await ledger.assess(point.id, fact, value, source);
}

async function refusalsOf(
  transaction: Transaction,
  { point, change }: PlannedChange,
): Promise<readonly Refusal[]> {
  const bar = barTo(point);
  if (bar !== null) return [{ kind: bar, pointId: point.id }];
  const refusals: Refusal[] = [];
  for (const fact of ['probability', 'harm'] as const) {
    const now = point.facts[fact];
    const isMine = now !== null && now.step === change.steps[fact];
    if (writtenValue(now) === change.seen[fact] || isMine) continue;
    const last = await lastSet(transaction, point.id, fact);
    refusals.push({ kind: 'changed', pointId: point.id, fact, now, last });
  }
  return refusals;
}
