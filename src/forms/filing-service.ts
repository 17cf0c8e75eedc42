import type { AuditGroup } from '../audit/audit-group-service.ts';
import type { Actor } from '../audit/audit-entry.ts';
import { textKey } from '../language/normalise.ts';
import type { Transaction } from '../platform/database.ts';
import type { PendingRows } from '../platform/pending-rows.ts';
import { factSource, type FactSource } from '../risk-points/fact-source.ts';
import type { PointLedger } from '../risk-points/point-ledger-service.ts';
import { FactTaking } from './fact-taking-service.ts';
import type { IncomingRisk } from './form-content.ts';
import { planForm } from './form-plan.ts';
import { formOfHoldings, formOfUnit, type StoredForm } from './form-store.ts';
import { FormWriting } from './form-writing-service.ts';
import { coveredHoldings } from './new-form-store.ts';
import type { FormOwner, Paper } from './paper.ts';
import { riskMatches, type FilingResult, type RiskMatch } from './filing-result.ts';
import { pointsByText } from './known-text-store.ts';

const NOTHING_FILED = {
  formId: null,
  outcome: 'unchanged',
  findings: [],
  unplaced: [],
  withdrawn: 0,
} as const;

/** What an import writes with: its transaction, the rows that wait in it, and its part of the audit trail. */
export interface ImportWriting {
  readonly transaction: Transaction;
  readonly rows: PendingRows;
  readonly audit: AuditGroup;
}

/** Puts papers on file, inside the transaction of an import. What is new waits among its rows. */
export class FilingService {
  readonly #transaction: Transaction;
  readonly #rows: PendingRows;
  readonly #audit: AuditGroup;
  readonly #actor: Actor;
  readonly #at: string;
  readonly #facts: FactTaking;
  readonly #forms: FormWriting;
  /** By campaign: holdings that forms cover, those of waiting forms included. */
  readonly #covered = new Map<number, Set<number>>();

  constructor({ transaction, rows, audit }: ImportWriting, ledger: PointLedger, actor: Actor, at: string) {
    this.#transaction = transaction;
    this.#rows = rows;
    this.#audit = audit;
    this.#actor = actor;
    this.#at = at;
    this.#facts = new FactTaking(transaction, rows, ledger, (paper) => this.#source(paper));
    this.#forms = new FormWriting(transaction, rows, ledger, at);
  }

  /**
   * Files one paper. Writes nothing when the plan found something only a person can decide. A register that names
   * no person speaks of the unit's known points wherever their texts are equal.
   */
  async file(owner: FormOwner, paper: Paper): Promise<FilingResult> {
    if (paper.form.kind !== 'register' || owner.holdingIds.length > 0) return this.#filePaper(owner, paper);
    await this.#rows.write();
    const known = await pointsByText(this.#transaction, owner.campaignId, owner.unit.id);
    const pointOf = ({ text }: IncomingRisk): number | null => known.get(textKey(text)) ?? null;
    const others = paper.form.risks.filter((risk) => pointOf(risk) === null);
    const mentioned = paper.form.risks.filter((risk) => pointOf(risk) !== null);
    const taken = await this.#facts.take(mentioned, mentioned.map(pointOf), paper);
    const { assessed, unplaced } = taken;
    if (assessed > 0) await this.#record('unit.assessed', owner.unit.id, owner, { points: assessed });
    const matches = mentioned.map((risk): RiskMatch => ({ risk, kind: 'same', known: [] }));
    if (others.length === 0) return { ...NOTHING_FILED, ...taken, matches };
    const filed = await this.#filePaper(owner, { ...paper, form: { ...paper.form, risks: others } });
    return {
      ...filed,
      assessed: filed.assessed + assessed,
      unplaced: [...unplaced, ...filed.unplaced],
      matches: [...matches, ...filed.matches],
    };
  }

  async #filePaper(owner: FormOwner, paper: Paper): Promise<FilingResult> {
    const current = await this.#currentForm(owner);
    const plan = planForm(current, paper.form);
    const matches = riskMatches(plan, paper.form, current);
    if (plan.findings.some(({ code }) => code === 'ambiguous-point')) {
      return { ...NOTHING_FILED, outcome: plan.outcome, findings: plan.findings, assessed: 0, matches };
    }
    const { formId, version, pointIds } = await this.#forms.write(
      { owner, paper, plan, current },
      this.#source(paper),
    );
    for (const holdingId of owner.holdingIds) this.#covered.get(owner.campaignId)?.add(holdingId);
    if (version !== null) {
      await this.#record(plan.outcome === 'created' ? 'form.filed' : 'form.replaced', formId, owner, {
        version,
        points: plan.risks.length,
        withdrawn: plan.withdrawn.length,
      });
    }
    const incoming = plan.risks.map((risk) => risk.incoming);
    const taken = await this.#facts.take(incoming, pointIds, paper);
    const { assessed } = taken;
    if (assessed > 0) await this.#record('form.assessed', formId, owner, { points: assessed });
    const { outcome, findings, withdrawn } = plan;
    return { formId, outcome, findings, ...taken, withdrawn: withdrawn.length, matches };
  }

  /** The posts of which papers set facts. */
  get postsWithFacts(): ReadonlySet<number> {
    return this.#facts.posts;
  }

  /** The form on file, which is looked for only where there is one: forms that wait are written first. */
  async #currentForm({ campaignId, unit, holdingIds }: FormOwner): Promise<StoredForm | null> {
    const covered =
      this.#covered.get(campaignId) ?? new Set(await coveredHoldings(this.#transaction, campaignId));
    this.#covered.set(campaignId, covered);
    if (holdingIds.length > 0 && !holdingIds.some((id) => covered.has(id))) return null;
    await this.#rows.write();
    return holdingIds.length > 0
      ? formOfHoldings(this.#transaction, campaignId, holdingIds)
      : formOfUnit(this.#transaction, campaignId, unit.id);
  }

  #source(paper: Paper): FactSource {
    return factSource(this.#actor, this.#at, paper.fileId);
  }

  #record(
    action: `${'form' | 'unit'}.${string}`,
    objectId: number,
    owner: FormOwner,
    details: Readonly<Record<string, string | number>>,
  ): Promise<void> {
    return this.#audit.record({
      action,
      objectType: action.startsWith('form.') ? 'form' : 'org-unit',
      objectId: String(objectId),
      unitPath: owner.unit.path,
      details,
    });
  }
}
