import type { Actor } from '../audit/audit-entry.ts';
import type { AuditService } from '../audit/audit-service.ts';
import { textKey } from '../language/normalise.ts';
import type { Transaction } from '../platform/database.ts';
import { factSource, type FactSource } from '../risk-points/fact-source.ts';
import type { PointLedger } from '../risk-points/point-ledger-service.ts';
import { FactTaking, keepPlaces } from './fact-taking-service.ts';
import { contentDigest, type IncomingRisk } from './form-content.ts';
import { planForm, type FormPlan } from './form-plan.ts';
import {
  formOfHoldings,
  formOfUnit,
  insertForm,
  insertOpinionTexts,
  insertVersion,
  linkHoldings,
  NO_VERSION,
  rememberPaper,
  type StoredForm,
  type FormVersion,
} from './form-store.ts';
import type { FormOwner, Paper } from './paper.ts';
import { riskMatches, type FilingResult, type RiskMatch } from './filing-result.ts';
import { pointsByText } from './known-text-store.ts';
import { insertValueSources } from './value-source-store.ts';

const NOTHING_FILED = {
  formId: null,
  outcome: 'unchanged',
  findings: [],
  unplaced: [],
  withdrawn: 0,
} as const;

/** Puts papers on file, inside the transaction of an import. */
export class FilingService {
  readonly #transaction: Transaction;
  readonly #ledger: PointLedger;
  readonly #audit: AuditService;
  readonly #actor: Actor;
  readonly #at: string;
  readonly #facts: FactTaking;

  constructor(transaction: Transaction, ledger: PointLedger, audit: AuditService, actor: Actor, at: string) {
    this.#transaction = transaction;
    this.#ledger = ledger;
    this.#audit = audit;
    this.#actor = actor;
    this.#at = at;
    this.#facts = new FactTaking(transaction, ledger, (paper) => this.#source(paper));
  }

  /**
   * Files one paper. Writes nothing when the plan found something only a person can decide. A register that names
   * no person speaks of the unit's known points wherever their texts are equal.
   */
  async file(owner: FormOwner, paper: Paper): Promise<FilingResult> {
    if (paper.form.kind !== 'register' || owner.holdingIds.length > 0) return this.#filePaper(owner, paper);
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
    const formId = current?.id ?? (await insertForm(this.#transaction, owner.campaignId, owner.unit.id));
    if (owner.holdingIds.length > 0) {
      await linkHoldings(this.#transaction, owner.campaignId, formId, owner.holdingIds);
    }
    const pointIds =
      plan.outcome === 'unchanged'
        ? plan.risks.map(({ pointId }) => pointId)
        : await this.#writeVersion(owner, paper, plan, formId, current?.version ?? NO_VERSION);
    if (current?.paperDigests[paper.form.kind] !== plan.paperDigest) {
      await rememberPaper(this.#transaction, formId, paper.form.kind, plan.paperDigest);
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

  #currentForm(owner: FormOwner): Promise<StoredForm | null> {
    return owner.holdingIds.length > 0
      ? formOfHoldings(this.#transaction, owner.campaignId, owner.holdingIds)
      : formOfUnit(this.#transaction, owner.campaignId, owner.unit.id);
  }

  /** Writes a new version and its points. Returns the points' ids in the order of the plan. */
  async #writeVersion(
    owner: FormOwner,
    paper: Paper,
    plan: FormPlan,
    formId: number,
    replaces: number,
  ): Promise<readonly number[]> {
    const { id: formVersionId, number: version } = await this.#insertVersion(paper, plan, formId, replaces);
    const source = this.#source(paper);
    const home = {
      campaignId: owner.campaignId,
      formId,
      unitId: owner.unit.id,
      postId: owner.postIds[0] ?? null,
      holdingId: owner.holdingIds[0] ?? null,
    };
    const pointIds: number[] = [];
    for (const { pointId, ordinal, text, measure, incoming } of plan.risks) {
      const id = await this.#ledger.revise(pointId, home, { formVersionId, ordinal, text, measure }, source);
      pointIds.push(id);
      if (incoming !== null)
        await keepPlaces(this.#transaction, paper, paper.placesOf(incoming, 'content'), id);
    }
    for (const pointId of plan.withdrawn) await this.#ledger.withdraw(pointId, owner.unit.id);
    await this.#record(plan.outcome === 'created' ? 'form.filed' : 'form.replaced', formId, owner, {
      version,
      points: plan.risks.length,
      withdrawn: plan.withdrawn.length,
    });
    return pointIds;
  }

  async #insertVersion(paper: Paper, plan: FormPlan, formId: number, replaces: number): Promise<FormVersion> {
    const version = await insertVersion(this.#transaction, {
      formId,
      replaces,
      sourceKind: paper.form.kind,
      content: plan.content,
      filledOn: paper.form.filledOn,
      digest: contentDigest(plan.content),
      importFileId: paper.fileId,
      at: this.#at,
    });
    await insertOpinionTexts(this.#transaction, version.id, paper.opinions);
    const { fileId } = paper;
    const places = paper.places.map((place) => ({ ...place, fileId, formVersionId: version.id }));
    await insertValueSources(this.#transaction, places);
    return version;
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
    return this.#audit.record(this.#transaction, this.#actor, {
      action,
      objectType: action.startsWith('form.') ? 'form' : 'org-unit',
      objectId: String(objectId),
      unitPath: owner.unit.path,
      details,
    });
  }
}
