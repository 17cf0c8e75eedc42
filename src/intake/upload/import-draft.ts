import type { Correction } from './correction.ts';
import type { FileReading } from './file-reading.ts';
import type { StoredDocument } from './stored-document.ts';

/** An upload on its way into the database. Only the account that made it sees it. */
export interface ImportDraft {
  readonly id: number;
  readonly accountId: number;
  readonly bureauId: number;
  readonly year: number;
  readonly state: 'open' | 'committed' | 'discarded';
  /** Rises with every change, so that nobody commits what they did not see. */
  readonly guard: number;
  readonly createdAt: string;
  readonly changedAt: string;
  /** `null` until it is committed, and when it brought nothing new. */
  readonly batchId: number | null;
}

export interface DraftFile {
  readonly id: number;
  readonly name: string;
  readonly digest: string;
  readonly size: number;
  /** Whether what is wrong in it can be put right here. */
  readonly isCorrectable: boolean;
  readonly reading: FileReading;
}

/** A decision; `fileId` is `null` when it holds for all files. */
export interface DraftCorrection {
  readonly fileId: number | null;
  readonly correction: Correction;
}

export interface DraftContent {
  readonly files: readonly DraftFile[];
  readonly corrections: readonly DraftCorrection[];
}

/** A draft as the list shows it. */
export interface DraftSummary extends ImportDraft {
  readonly fileNames: readonly string[];
}

/** A file that was just read, with the document to read again. */
export interface ReadUpload {
  readonly name: string;
  readonly digest: string;
  readonly size: number;
  readonly document: StoredDocument | null;
  readonly reading: FileReading;
}

/** A file of a draft as it is kept after something was taken out of it, and the decisions that went with that. */
export interface ClearedFile {
  readonly id: number;
  readonly document: StoredDocument | null;
  readonly reading: FileReading;
  readonly gone: readonly DraftCorrection[];
}
