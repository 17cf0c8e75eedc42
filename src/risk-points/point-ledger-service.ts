import type { GradingScope, GradingService } from '../grading/grading-service.ts';
import type { KeyDomain } from '../organisation/key-domain.ts';
import type { ScaleValue } from '../grading/case.ts';
import type { Transaction } from '../platform/database.ts';
import type { PendingRows } from '../platform/pending-rows.ts';
import type { DomainJudge } from '../rulebooks/domain-judge.ts';
import type { Grade } from '../rulebooks/rulebook.ts';
import { domainPlan, type DomainPlan } from './domain-change.ts';
import type { FactValue } from '../rulebooks/fact-type.ts';
import type { FactSource } from './fact-source.ts';
import { KnownCases } from './known-cases-service.ts';
import { addPoint, addRevision, addSuggestedDomains } from './new-point-store.ts';
import { settleOwnFacts } from './own-fact-settling-service.ts';
import { keepFactChange, writeFacts } from './own-fact-store.ts';
import { withAccepted, withSuggestions } from './point-domains.ts';
import { domainsOf, keepDomainChanges, writeDomains } from './point-domain-store.ts';
import {
  factsOf,
  factsOfPoints,
  insertAssessment,
  measuresIn,
  moveToRevision,
  setCases,
  setDeclaredGrade,
  withdrawPoint,
  type PointHome,
  type PointRevision,
  type StoredFacts,
} from './point-store.ts';
import type { PointState } from './risk-point.ts';
import { refreshRollups } from './rollup-store.ts';

/**
 * All changes of risk points in one transaction. `settle` must come last: it puts every touched point into its
 * case and counts the touched units anew.
 */
export class PointLedger {
  readonly #transaction: Transaction;
  readonly #cases: KnownCases;
  readonly #scope: GradingScope;
  readonly #domains: DomainJudge;
  readonly #touched = new Map<number, number>();
  readonly #units = new Set<number>();

  constructor(transaction: Transaction, grading: GradingService, scope: GradingScope, domains: DomainJudge) {
    this.#transaction = transaction;
    this.#cases = new KnownCases(transaction, grading, scope);
    this.#scope = scope;
    this.#domains = domains;
  }

  /** Adds a point that waits to be written among `rows`, which are written before anything else is done with it. */
  async add(
    rows: PendingRows,
    home: PointHome,
    revision: PointRevision,
    source: FactSource,
  ): Promise<number> {
    const measureCount = measuresIn(revision);
    const facts = { probability: null, harm: null, domain: null, measureCount, own: {} };
    const id = await addPoint(rows, home, revision, { measureCount, caseId: await this.#cases.of(facts) });
    const domains = withSuggestions([], await this.#domains.suggest(revision.text, 'risk-point'));
    addSuggestedDomains(rows, domainPlan(id, [], domains), source.setAt);
    this.#touched.set(id, home.unitId);
    return id;
  }

  /** Gives a known point its text in a new version of its form. */
  async revise(
    rows: PendingRows,
    { pointId, unitId }: { readonly pointId: number; readonly unitId: number },
    revision: PointRevision,
    source: FactSource,
  ): Promise<void> {
    const revisionId = await addRevision(rows, pointId, revision);
    await rows.write();
    const measureCount = measuresIn(revision);
    const place = { id: revisionId, ordinal: revision.ordinal, measureCount };
    await moveToRevision(this.#transaction, pointId, place);
    const known = await domainsOf(this.#transaction, pointId);
    const domains = withSuggestions(known, await this.#domains.suggest(revision.text, 'risk-point'));
    const plan = domainPlan(pointId, known, domains);
    if (plan.changes.length > 0) await this.#writeDomains([plan], source);
    this.#touched.set(pointId, unitId);
  }

  async withdraw(pointId: number, unitId: number): Promise<void> {
    await withdrawPoint(this.#transaction, pointId);
    this.#touched.set(pointId, unitId);
  }

  /**
   * Sets a fact, or takes it back to unknown with `null`, unless it is already so; with a note, what is already so
   * is confirmed. Returns whether anything was written.
   */
  async assess(
    pointId: number,
    fact: 'probability' | 'harm',
    value: ScaleValue | null,
    source: FactSource,
  ): Promise<boolean> {
    const known = await factsOf(this.#transaction, pointId);
    const before = known[fact];
    const isSame = before?.scale === value?.scale && before?.step === value?.step;
    if (isSame && (source.note === null || value === null)) return false;
    await insertAssessment(this.#transaction, pointId, fact, { value, before }, source);
    this.#touched.set(pointId, known.unitId);
    return true;
  }

  /** Accepts the named domains, the first as the main one. Returns whether anything changed. */
  async acceptDomains(pointId: number, named: readonly KeyDomain[], source: FactSource): Promise<boolean> {
    const known = await domainsOf(this.#transaction, pointId);
    const plan = domainPlan(pointId, known, withAccepted(known, named));
    if (plan.changes.length === 0) return false;
    await this.decideDomains(
      [{ ...plan, unitId: (await factsOf(this.#transaction, pointId)).unitId }],
      source,
    );
    return true;
  }

  /** Writes what somebody decided about the domains of any number of points, and keeps that they did. */
  async decideDomains(
    plans: readonly (DomainPlan & { readonly unitId: number })[],
    source: FactSource,
  ): Promise<void> {
    await this.#writeDomains(plans, source);
    await keepDomainChanges(this.#transaction, plans, source);
    for (const { pointId, unitId } of plans) this.#touched.set(pointId, unitId);
  }

  async declare(pointId: number, grade: Grade): Promise<boolean> {
    const known = await factsOf(this.#transaction, pointId);
    if (known.declaredGrade === grade) return false;
    await setDeclaredGrade(this.#transaction, pointId, grade);
    return true;
  }

  /** Says that a point's facts were put back as they had been. */
  touch(pointId: number, unitId: number): void {
    this.#touched.set(pointId, unitId);
  }

  /** Says that a unit lost a point. */
  recount(unitId: number): void {
    this.#units.add(unitId);
  }

  /** Sets a fact that the bureau added, of one point, or takes it back to unknown with `null`. */
  async setOwn(pointId: number, fact: string, value: FactValue, source: FactSource): Promise<void> {
    const { setBy, setAt } = source;
    await writeFacts(this.#transaction, 'risk_point', [{ id: pointId, fact, value, setBy, setAt }]);
    await keepFactChange(this.#transaction, 'risk_point', { id: pointId, fact, value, source });
    this.#touched.set(pointId, (await factsOf(this.#transaction, pointId)).unitId);
  }

  /** @param at when: derived facts of the touched points are computed then */
  async settle(campaignId: number, at: string): Promise<void> {
    const rulebook = this.#scope.version.body;
    const moved = await settleOwnFacts(this.#transaction, campaignId, [...this.#touched.keys()], {
      rulebook,
      at,
    });
    for (const [pointId, unitId] of moved) this.#touched.set(pointId, unitId);
    const units = new Set([...this.#touched.values(), ...this.#units]);
    if (units.size === 0) return;
    for (const { caseId, state, ids } of await this.#places()) {
      await setCases(this.#transaction, ids, caseId, state);
    }
    await refreshRollups(this.#transaction, campaignId, this.#scope.version.id, [...units]);
    this.#touched.clear();
    this.#units.clear();
  }

  /** The touched points by the case and state that they now belong in. */
  async #places(): Promise<readonly { caseId: number; state: PointState; ids: number[] }[]> {
    const places = new Map<string, { caseId: number; state: PointState; ids: number[] }>();
    for (const [pointId, stored] of await factsOfPoints(this.#transaction, [...this.#touched.keys()])) {
      const { probability, harm, domain, measureCount, own } = stored;
      const facts = { probability, harm, domain, measureCount, own };
      const caseId = await this.#cases.of(facts);
      const state = stateAfter(stored);
      const place = places.get(`${String(caseId)} ${state}`);
      if (place === undefined) places.set(`${String(caseId)} ${state}`, { caseId, state, ids: [pointId] });
      else place.ids.push(pointId);
    }
    return [...places.values()];
  }

  #writeDomains(plans: readonly DomainPlan[], { setBy, setAt }: FactSource): Promise<void> {
    return writeDomains(this.#transaction, plans, { by: setBy, at: setAt });
  }
}

/** A point is assessed once both facts are known, and no longer when one is taken back; later states stay. */
function stateAfter({ state, probability, harm }: StoredFacts): PointState {
  if (state !== 'entered' && state !== 'assessed') return state;
  return probability !== null && harm !== null ? 'assessed' : 'entered';
}
