import type { ReadFile, ReadScales } from './read-form.ts';
import type { Correction } from './upload/correction.ts';
import type { FileReading, UploadReading } from './upload/file-reading.ts';
import type { WorkbookTexts } from './workbook-texts.ts';
import type { StoredDocument } from './upload/stored-document.ts';

/** What the parsing worker asks of its child, and what each kind of work answers. */
export type ParsingWork =
  | { readonly kind: 'read' | 'upload' | 'texts'; readonly bytes: Uint8Array }
  | {
      readonly kind: 'correct';
      readonly document: StoredDocument;
      readonly corrections: readonly Correction[];
    };

export interface ParsingOutcomes {
  readonly read: ReadFile;
  readonly upload: UploadReading;
  readonly correct: FileReading;
  readonly texts: WorkbookTexts;
}

const NO_STEPS = { code: '', steps: [], mappings: {} };

/** For work that reads no values. */
export const NO_SCALES: ReadScales = { probability: NO_STEPS, harm: NO_STEPS };

export interface ParsingTask {
  readonly task: number;
  readonly file: string;
  readonly scales: ReadScales;
  readonly work: ParsingWork;
}

/** What the child answers: that it begins with a file, and what the file says. */
export type ParsingAnswer =
  | { readonly started: number }
  | { readonly task: number; readonly outcome: ParsingOutcomes[keyof ParsingOutcomes] };
