import type { AuditService } from '../../audit/audit-service.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Transaction } from '../../platform/database.ts';
import { OperationalError } from '../../platform/errors.ts';
import type { ImportResult } from '../import-report.ts';
import type { ImportService } from '../import-service.ts';
import { draftRequest, triableRequest } from './draft-request.ts';
import { endDraft, touch } from './import-draft-store.ts';
import type { DraftView, Uploader } from './uploader.ts';

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: AuditService;
  readonly imports: ImportService;
}

/** Tries what a draft would do, and does it: all or nothing, and once. */
export class DraftCommitService {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** What an import would do with the forms that can be filed already. Writes nothing. */
  preview(view: DraftView, { reach, actor }: Uploader): Promise<ImportResult> {
    const request = triableRequest(draftRequest(view.draft, view, view.bureau, reach));
    return this.#parts.imports.preview(request, actor);
  }

  /**
   * Imports a draft as its sender saw it. Nothing is written, and the draft stays, while something is wrong in it.
   * @throws OperationalError `conflict` when it was changed or ended meanwhile.
   */
  async commit(view: DraftView, { reach, actor }: Uploader): Promise<ImportResult> {
    const { imports, clock } = this.#parts;
    const { draft, bureau } = view;
    const claim = async (transaction: Transaction): Promise<void> => {
      if (await touch(transaction, draft, clock.now())) return;
      throw new OperationalError('conflict', 'draft-changed', (text) => text.uploads.changed);
    };
    const result = await imports.import(draftRequest(draft, view, bureau, reach), actor, {
      before: claim,
      after: (transaction, batchId) => endDraft(transaction, draft.id, 'committed', batchId),
    });
    if (result.written && result.batchId === null) await this.#endWithoutTrace(view, actor, claim);
    return result;
  }

  /** What brought nothing new leaves no batch, but the draft has done its work. */
  async #endWithoutTrace(
    { draft, bureau, files }: DraftView,
    actor: Uploader['actor'],
    claim: (transaction: Transaction) => Promise<void>,
  ): Promise<void> {
    const { database, audit } = this.#parts;
    await database.transaction(async (transaction) => {
      await claim(transaction);
      await endDraft(transaction, draft.id, 'committed', null);
      await audit.record(transaction, actor, {
        action: 'import.committed',
        objectType: 'import-draft',
        objectId: String(draft.id),
        unitPath: bureau.path,
        details: { files: files.length, created: 0, replaced: 0 },
      });
    });
  }
}
