import type { GradingScope, GradingService } from '../grading/grading-service.ts';
import type { KeyDomain } from '../organisation/key-domain.ts';
import type { ScaleValue } from '../grading/case.ts';
import type { Transaction } from '../platform/database.ts';
import type { DomainJudge } from '../rulebooks/domain-judge.ts';
import type { Grade } from '../rulebooks/rulebook.ts';
import { areSameDomains, withAccepted, withSuggestions } from './point-domains.ts';
import { domainsOf, replaceDomains } from './point-domain-store.ts';
import {
  factsOf,
  insertAssessment,
  insertPoint,
  insertRevision,
  insertState,
  moveToRevision,
  setCase,
  setDeclaredGrade,
  withdrawPoint,
  type PointHome,
  type PointRevision,
} from './point-store.ts';
import { refreshRollups } from './rollup-store.ts';

/** Who sets facts, when, and from which file. */
export interface FactSource {
  readonly setBy: string;
  readonly setAt: string;
  readonly fileId: number | null;
}

/**
 * All changes of risk points in one transaction. `settle` must come last: it puts every touched point into its
 * case and counts the touched units anew.
 */
export class PointLedger {
  readonly #transaction: Transaction;
  readonly #grading: GradingService;
  readonly #scope: GradingScope;
  readonly #domains: DomainJudge;
  readonly #touched = new Map<number, number>();

  constructor(transaction: Transaction, grading: GradingService, scope: GradingScope, domains: DomainJudge) {
    this.#transaction = transaction;
    this.#grading = grading;
    this.#scope = scope;
    this.#domains = domains;
  }

  /** Gives a point (a new one for `null`) its text in a new version of its form. Returns its id. */
  async revise(
    pointId: number | null,
    home: PointHome,
    revision: PointRevision,
    source: FactSource,
  ): Promise<number> {
    const id = pointId ?? (await insertPoint(this.#transaction, home.formId));
    const revisionId = await insertRevision(this.#transaction, id, revision);
    const measureCount = revision.measure === null ? 0 : 1;
    const place = { id: revisionId, ordinal: revision.ordinal, measureCount };
    if (pointId === null) {
      const facts = { probability: null, harm: null, domain: null, measureCount };
      const caseId = await this.#grading.placeIn(this.#transaction, this.#scope, facts);
      await insertState(this.#transaction, id, home, place, caseId);
    } else {
      await moveToRevision(this.#transaction, id, place);
    }
    const known = await domainsOf(this.#transaction, id);
    const domains = withSuggestions(known, await this.#domains.suggest(revision.text, 'risk-point'));
    if (!areSameDomains(known, domains)) {
      await replaceDomains(this.#transaction, id, domains, { by: source.setBy, at: source.setAt });
    }
    this.#touched.set(id, home.unitId);
    return id;
  }

  async withdraw(pointId: number, unitId: number): Promise<void> {
    await withdrawPoint(this.#transaction, pointId);
    this.#touched.set(pointId, unitId);
  }

  /** Sets a fact unless it is already so. Returns whether anything changed. */
  async assess(
    pointId: number,
    fact: 'probability' | 'harm',
    value: ScaleValue,
    source: FactSource,
  ): Promise<boolean> {
    const known = await factsOf(this.#transaction, pointId);
    const before = known[fact];
    if (before?.scale === value.scale && before.step === value.step) return false;
    await insertAssessment(this.#transaction, pointId, fact, value, source);
    this.#touched.set(pointId, known.unitId);
    return true;
  }

  async acceptDomains(pointId: number, named: readonly KeyDomain[], source: FactSource): Promise<boolean> {
    const known = await domainsOf(this.#transaction, pointId);
    const domains = withAccepted(known, named);
    if (areSameDomains(known, domains)) return false;
    await replaceDomains(this.#transaction, pointId, domains, { by: source.setBy, at: source.setAt });
    this.#touched.set(pointId, (await factsOf(this.#transaction, pointId)).unitId);
    return true;
  }

  async declare(pointId: number, grade: Grade): Promise<boolean> {
    const known = await factsOf(this.#transaction, pointId);
    if (known.declaredGrade === grade) return false;
    await setDeclaredGrade(this.#transaction, pointId, grade);
    return true;
  }

  async settle(campaignId: number): Promise<void> {
    if (this.#touched.size === 0) return;
    for (const pointId of this.#touched.keys()) {
      const facts = await factsOf(this.#transaction, pointId);
      const caseId = await this.#grading.placeIn(this.#transaction, this.#scope, {
        probability: facts.probability,
        harm: facts.harm,
        domain: facts.domain,
        measureCount: facts.measureCount,
      });
      const isAssessed = facts.probability !== null && facts.harm !== null;
      const state = facts.state === 'entered' && isAssessed ? 'assessed' : facts.state;
      await setCase(this.#transaction, pointId, caseId, state);
    }
    const units = [...new Set(this.#touched.values())];
    await refreshRollups(this.#transaction, campaignId, this.#scope.version.id, units);
    this.#touched.clear();
  }
}
