import type { AuditService } from '../../audit/audit-service.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database.ts';
import { OperationalError } from '../../platform/errors.ts';
import type { ParsingWorker } from '../parsing-worker-service.ts';
import { ConfidentialSieve } from './confidential-sieve-service.ts';
import { CONFIDENTIAL_REMOVED } from './draft-forgetting-service.ts';
import { readingCorrections } from './draft-decisions.ts';
import type { ReadUpload } from './import-draft.ts';
import * as store from './import-draft-store.ts';
import type { ReceivedFile } from './received-files.ts';
import { readReceived } from './upload-reading-service.ts';
import type { DraftView, Uploader } from './uploader.ts';

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: AuditService;
  readonly parsing: ParsingWorker;
}

/** What became of files that were to be added: not kept when not one of them can be read. */
export interface Added {
  readonly isKept: boolean;
  readonly files: readonly ReadUpload[];
}

/** Adds files to open drafts. */
export class DraftFilesService {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Reads received files as far as what was decided for all files goes, and adds them to a draft.
   * @throws OperationalError `conflict` when the draft was changed meanwhile.
   */
  async add(view: DraftView, uploader: Uploader, received: readonly ReceivedFile[]): Promise<Added> {
    const { database, clock, audit, parsing } = this.#parts;
    const { draft, bureau } = view;
    const read = await this.#read(view, received);
    const sieve = await ConfidentialSieve.of(database.read, parsing, view, view.corrections);
    const files = await sieve.uploads(read);
    if (files.every(({ reading }) => reading.read.format === null)) return { isKept: false, files };
    const cleared = files.filter((file) => !read.includes(file)).length;
    await database.transaction(async (transaction) => {
      if (!(await store.touch(transaction, draft, clock.now()))) {
        throw new OperationalError('conflict', 'draft-changed', (text) => text.uploads.changed);
      }
      for (const file of files) await store.insertDraftFile(transaction, draft.id, file);
      const object = { objectType: 'import-draft', objectId: String(draft.id), unitPath: bureau.path };
      const added = { action: 'import.files-added', ...object, details: { files: files.length } };
      await audit.record(transaction, uploader.actor, added);
      if (cleared === 0) return;
      const removed = { action: CONFIDENTIAL_REMOVED, ...object, details: { files: cleared } };
      await audit.record(transaction, uploader.actor, removed);
    });
    return { isKept: true, files };
  }

  async #read(
    { scales, corrections }: DraftView,
    received: readonly ReceivedFile[],
  ): Promise<readonly ReadUpload[]> {
    const { parsing } = this.#parts;
    const forAll = readingCorrections(0, corrections);
    const uploads = await readReceived(parsing, received, scales);
    if (forAll.length === 0) return uploads;
    const read: ReadUpload[] = [];
    for (const upload of uploads) {
      const { document, name } = upload;
      const again = document === null ? null : await parsing.correct(document, forAll, name, scales);
      read.push(again === null ? upload : { ...upload, reading: again });
    }
    return read;
  }
}
