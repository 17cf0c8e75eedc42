import type { Transaction } from '../platform/database.ts';
import type { PendingRows } from '../platform/pending-rows.ts';
import type { FactSource } from '../risk-points/fact-source.ts';
import type { PointLedger } from '../risk-points/point-ledger-service.ts';
import { contentDigest } from './form-content.ts';
import type { FormPlan } from './form-plan.ts';
import {
  insertVersion,
  linkHoldings,
  rememberPaper,
  type FormVersion,
  type NewVersion,
  type StoredForm,
} from './form-store.ts';
import { addFirstVersion, addForm, addOpinionTexts } from './new-form-store.ts';
import type { FormOwner, Paper } from './paper.ts';
import { addValueSources } from './value-source-store.ts';

/** A paper with whose it is, the form on file, and what becomes of that. */
export interface PlannedPaper {
  readonly owner: FormOwner;
  readonly paper: Paper;
  readonly plan: FormPlan;
  readonly current: StoredForm | null;
}

export interface WrittenForm {
  readonly formId: number;
  /** The number of the version that was written; `null` where the one on file stays. */
  readonly version: number | null;
  /** The points' ids in the order of the plan. */
  readonly pointIds: readonly (number | null)[];
}

/** Writes forms and their versions. A new form waits among the import's rows, a known one is changed at once. */
export class FormWriting {
  readonly #transaction: Transaction;
  readonly #rows: PendingRows;
  readonly #ledger: PointLedger;
  readonly #at: string;

  constructor(transaction: Transaction, rows: PendingRows, ledger: PointLedger, at: string) {
    this.#transaction = transaction;
    this.#rows = rows;
    this.#ledger = ledger;
    this.#at = at;
  }

  /** Writes what a plan makes of a paper, with the places of its values. */
  async write(planned: PlannedPaper, source: FactSource): Promise<WrittenForm> {
    const { plan, current } = planned;
    const formId = current === null ? await this.#addForm(planned) : await this.#keepForm(planned, current);
    if (plan.outcome === 'unchanged') {
      return { formId, version: null, pointIds: plan.risks.map(({ pointId }) => pointId) };
    }
    const version = await this.#writeVersion(planned, formId);
    const pointIds = await this.#writePoints(planned, formId, version.id, source);
    return { formId, version: version.number, pointIds };
  }

  #addForm({ owner, paper, plan }: PlannedPaper): Promise<number> {
    return addForm(this.#rows, {
      campaignId: owner.campaignId,
      unitId: owner.unit.id,
      holdingIds: owner.holdingIds,
      paper: { kind: paper.form.kind, digest: plan.paperDigest },
    });
  }

  async #keepForm({ owner, paper, plan }: PlannedPaper, current: StoredForm): Promise<number> {
    const { kind } = paper.form;
    if (owner.holdingIds.length > 0) {
      await linkHoldings(this.#transaction, owner.campaignId, current.id, owner.holdingIds);
    }
    if (current.paperDigests[kind] !== plan.paperDigest) {
      await rememberPaper(this.#transaction, current.id, kind, plan.paperDigest);
    }
    return current.id;
  }

  async #writeVersion({ paper, plan, current }: PlannedPaper, formId: number): Promise<FormVersion> {
    const fields: Omit<NewVersion, 'replaces'> = {
      formId,
      sourceKind: paper.form.kind,
      content: plan.content,
      filledOn: paper.form.filledOn,
      digest: contentDigest(plan.content),
      importFileId: paper.fileId,
      at: this.#at,
    };
    const version =
      current === null
        ? await addFirstVersion(this.#rows, fields)
        : await insertVersion(this.#transaction, this.#rows, { ...fields, replaces: current.version });
    addOpinionTexts(this.#rows, version.id, paper.opinions);
    addValueSources(this.#rows, paper.places, { fileId: paper.fileId, formVersionId: version.id });
    return version;
  }

  /** Returns the points' ids in the order of the plan. */
  async #writePoints(
    { owner, paper, plan }: PlannedPaper,
    formId: number,
    formVersionId: number,
    source: FactSource,
  ): Promise<readonly number[]> {
    const { campaignId, unit, postIds, holdingIds } = owner;
    const home = { campaignId, formId, unitId: unit.id };
    const holder = { postId: postIds[0] ?? null, holdingId: holdingIds[0] ?? null };
    const pointIds: number[] = [];
    for (const { pointId, ordinal, text, measure, incoming } of plan.risks) {
      const revision = { formVersionId, ordinal, text, measure };
      const id = pointId ?? (await this.#ledger.add(this.#rows, { ...home, ...holder }, revision, source));
      if (pointId !== null)
        await this.#ledger.revise(this.#rows, { pointId, unitId: unit.id }, revision, source);
      pointIds.push(id);
      if (incoming === null) continue;
      addValueSources(this.#rows, paper.placesOf(incoming, 'content'), { fileId: paper.fileId, pointId: id });
    }
    for (const pointId of plan.withdrawn) await this.#ledger.withdraw(pointId, unit.id);
    return pointIds;
  }
}
