import type { AuditService } from '../../audit/audit-service.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Transaction } from '../../platform/database.ts';
import { OperationalError } from '../../platform/errors.ts';
import { instantAfter } from '../../platform/instant.ts';
import type { RulebookService } from '../../rulebooks/rulebook-service.ts';
import type { ParsingWorker } from '../parsing-worker-service.ts';
import { readScalesAt } from '../read-scales-service.ts';
import { ConfidentialSieve } from './confidential-sieve-service.ts';
import { CONFIDENTIAL_REMOVED, forgetFiles } from './draft-forgetting-service.ts';
import { allDecisions, readAgain } from './draft-rereading-service.ts';
import { draftInView, uploadTargets } from './draft-view-service.ts';
import { latestBatches } from './import-batch-store.ts';
import type { ImportBatch } from './import-batch.ts';
import type { ClearedFile, DraftCorrection, DraftSummary, ImportDraft, ReadUpload } from './import-draft.ts';
import * as store from './import-draft-store.ts';
import { draftsUntouchedSince } from './open-draft-store.ts';
import type { ReceivedFile } from './received-files.ts';
import { readReceived } from './upload-reading-service.ts';
import type { DraftView, Uploader, UploadTarget } from './uploader.ts';

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: AuditService;
  readonly rulebooks: RulebookService;
  readonly parsing: ParsingWorker;
}

export type Received =
  | { readonly kind: 'kept'; readonly id: number }
  | { readonly kind: 'unreadable'; readonly files: readonly ReadUpload[] };

const KEPT_MILLISECONDS = 30 * 24 * 60 * 60 * 1000;

/** Keeps uploads until they are put right and imported, or given up. */
export class ImportDraftService {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The uploader's open drafts, newest first. */
  async open({ accountId }: Uploader): Promise<readonly DraftSummary[]> {
    const { read } = this.#parts.database;
    const drafts = await store.openDrafts(read, accountId);
    return Promise.all(
      drafts.map(async (draft) => ({ ...draft, fileNames: await store.fileNamesOf(read, draft.id) })),
    );
  }

  /** What was imported lately, as far as the uploader may know. */
  batches({ reach, accountId }: Uploader): Promise<readonly ImportBatch[]> {
    return latestBatches(this.#parts.database.read, reach, accountId);
  }

  /** The bureaus that the uploader imports for. */
  targets({ reach }: Uploader): Promise<readonly UploadTarget[]> {
    return uploadTargets(this.#parts.database.read, reach);
  }

  /** Reads received files and keeps them as a draft; files of which not one can be read are not kept. */
  async receive(
    uploader: Uploader,
    { bureau, year }: { readonly bureau: UploadTarget['bureau']; readonly year: number },
    files: readonly ReceivedFile[],
  ): Promise<Received> {
    const { rulebooks, parsing, database, clock } = this.#parts;
    const scales = await readScalesAt(rulebooks, database.read, bureau.path);
    const received = await readReceived(parsing, files, scales);
    const sieve = await ConfidentialSieve.of(database.read, parsing, { bureau, scales }, []);
    const uploads = await sieve.uploads(received);
    if (uploads.every(({ reading }) => reading.read.format === null))
      return { kind: 'unreadable', files: uploads };
    return database.transaction(async (transaction) => {
      await this.#forgetOldDrafts(transaction);
      const draft = { accountId: uploader.accountId, bureauId: bureau.id, year };
      const id = await store.insertDraft(transaction, draft, clock.now());
      for (const upload of uploads) await store.insertDraftFile(transaction, id, upload);
      const object = { id, unitPath: bureau.path };
      await this.#record(transaction, uploader, object, 'import.uploaded', { files: uploads.length });
      const cleared = uploads.filter((upload) => !received.includes(upload)).length;
      if (cleared > 0)
        await this.#record(transaction, uploader, object, CONFIDENTIAL_REMOVED, { files: cleared });
      return { kind: 'kept', id };
    });
  }

  /**
   * A draft with everything that is known of it; `null` when it was already imported or given up. Texts of posts
   * that are known as confidential by now are forgotten first.
   * @throws OperationalError `not-found` for a draft that is not the uploader's.
   */
  async find(id: number, uploader: Uploader): Promise<DraftView | null> {
    const draft = await this.own(id, uploader);
    if (draft.state !== 'open') return null;
    const { database, parsing, clock, rulebooks } = this.#parts;
    const view = await draftInView(database.read, draft, uploader.reach, rulebooks);
    const sieve = await ConfidentialSieve.of(database.read, parsing, view, view.corrections);
    const cleared = await sieve.files(database.read, view.files);
    if (cleared.length === 0) return view;
    await database.transaction(async (transaction) => {
      const isAsSeen = await store.touch(transaction, view.draft, clock.now());
      if (isAsSeen) await this.#forget(transaction, view, uploader, cleared);
    });
    return this.find(id, uploader);
  }

  /** @throws OperationalError `not-found` for a draft that is not the uploader's. */
  async own(id: number, { accountId }: Uploader): Promise<ImportDraft> {
    const draft = await store.draftById(this.#parts.database.read, id);
    if (draft?.accountId === accountId) return draft;
    throw new OperationalError('not-found', 'no-draft', (text) => text.uploads.noSuch);
  }

  /**
   * Takes decisions and reads again the files that they bear on.
   * @throws OperationalError `conflict` when the draft was changed meanwhile.
   */
  async decide(view: DraftView, uploader: Uploader, decisions: readonly DraftCorrection[]): Promise<void> {
    const known = decisions.filter(
      ({ fileId }) => fileId === null || view.files.some(({ id }) => id === fileId),
    );
    const all = allDecisions(view, known);
    const { database, parsing } = this.#parts;
    const readings = await readAgain(database.read, parsing, { view, decisions: known, all });
    const sieve = await ConfidentialSieve.of(database.read, parsing, view, all);
    const cleared = await sieve.files(database.read, view.files, readings);
    const details = { decisions: known.length };
    await this.#change(view, uploader, 'import.corrected', details, async (transaction) => {
      for (const decision of known) await store.decide(transaction, view.draft.id, decision);
      for (const [fileId, reading] of readings) await store.setReading(transaction, fileId, reading);
      await this.#forget(transaction, view, uploader, cleared);
    });
  }

  /** Takes one file out of a draft. */
  async removeFile(view: DraftView, uploader: Uploader, fileId: number): Promise<void> {
    await this.#change(view, uploader, 'import.file-removed', {}, async (transaction) => {
      await store.removeFile(transaction, view.draft.id, fileId);
    });
  }

  /** Gives a draft up; its files are forgotten. */
  async discard(view: DraftView, uploader: Uploader): Promise<void> {
    await this.#change(view, uploader, 'import.discarded', {}, async (transaction) => {
      await store.endDraft(transaction, view.draft.id, 'discarded', null);
    });
  }

  #forget(
    transaction: Transaction,
    { draft: { id }, bureau }: DraftView,
    { actor }: Uploader,
    cleared: readonly ClearedFile[],
  ): Promise<void> {
    return forgetFiles(transaction, this.#parts.audit, { id, bureau, actor }, cleared);
  }

  async #change(
    { draft, bureau }: Pick<DraftView, 'draft' | 'bureau'>,
    uploader: Uploader,
    action: string,
    details: Readonly<Record<string, number>>,
    work: (transaction: Transaction) => Promise<void>,
  ): Promise<void> {
    const { database, clock } = this.#parts;
    await database.transaction(async (transaction) => {
      if (!(await store.touch(transaction, draft, clock.now()))) {
        throw new OperationalError('conflict', 'draft-changed', (text) => text.uploads.changed);
      }
      await work(transaction);
      await this.#record(transaction, uploader, { id: draft.id, unitPath: bureau.path }, action, details);
    });
  }

  async #forgetOldDrafts(transaction: Transaction): Promise<void> {
    const untouched = instantAfter(this.#parts.clock.now(), -KEPT_MILLISECONDS);
    const ids = await draftsUntouchedSince(transaction, untouched);
    for (const id of ids) await store.endDraft(transaction, id, 'discarded', null);
  }

  #record(
    transaction: Transaction,
    { actor }: Uploader,
    { id, unitPath }: { readonly id: number; readonly unitPath: string },
    action: string,
    details: Readonly<Record<string, number>>,
  ): Promise<void> {
    const object = { objectType: 'import-draft', objectId: String(id), unitPath };
    return this.#parts.audit.record(transaction, actor, { action, ...object, details });
  }
}
