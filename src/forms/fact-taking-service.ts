import type { Transaction } from '../platform/database.ts';
import type { PendingRows } from '../platform/pending-rows.ts';
import type { FactSource } from '../risk-points/fact-source.ts';
import { knownFacts } from '../risk-points/own-fact-store.ts';
import type { FactOwner } from '../risk-points/own-fact.ts';
import { postOf } from '../risk-points/point-of-post-store.ts';
import type { PointLedger } from '../risk-points/point-ledger-service.ts';
import { setFactsOfPost } from '../risk-points/post-fact-service.ts';
import type { IncomingRisk, OwnFactSaid } from './form-content.ts';
import type { FilingResult, UnplacedFact } from './filing-result.ts';
import type { Paper } from './paper.ts';
import { addValueSources } from './value-source-store.ts';

/** Takes what papers say beside the forms' content: assessments, domains, declared grades, the bureau's own facts. */
export class FactTaking {
  readonly posts = new Set<number>();
  readonly #transaction: Transaction;
  readonly #rows: PendingRows;
  readonly #ledger: PointLedger;
  readonly #sourceOf: (paper: Paper) => FactSource;

  constructor(
    transaction: Transaction,
    rows: PendingRows,
    ledger: PointLedger,
    sourceOf: (paper: Paper) => FactSource,
  ) {
    this.#transaction = transaction;
    this.#rows = rows;
    this.#ledger = ledger;
    this.#sourceOf = sourceOf;
  }

  /** Returns of how many points anything changed, and the facts of posts that had no post to be set of. */
  async take(
    risks: readonly (IncomingRisk | null)[],
    pointIds: readonly (number | null)[],
    paper: Paper,
  ): Promise<Pick<FilingResult, 'assessed' | 'unplaced'>> {
    const unplaced: UnplacedFact[] = [];
    let assessed = 0;
    // What is said of points is compared with what is known of them.
    if (risks.some((risk) => risk !== null && saysFacts(risk))) await this.#rows.write();
    for (const [index, incoming] of risks.entries()) {
      const pointId = pointIds[index];
      if (incoming === null || pointId === null || pointId === undefined) continue;
      if (await this.#takeOf(pointId, incoming, paper, unplaced)) {
        assessed += 1;
        addValueSources(this.#rows, paper.placesOf(incoming, 'facts'), { fileId: paper.fileId, pointId });
      }
    }
    return { assessed, unplaced };
  }

  async #takeOf(
    pointId: number,
    risk: IncomingRisk,
    paper: Paper,
    unplaced: UnplacedFact[],
  ): Promise<boolean> {
    const source = this.#sourceOf(paper);
    const changes: boolean[] = [];
    for (const fact of ['probability', 'harm'] as const) {
      const value = risk[fact];
      if (value === null) continue;
      changes.push(await this.#ledger.assess(pointId, fact, value, source));
    }
    if (risk.domains !== null) changes.push(await this.#ledger.acceptDomains(pointId, risk.domains, source));
    if (risk.declaredGrade !== null) changes.push(await this.#ledger.declare(pointId, risk.declaredGrade));
    for (const said of risk.own ?? []) {
      const outcome = await this.#takeOwn(pointId, said, source);
      // All rows of a unit's own have what one of them says of the post.
      const isTold = unplaced.some(({ fact }) => fact === said.fact);
      if (outcome === 'no-post' && !isTold) unplaced.push({ risk, fact: said.fact });
      changes.push(outcome === 'set');
    }
    return changes.includes(true);
  }

  async #takeOwn(
    pointId: number,
    { fact, of, value }: OwnFactSaid,
    source: FactSource,
  ): Promise<'set' | 'same' | 'no-post'> {
    const owner: FactOwner = of === 'post' ? 'post' : 'risk_point';
    const id = of === 'post' ? await postOf(this.#transaction, pointId) : pointId;
    if (id === null) return 'no-post';
    if (await this.#isKnown(owner, id, fact, value)) return 'same';
    if (owner === 'risk_point') {
      await this.#ledger.setOwn(id, fact, value, source);
    } else {
      await setFactsOfPost(this.#transaction, id, [[fact, value]], source);
      this.posts.add(id);
    }
    return 'set';
  }

  async #isKnown(owner: FactOwner, id: number, fact: string, value: OwnFactSaid['value']): Promise<boolean> {
    const known = (await knownFacts(this.#transaction, owner, [id])).get(id) ?? [];
    return known.some((one) => one.fact === fact && one.value === value);
  }
}

/** Whether a risk says anything beside the content of a form. */
function saysFacts({ probability, harm, domains, declaredGrade, own = [] }: IncomingRisk): boolean {
  const said = [probability, harm, domains, declaredGrade];
  return own.length > 0 || said.some((value) => value !== null);
}
