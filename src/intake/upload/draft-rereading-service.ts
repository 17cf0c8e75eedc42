import type { Queryable } from '../../platform/database.ts';
import type { ParsingWorker } from '../parsing-worker-service.ts';
import { subjectOf } from './correction.ts';
import { bearsOnReading, readingCorrections } from './draft-decisions.ts';
import type { FileReading } from './file-reading.ts';
import type { DraftContent, DraftCorrection } from './import-draft.ts';
import { documentOf } from './import-draft-store.ts';
import type { DraftView } from './uploader.ts';

interface Decided {
  readonly view: DraftView;
  /** What is decided now. */
  readonly decisions: readonly DraftCorrection[];
  /** Everything that then holds. */
  readonly all: readonly DraftCorrection[];
}

/** Reads again the files of a draft that decisions bear on. Writes nothing. */
export async function readAgain(
  read: Queryable,
  parsing: ParsingWorker,
  { view: { files, scales }, decisions, all }: Decided,
): Promise<ReadonlyMap<number, FileReading>> {
  const readings = new Map<number, FileReading>();
  for (const { id, name } of files) {
    const isTouched = decisions.some(
      (decided) => bearsOnReading(decided) && (decided.fileId === null || decided.fileId === id),
    );
    const document = isTouched ? await documentOf(read, id) : null;
    if (document === null) continue;
    readings.set(id, await parsing.correct(document, readingCorrections(id, all), name, scales));
  }
  return readings;
}

/** What was decided before, as far as it still holds, and what is decided now. */
export function allDecisions(
  { corrections }: DraftContent,
  decisions: readonly DraftCorrection[],
): readonly DraftCorrection[] {
  const subjects = new Set(decisions.map(subjectIn));
  return [...corrections.filter((decided) => !subjects.has(subjectIn(decided))), ...decisions];
}

function subjectIn({ fileId, correction }: DraftCorrection): string {
  return `${String(fileId)} ${subjectOf(correction)}`;
}
