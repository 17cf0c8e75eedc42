import type { FindingCode, FindingParameters } from './finding-code.ts';
import { finding } from './finding.ts';
import { LIMITS, megabytes } from './formats/limits.ts';
import type { ReadFile } from './read-form.ts';

/** How the child's work ended when it did not end with an answer. */
export type Failure = 'time-out' | 'out-of-memory' | 'reader-failed';

/** What is said of a file over the size limit: its length is enough to know. */
export function tooLargeFile(file: string): ReadFile {
  return failedFile(file, 'file-too-large', { limit: megabytes(LIMITS.fileSize) });
}

/** A file of which nothing could be read. */
export function failedFile<Code extends FindingCode>(
  file: string,
  code: Code,
  parameters: FindingParameters<Code>,
): ReadFile {
  return { file, format: null, forms: [], findings: [finding('error', code, parameters, {})] };
}

/** V8 aborts when its memory is used up; a kill that was not ours is the system's, for the same reason. */
export function failureOf(signal: NodeJS.Signals | null): Failure {
  return signal === 'SIGABRT' || signal === 'SIGKILL' ? 'out-of-memory' : 'reader-failed';
}
