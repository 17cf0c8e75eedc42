import { nameKey } from '../../language/normalise.ts';
import { postKey, type NameChoices } from '../../organisation/name-choices.ts';
import type { Correction } from './correction.ts';
import type { DraftCorrection, DraftFile } from './import-draft.ts';
import { placeKey } from './stored-document.ts';

/** What was decided about unknown names. */
export function nameChoices(corrections: readonly DraftCorrection[]): NameChoices {
  const units = new Map<string, number | null>();
  const posts = new Map<string, number | null>();
  for (const { correction } of corrections) {
    if (correction.kind === 'unit') units.set(nameKey(correction.written), correction.unitId);
    if (correction.kind === 'post') {
      posts.set(postKey(correction.unitId, correction.written), correction.postId);
    }
  }
  return { units, posts };
}

/** What was decided about points that several known ones are like, as an import asks for it. */
export function pointChoices(
  files: readonly Pick<DraftFile, 'id'>[],
  corrections: readonly DraftCorrection[],
): ReadonlyMap<string, number | null> {
  return new Map(
    corrections.flatMap(({ fileId, correction }) => {
      if (correction.kind !== 'point') return [];
      const number = files.findIndex(({ id }) => id === fileId);
      return [[`${String(number)} ${placeKey(correction.at)}`, correction.pointId] as const];
    }),
  );
}

const ORDER: readonly Correction['kind'][] = ['column', 'leave-out', 'place', 'word'];

/** What bears on the reading of one file: columns first, for they say where a row's values belong. */
export function readingCorrections(
  fileId: number,
  corrections: readonly DraftCorrection[],
): readonly Correction[] {
  return corrections
    .filter((decided) => decided.fileId === fileId || decided.fileId === null)
    .map(({ correction }) => correction)
    .filter(({ kind }) => ORDER.includes(kind))
    .sort((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));
}

/** Whether a decision makes a file read otherwise. */
export function bearsOnReading({ correction }: DraftCorrection): boolean {
  return ORDER.includes(correction.kind);
}
