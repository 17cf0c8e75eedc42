import type { Finding } from '../read-form.ts';
import type { DraftCorrection } from './import-draft.ts';
import { placeKey } from './stored-document.ts';

/** Whether somebody lets a warning stand. */
export function isAccepted(
  fileId: number,
  finding: Finding,
  corrections: readonly DraftCorrection[],
): boolean {
  return corrections.some(
    (decided) =>
      decided.fileId === fileId &&
      decided.correction.kind === 'accepted' &&
      decided.correction.code === finding.code &&
      placeKey(decided.correction.at) === placeKey(finding.position),
  );
}
