import type { Actor } from '../audit/audit-entry.ts';
import type { AuditService } from '../audit/audit-service.ts';
import { unitById } from '../organisation/organisation-store.ts';
import { reaches, type Reach } from '../organisation/reach.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Transaction } from '../platform/database.ts';
import { OperationalError } from '../platform/errors.ts';
import { digestOf } from '../rulebooks/digest.ts';
import type { Rulebook } from '../rulebooks/rulebook.ts';
import {
  deleteDraft,
  draftById,
  draftsWithin,
  insertRulebookDraft,
  openDraft,
  updateDraft,
  versionToEdit,
} from './draft-store.ts';
import { sayFault } from './draft-text-words.ts';
import { draftTextFault, draftTextOf } from './draft-text.ts';
import type { Draft } from './draft.ts';

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: AuditService;
}

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly guard: number }
  /** Somebody saved in between. */
  | { readonly kind: 'conflict'; readonly theirs: Draft };

/** Drafts of rulebooks: each belongs to a bureau, and reach is checked against that unit's path. */
export class DraftService {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Opens a bureau's draft of a version's text.
   * @throws OperationalError `not-found` without such a version or a bureau in reach; `conflict` while one is open
   */
  async create(versionId: number, unitId: number, reach: Reach, actor: Actor): Promise<number> {
    const { accountId } = actor;
    if (accountId === null) throw new Error('a draft is opened by an account');
    return this.#parts.database.transaction(async (transaction) => {
      const version = await versionToEdit(transaction, versionId);
      if (version === null) throw noSuch();
      const unit = await unitById(transaction, unitId);
      if (unit?.kind !== 'bureau' || !reaches(reach, unit.path)) throw noSuch();
      const open = await openDraft(transaction, unitId, version.name);
      if (open !== null)
        throw new OperationalError('conflict', 'draft-open', (text) => text.workbench.alreadyOpen);
      const { kind, name } = version;
      // Only checked rulebooks are stored.
      const text = draftTextOf(JSON.parse(version.body) as Rulebook);
      const at = this.#parts.clock.now();
      const draft = { kind, name, unitId, versionId, text, accountId, by: actor.name, at };
      const id = await insertRulebookDraft(transaction, draft);
      await this.#record(transaction, actor, 'rulebook.draft-created', {
        draft: { id, kind, unitPath: unit.path },
        details: { version: versionId },
      });
      return id;
    });
  }

  /** @throws OperationalError `not-found` when there is none in reach */
  async find(id: number, reach: Reach): Promise<Draft> {
    return inReach(await draftById(this.#parts.database.read, id), reach);
  }

  /** The bureau's open draft of that version's rulebook; `null` when there is none in reach. */
  async openFor(versionId: number, unitId: number, reach: Reach): Promise<number | null> {
    const { read } = this.#parts.database;
    const version = await versionToEdit(read, versionId);
    const open = version === null ? null : await openDraft(read, unitId, version.name);
    return open !== null && reaches(reach, open.unitPath) ? open.id : null;
  }

  /** The drafts of bureaus in reach, the latest saved first. */
  async list(reach: Reach): Promise<readonly Draft[]> {
    return draftsWithin(this.#parts.database.read, reach);
  }

  /**
   * Keeps a draft's text, sound or not, if it goes on from the latest save.
   * @throws OperationalError `not-found`; `invalid` when the text is too long, no JSON object, or another rulebook
   */
  async save(
    id: number,
    { text, guard, from = 'page' }: Pick<Draft, 'text' | 'guard'> & { readonly from?: 'page' | 'file' },
    reach: Reach,
    actor: Actor,
  ): Promise<SaveOutcome> {
    return this.#parts.database.transaction(async (transaction) => {
      const draft = inReach(await draftById(transaction, id), reach);
      const fault = draftTextFault(text, draft);
      if (fault !== null) throw new OperationalError('invalid', `draft-${fault.fault}`, sayFault(fault));
      if (draft.text === text) return { kind: 'saved', guard: draft.guard };
      if (draft.guard !== guard) return { kind: 'conflict', theirs: draft };
      const saved = { text, by: actor.name, at: this.#parts.clock.now() };
      if (!(await updateDraft(transaction, draft, saved)))
        throw new Error('the draft changed under its lock');
      const action = from === 'file' ? 'rulebook.draft-imported' : 'rulebook.draft-saved';
      await this.#record(transaction, actor, action, {
        draft,
        details: { saves: guard, digest: digestOf(text) },
      });
      return { kind: 'saved', guard: guard + 1 };
    });
  }

  /** @throws OperationalError `not-found`; `conflict` when somebody saved since it was seen */
  async discard(id: number, guard: number, reach: Reach, actor: Actor): Promise<void> {
    await this.#parts.database.transaction(async (transaction) => {
      const draft = inReach(await draftById(transaction, id), reach);
      if (!(await deleteDraft(transaction, { id, guard }))) {
        throw new OperationalError('conflict', 'draft-changed', (text) => text.workbench.changedMeanwhile);
      }
      await this.#record(transaction, actor, 'rulebook.draft-discarded', {
        draft,
        details: { saves: guard },
      });
    });
  }

  #record(
    transaction: Transaction,
    actor: Actor,
    action: string,
    about: {
      readonly draft: Pick<Draft, 'id' | 'kind' | 'unitPath'>;
      readonly details: Readonly<Record<string, string | number>>;
    },
  ): Promise<void> {
    const { id, kind, unitPath } = about.draft;
    return this.#parts.audit.record(transaction, actor, {
      action,
      objectType: 'rulebook-draft',
      objectId: String(id),
      unitPath,
      details: { kind, ...about.details },
    });
  }
}

function inReach(draft: Draft | null, reach: Reach): Draft {
  if (draft === null || !reaches(reach, draft.unitPath)) throw noSuch();
  return draft;
}

function noSuch(): OperationalError {
  return new OperationalError('not-found', 'no-draft', (text) => text.workbench.noSuch);
}
