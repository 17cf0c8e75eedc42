import type { DraftCorrection } from './import-draft.ts';
import { placeKey } from './stored-document.ts';
import type { DraftView } from './uploader.ts';

/** Whether a decision says anything that does not hold already; a form posts what nobody touched, too. */
export function isRealChange(
  { fileId, correction }: DraftCorrection,
  { files, names }: Pick<DraftView, 'files' | 'names'>,
): boolean {
  switch (correction.kind) {
    case 'column': {
      const columns = files
        .filter(({ id }) => id === fileId)
        .flatMap(({ reading }) => reading.headings.flatMap((heading) => heading.columns));
      const here = columns.find(({ at }) => placeKey(at) === placeKey(correction.at));
      return here?.field !== correction.field;
    }
    case 'unit':
      return !names.units.some(
        ({ written, chosen }) => written === correction.written && chosen === correction.unitId,
      );
    case 'post':
      return !names.posts.some(
        ({ unitId, written, chosen }) =>
          unitId === correction.unitId && written === correction.written && chosen === correction.postId,
      );
    case 'word':
    case 'place':
    case 'leave-out':
    case 'accepted':
    case 'point':
      return true;
  }
}
