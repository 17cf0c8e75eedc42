import type { FileReport } from '../read-report.ts';
import type { ImportResult } from '../import-report.ts';

/** Brings files into the database that wait there. */
export const QUEUED_IMPORT = 'import';

/** Reads some of them, beside others who read more. */
export const READING = 'import-reading';

/** What somebody asked for, but for the files. */
export interface QueuedRequest {
  readonly year: number;
  /** `null`: the only bureau there is. */
  readonly bureau: string | null;
  readonly mayCreate: boolean;
}

/** A job as somebody may know it who asked for it. */
export interface ToldJob {
  readonly id: number;
  readonly kind: string;
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  readonly done: number;
  readonly total: number;
  readonly dueOn: string | null;
  /** The code of what stopped it. */
  readonly error: string | null;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly endedAt: string | null;
  /** What became of an import that is over. */
  readonly result: QueuedResult | null;
}

/** What became of it. Of files that nothing was found about nothing is kept. */
export interface QueuedResult extends Pick<
  ImportResult,
  'written' | 'created' | 'unchanged' | 'replaced' | 'assessed' | 'withdrawn' | 'createdUnits'
> {
  readonly createdPosts: readonly string[];
  readonly files: readonly FileReport[];
}

/** How much of an import is taken at once. */
export interface ReadingBatch {
  /** Files that are worth a part, which one worker reads. */
  readonly ofPart: number;
  /** Files that he reads before he says so: well within a second, but for such as nobody sends. */
  readonly atOnce: number;
}

/** Some files of an import, by their numbers: from the first up to the one before `end`. */
export interface FileRange {
  readonly importId: number;
  readonly first: number;
  readonly end: number;
}

/** Imports for one bureau wait in one line. */
export function importLane(bureau: string | null): string {
  return `import ${bureau ?? ''}`;
}

/** @throws Error when a job is not one that `ImportJob` asked for. */
export function rangeIn(payload: unknown): FileRange {
  // Only ImportJob orders such jobs; a field may yet be missing.
  const { importId, first, end } = payload as Partial<FileRange>;
  if (importId === undefined || first === undefined || end === undefined) {
    throw new Error('the job names no files');
  }
  return { importId, first, end };
}
