import type { Actor } from '../../audit/audit-entry.ts';
import type { AuditService } from '../../audit/audit-service.ts';
import { bureaus } from '../../organisation/organisation-store.ts';
import type { OrgUnit } from '../../organisation/org-unit.ts';
import type { Database, Transaction } from '../../platform/database.ts';
import { loggable, type Log } from '../../platform/log.ts';
import type { RulebookService } from '../../rulebooks/rulebook-service.ts';
import type { ParsingWorker } from '../parsing-worker-service.ts';
import { readScalesAt } from '../read-scales-service.ts';
import { ConfidentialSieve } from './confidential-sieve-service.ts';
import type { ClearedFile, ImportDraft } from './import-draft.ts';
import * as store from './import-draft-store.ts';
import { openDraftsOfBureau } from './open-draft-store.ts';

interface Parts {
  readonly database: Database;
  readonly log: Log;
  readonly audit: AuditService;
  readonly rulebooks: RulebookService;
  readonly parsing: ParsingWorker;
}

/** What the audit trail says where texts of confidential posts were taken out of a draft. */
export const CONFIDENTIAL_REMOVED = 'import.confidential-removed';

/** Makes open drafts forget the texts of posts that became confidential (涉密) while nobody looked at them. */
export class DraftForgettingService {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Takes the texts of confidential posts out of every open draft of the bureau in which a unit lies, whoever
   * uploaded it. A draft that fails is left to the next look at it, and the log says so.
   */
  async forgetIn(unitPath: string, actor: Actor): Promise<void> {
    const { database, log } = this.#parts;
    const bureau = (await bureaus(database.read)).find(({ path }) => unitPath.startsWith(path));
    if (bureau === undefined) return;
    for (const id of await openDraftsOfBureau(database.read, bureau.id)) {
      try {
        await this.#forgetInDraft(id, bureau, actor);
      } catch (failure) {
        log.error(
          { draft: id, failure: loggable(failure) },
          'a draft could not be cleared of what is confidential',
        );
      }
    }
  }

  /** Begins again when somebody changed the draft meanwhile. */
  async #forgetInDraft(id: number, bureau: OrgUnit, actor: Actor): Promise<void> {
    const { read } = this.#parts.database;
    for (;;) {
      const draft = await store.draftById(read, id);
      if (draft?.state !== 'open') return;
      const cleared = await this.#toClear(draft, bureau);
      if (cleared.length === 0 || (await this.#replace(draft, bureau, cleared, actor))) return;
    }
  }

  async #toClear({ id }: ImportDraft, bureau: OrgUnit): Promise<readonly ClearedFile[]> {
    const { database, parsing, rulebooks } = this.#parts;
    const { files, corrections } = await store.contentOf(database.read, id);
    const scales = await readScalesAt(rulebooks, database.read, bureau.path);
    const sieve = await ConfidentialSieve.of(database.read, parsing, { bureau, scales }, corrections);
    return sieve.files(database.read, files);
  }

  /** Says whether the draft was still as it was seen. Its day of forgetting stays: nobody looked at it. */
  #replace(
    draft: ImportDraft,
    bureau: OrgUnit,
    cleared: readonly ClearedFile[],
    actor: Actor,
  ): Promise<boolean> {
    return this.#parts.database.transaction(async (transaction) => {
      if (!(await store.touch(transaction, draft, draft.changedAt))) return false;
      await forgetFiles(transaction, this.#parts.audit, { id: draft.id, bureau, actor }, cleared);
      return true;
    });
  }
}

/** Keeps of a draft's files what is not confidential, and puts on record that something was taken out. */
export async function forgetFiles(
  transaction: Transaction,
  audit: AuditService,
  { id, bureau, actor }: { readonly id: number; readonly bureau: OrgUnit; readonly actor: Actor },
  cleared: readonly ClearedFile[],
): Promise<void> {
  if (cleared.length === 0) return;
  for (const file of cleared) await store.replaceFile(transaction, id, file);
  const object = { objectType: 'import-draft', objectId: String(id), unitPath: bureau.path };
  const details = { files: cleared.length };
  await audit.record(transaction, actor, { action: CONFIDENTIAL_REMOVED, ...object, details });
}
