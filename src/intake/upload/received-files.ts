import type { Texts } from '../../language/texts.ts';
import type { FormFault } from '../../web/form-fault.ts';
import type { UploadedFile } from '../../web/page.ts';
import { UPLOAD_LIMITS } from '../../web/upload-limits.ts';
import { findingWords } from '../finding.ts';
import type { DraftFile, ReadUpload } from './import-draft.ts';

/** A file as it was received. */
export interface ReceivedFile {
  readonly name: string;
  readonly path: string;
  readonly size: number;
  /** Whether it was over the size limit, so that only its beginning is there. */
  readonly isTooLarge: boolean;
}

/** What a form sent, for those who read it. */
export function receivedFiles(files: readonly UploadedFile[]): readonly ReceivedFile[] {
  return files.map(({ name, path, size, refusal }) => ({
    ...{ name, path, size },
    isTooLarge: refusal === 'too-large',
  }));
}

/** What is wrong with the files that a form sent, before any of them is read. */
export function fileFaults(files: readonly UploadedFile[], text: Texts): readonly FormFault[] {
  const words = text.uploads.form;
  if (files.length === 0) return [{ field: 'files', message: words.missing }];
  return files.flatMap(({ name, refusal }): readonly FormFault[] => {
    if (refusal === 'too-many') return [{ field: 'files', message: words.tooMany(name) }];
    return refusal === 'too-much-together' ? [{ field: 'files', message: words.tooMuch(name) }] : [];
  });
}

/** The same for files that are added to those of a draft: the limits hold for all of them together. */
export function addedFaults(
  files: readonly UploadedFile[],
  there: readonly Pick<DraftFile, 'size'>[],
  text: Texts,
): readonly FormFault[] {
  const faults = fileFaults(files, text);
  if (faults.length > 0) return faults;
  const words = text.uploads.form;
  let bytes = there.reduce((sum, { size }) => sum + size, 0);
  return files.flatMap(({ name, size }, index): readonly FormFault[] => {
    bytes += size;
    if (there.length + index >= UPLOAD_LIMITS.files)
      return [{ field: 'files', message: words.tooMany(name) }];
    return bytes > UPLOAD_LIMITS.totalBytes ? [{ field: 'files', message: words.tooMuch(name) }] : [];
  });
}

/** Why not one of the files could be read. */
export function unreadableFaults(files: readonly ReadUpload[], text: Texts): readonly FormFault[] {
  return files.flatMap(({ name, reading }) =>
    reading.read.findings.map((finding) => {
      const { message, fix } = findingWords(finding, text);
      return { field: 'files', message: text.uploads.form.fault(name, message, fix) };
    }),
  );
}
