import type { Actor } from '../audit/audit-entry.ts';
import type { Texts } from '../language/texts.ts';
import { zh } from '../language/zh.ts';
import { unitById } from '../organisation/organisation-store.ts';
import { reaches, type Reach } from '../organisation/reach.ts';
import type { Transaction } from '../platform/database.ts';
import { OperationalError } from '../platform/errors.ts';
import { digestOf } from '../rulebooks/digest.ts';
import { onFileAt } from '../rulebooks/on-file-store.ts';
import type { RulebookCheck } from '../rulebooks/rulebook-check.ts';
import type { RulebookFinding } from '../rulebooks/rulebook-finding.ts';
import type { Rulebook } from '../rulebooks/rulebook.ts';
import { parseRulebook } from '../rulebooks/rulebook-schema.ts';
import { wasInForceAt } from './activation-history-store.ts';
import { blocking, outdatedExamples } from './bench.ts';
import type { Draft } from './draft.ts';
import { deleteDraft, draftById } from './draft-store.ts';
import { changedBy, type FrozenImpact } from './effect/frozen-impact.ts';
import { impactIn } from './impact-in-service.ts';
import type { LifecycleParts } from './lifecycle-parts-service.ts';
import { withExamplesOfNow, type OutdatedExample } from './outdated-example.ts';
import { noSuchVersion, recordVersion } from './version-record-service.ts';
import type { EarlierVersion, Frozen, RulebookLife } from './version.ts';
import { insertProposal, lifeById, openVersion, type NewProposal } from './version-store.ts';

/** A draft as it would be proposed now. */
export interface Prospect {
  readonly draft: Draft;
  /** The version that the draft is based on. */
  readonly base: Rulebook;
  readonly check: RulebookCheck;
  /** What keeps it from being proposed. */
  readonly blocked: readonly RulebookFinding[];
  /** The examples that proposing makes say what holds now. */
  readonly outdated: readonly OutdatedExample[];
  /** What would be proposed; `null` while the text is no sound rulebook. */
  readonly rulebook: Rulebook | null;
  readonly impact: FrozenImpact | null;
  /** Of the same bureau and rulebook, waiting for approval or its day: only one may. */
  readonly open: RulebookLife | null;
}

/** How a rulebook's text becomes a proposal: from a draft, or from an earlier version (评定标准的提请审定). */
export class ProposalService {
  readonly #parts: LifecycleParts;

  constructor(parts: LifecycleParts) {
    this.#parts = parts;
  }

  /**
   * What a draft would be proposed as, with what its check finds in the words of `texts`.
   * @throws OperationalError `not-found` when no such draft is in reach
   */
  async prospect(draftId: number, reach: Reach, texts: Texts = zh): Promise<Prospect> {
    const draft = await this.#parts.drafts.find(draftId, reach);
    const { name, version } = draft.basedOn;
    const base = await this.#parts.rulebooks.find(`${name}@${version}`);
    if (base === null) throw new Error('the version that a draft is based on is kept');
    const judged = await this.#judged(draft.text, base.body, draft.unitPath, texts);
    const { rulebook } = judged;
    const impact = rulebook === null ? null : await impactIn(this.#parts, rulebook, draft.unitPath);
    const open = await openVersion(this.#parts.database.read, draft.unitId, draft.name);
    return { draft, base: base.body, ...judged, impact, open };
  }

  /**
   * Freezes a draft as a proposed version and takes the draft away. Returns the version's id.
   * @throws OperationalError `not-found`; `conflict` when it was saved since it was seen, or while another proposal
   * of the same rulebook waits; `invalid` when the check finds what keeps it from being proposed
   */
  async propose(
    draftId: number,
    { guard, reason }: { readonly guard: number; readonly reason: string },
    reach: Reach,
    actor: Actor,
  ): Promise<number> {
    const { draft, check, blocked, rulebook, impact, open } = await this.prospect(draftId, reach);
    if (draft.guard !== guard) throw changedMeanwhile();
    if (open !== null) throw alreadyOpen();
    if (blocked.length > 0 || rulebook === null) throw unsound();
    return this.#parts.database.transaction(async (transaction) => {
      const unchanged = await draftById(transaction, draftId);
      if (unchanged?.guard !== guard || !(await deleteDraft(transaction, { id: draftId, guard }))) {
        throw changedMeanwhile();
      }
      return this.#store(transaction, actor, rulebook, {
        unit: { id: draft.unitId, path: draft.unitPath },
        basedOnId: draft.basedOn.versionId,
        reinstatesId: null,
        reason,
        frozen: frozenOf(rulebook, check, impact),
      });
    });
  }

  /** What an earlier version would do to a bureau now. @throws OperationalError `not-found` */
  async earlier(versionId: number, unitId: number | null, reach: Reach): Promise<EarlierVersion> {
    const { read } = this.#parts.database;
    const life = await lifeById(read, versionId);
    const unit = life === null ? null : (life.unit ?? (await unitById(read, unitId ?? 0)));
    if (life === null || unit === null || !reaches(reach, unit.path)) throw noSuchVersion();
    // Only checked rulebooks are stored.
    const impact = await impactIn(this.#parts, JSON.parse(life.body) as Rulebook, unit.path);
    const open = await openVersion(read, unit.id, life.name);
    return { life, unit, impact, open, isReturning: await wasInForceAt(read, versionId, unit.path) };
  }

  /**
   * Proposes an earlier version's text again, for its own bureau, or for any where it came with the program.
   * @throws OperationalError `not-found`; `conflict` while another proposal of the same rulebook waits
   */
  async reinstate(
    versionId: number,
    { unitId, reason }: { readonly unitId: number | null; readonly reason: string },
    reach: Reach,
    actor: Actor,
  ): Promise<number> {
    const { life, unit, impact, open } = await this.earlier(versionId, unitId, reach);
    if (open !== null) throw alreadyOpen();
    // It was checked when it was stored, and now again.
    const itself = JSON.parse(life.body) as Rulebook;
    const { check, blocked, rulebook } = await this.#judged(life.body, itself, unit.path);
    if (blocked.length > 0 || rulebook === null) throw unsound();
    return this.#parts.database.transaction((transaction) =>
      this.#store(transaction, actor, rulebook, {
        unit,
        basedOnId: versionId,
        reinstatesId: versionId,
        reason,
        frozen: frozenOf(rulebook, check, impact),
      }),
    );
  }

  /** A text with what its check says, and as it would be proposed. */
  async #judged(
    text: string,
    base: Rulebook,
    unitPath: string,
    texts: Texts = zh,
  ): Promise<Pick<Prospect, 'check' | 'blocked' | 'outdated' | 'rulebook'>> {
    const onFile = await onFileAt(this.#parts.database.read, unitPath);
    const check = await this.#parts.judging.check(text, texts, onFile);
    const parsed = parseRulebook(text);
    const found = { check, blocked: blocking({ check, parsed, base }), outdated: [] };
    if (!('rulebook' in parsed)) return { ...found, rulebook: null };
    const { rulebook } = parsed;
    if (rulebook.kind !== 'grading') return { ...found, rulebook };
    return { ...found, ...(await withExamplesOfNow(rulebook, outdatedExamples({ check, parsed, base }))) };
  }

  async #store(
    transaction: Transaction,
    actor: Actor,
    rulebook: Rulebook,
    order: Pick<NewProposal, 'basedOnId' | 'reinstatesId'> & {
      readonly unit: { readonly id: number; readonly path: string };
      readonly reason: string;
      readonly frozen: Frozen;
    },
  ): Promise<number> {
    const { accountId } = actor;
    if (accountId === null) throw new Error('a rulebook is proposed by an account');
    const { unit, basedOnId, reinstatesId, reason, frozen } = order;
    if ((await openVersion(transaction, unit.id, rulebook.name)) !== null) throw alreadyOpen();
    const digest = digestOf(rulebook);
    const id = await insertProposal(transaction, {
      ...{ name: rulebook.name, body: JSON.stringify(rulebook), digest, unitId: unit.id },
      ...{ basedOnId, reinstatesId },
      proposed: { accountId, by: actor.name, at: this.#parts.clock.now(), reason: reason.trim(), frozen },
    });
    await recordVersion(this.#parts.audit, transaction, actor, 'rulebook.proposed', {
      ...{ id, unitPath: unit.path },
      details: { digest, basedOn: basedOnId, changed: changedBy(frozen.impact) },
    });
    return id;
  }
}

function frozenOf({ examples }: Rulebook, check: RulebookCheck, impact: Frozen['impact']): Frozen {
  const { cases, sampled } = check;
  return { verification: { cases, sampled }, examples: { passed: examples.length }, impact };
}

function changedMeanwhile(): OperationalError {
  return new OperationalError('conflict', 'draft-changed', (text) => text.ruleChanges.errors.draftChanged);
}

function alreadyOpen(): OperationalError {
  return new OperationalError('conflict', 'proposal-open', (text) => text.ruleChanges.errors.alreadyOpen);
}

function unsound(): OperationalError {
  return new OperationalError('invalid', 'rulebook-unsound', (text) => text.ruleChanges.errors.unsound);
}
