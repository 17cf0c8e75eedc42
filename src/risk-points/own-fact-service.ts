import type { Actor } from '../audit/audit-entry.ts';
import type { AuditService } from '../audit/audit-service.ts';
import type { GradingService } from '../grading/grading-service.ts';
import { reaches, type Reach } from '../organisation/reach.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Queryable, Transaction } from '../platform/database.ts';
import { OperationalError } from '../platform/errors.ts';
import type { DeclaredFact } from '../rulebooks/declared-fact.ts';
import { domainJudge } from '../rulebooks/domain-judge.ts';
import { factsInUse } from '../rulebooks/facts-in-use-store.ts';
import type { FactValue } from '../rulebooks/fact-type.ts';
import type { RulebookService } from '../rulebooks/rulebook-service.ts';
import { barTo } from './assessment-bar.ts';
import { reachedPoints } from './assessment-service.ts';
import { factSource } from './fact-source.ts';
import { isSetOfPost } from './own-fact-change.ts';
import { sheetGuard, valueIn, type OwnFactSheet } from './own-fact-sheet.ts';
import type { FactOwner } from './own-fact.ts';
import { knownFacts } from './own-fact-store.ts';
import { postOf, postPlace } from './point-of-post-store.ts';
import { setFactsOfPost, settlePosts } from './post-fact-service.ts';
import { PointLedger } from './point-ledger-service.ts';

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: AuditService;
  readonly grading: GradingService;
  readonly rulebooks: RulebookService;
}

type Values = Readonly<Record<string, FactValue>>;

/** What setting facts came to: how many changed, or why none was written. */
export type FactsOutcome =
  { readonly kind: 'saved'; readonly facts: number } | { readonly kind: 'changed' | 'barred' };

/** Sets the facts that a bureau added, of points and of posts. */
export class OwnFactService {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** @throws OperationalError `not-found` when there is no such point or post in reach. */
  find(owner: FactOwner, id: number, reach: Reach): Promise<OwnFactSheet> {
    const { read } = this.#parts.database;
    return owner === 'post' ? this.#ofPost(read, id, reach) : this.#ofPoint(read, id, reach);
  }

  /** Sets facts to what somebody typed, unless the sheet is no longer the one that they saw. */
  async set(
    owner: FactOwner,
    id: number,
    { values, guard }: { readonly values: Values; readonly guard: string },
    reach: Reach,
    actor: Actor,
  ): Promise<FactsOutcome> {
    return this.#parts.database.transaction(async (transaction) => {
      const sheet =
        owner === 'post'
          ? await this.#ofPost(transaction, id, reach)
          : await this.#ofPoint(transaction, id, reach);
      if (sheet.isBarred) return { kind: 'barred' };
      if (sheetGuard(sheet) !== guard) return { kind: 'changed' };
      const changed = Object.entries(values).filter(([fact, value]) => valueIn(sheet.known, fact) !== value);
      if (changed.length === 0) return { kind: 'saved', facts: 0 };
      if (owner === 'post') await this.#writePost(transaction, sheet, changed, actor);
      else await this.#writePoint(transaction, sheet, changed, actor);
      await this.#parts.audit.record(transaction, actor, {
        action: 'facts.set',
        objectType: owner === 'post' ? 'post' : 'risk-point',
        objectId: String(id),
        unitPath: sheet.unitPath,
        details: Object.fromEntries(changed),
      });
      return { kind: 'saved', facts: changed.length };
    });
  }

  async #ofPoint(from: Queryable, id: number, reach: Reach): Promise<OwnFactSheet> {
    const [point] = await reachedPoints(from, [id], reach);
    if (point === undefined) throw new Error('reachedPoints gives every point');
    const declared = await this.#declared(from, point.bureauPath);
    const ofPost = declared.some(isSetOfPost) ? await postOf(from, id) : null;
    return {
      ...{ owner: 'risk_point', id, name: point.text, unitName: point.unitName, unitPath: point.unitPath },
      postId: ofPost,
      declared: declared.filter(({ of, derived }) => of === 'risk-point' && derived === undefined),
      known: (await knownFacts(from, 'risk_point', [id])).get(id) ?? [],
      isBarred: barTo(point) !== null,
    };
  }

  async #ofPost(from: Queryable, id: number, reach: Reach): Promise<OwnFactSheet> {
    const post = await postPlace(from, id);
    if (post === null || !reaches(reach, post.unitPath)) {
      throw new OperationalError('not-found', 'no-post', (text) => text.facts.noPost);
    }
    return {
      ...{ owner: 'post', id, ...post, postId: null },
      declared: (await this.#declared(from, post.unitPath)).filter(isSetOfPost),
      known: (await knownFacts(from, 'post', [id])).get(id) ?? [],
      isBarred: false,
    };
  }

  async #declared(from: Queryable, unitPath: string): Promise<readonly DeclaredFact[]> {
    const { body } = await this.#parts.rulebooks.inForce('grading', unitPath, from);
    return factsInUse(from, unitPath, body);
  }

  async #writePoint(
    transaction: Transaction,
    sheet: OwnFactSheet,
    changed: readonly (readonly [string, FactValue])[],
    actor: Actor,
  ): Promise<void> {
    const [point] = await reachedPoints(transaction, [sheet.id], { unitPaths: [sheet.unitPath] });
    if (point === undefined) throw new Error('reachedPoints gives every point');
    const source = factSource(actor, this.#parts.clock.now(), null);
    const ledger = await this.#ledger(transaction, point.bureauPath);
    for (const [fact, value] of changed) await ledger.setOwn(sheet.id, fact, value, source);
    await ledger.settle(point.campaignId, source.setAt);
  }

  async #writePost(
    transaction: Transaction,
    sheet: OwnFactSheet,
    changed: readonly (readonly [string, FactValue])[],
    actor: Actor,
  ): Promise<void> {
    const source = factSource(actor, this.#parts.clock.now(), null);
    await setFactsOfPost(transaction, sheet.id, changed, source);
    const ledger = await this.#ledger(transaction, sheet.unitPath);
    await settlePosts(transaction, ledger, [sheet.id], source.setAt);
  }

  async #ledger(transaction: Transaction, bureauPath: string): Promise<PointLedger> {
    const { grading, rulebooks } = this.#parts;
    const scope = await grading.scopeOf(bureauPath, transaction);
    const keywords = await rulebooks.inForce('domain', bureauPath, transaction);
    return new PointLedger(transaction, grading, scope, domainJudge(keywords.body));
  }
}
