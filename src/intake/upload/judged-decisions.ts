import { subjectOf } from './correction.ts';
import { choiceValue, valueOf, type PostedDecision } from './decision-fields.ts';
import type { DraftCorrection } from './import-draft.ts';
import { placeKey } from './stored-document.ts';
import type { DraftView } from './uploader.ts';

/** A decision that came from a page on which something else was to be seen than is decided by now. */
export interface DecisionConflict {
  readonly posted: PostedDecision;
  readonly because: 'decided' | 'file-gone' | 'row-out';
  /** The value that holds now; empty where none does. */
  readonly now: string;
}

export interface JudgedDecisions {
  /** What changes something, and takes nothing of another page back. */
  readonly taken: readonly DraftCorrection[];
  readonly conflicts: readonly DecisionConflict[];
}

type Known = Pick<DraftView, 'files' | 'names' | 'corrections'>;

/**
 * Tells posted decisions that go in from those that would take back what another page decided meanwhile. A form
 * posts what nobody touched, too: that decides nothing.
 */
export function judgedDecisions(
  posted: readonly PostedDecision[],
  view: Known,
  isStale: boolean,
): JudgedDecisions {
  const touched = posted.filter(({ correction, subject }) => subject.was !== valueOf(correction));
  const judged = touched.flatMap((decision) => {
    const now = valueNow(decision, view);
    if (now === valueOf(decision.correction)) return [];
    const because = isStale ? conflictIn(decision, now, view) : null;
    return [{ decision, because, now }];
  });
  return {
    taken: judged.filter(({ because }) => because === null).map(({ decision }) => decision),
    conflicts: judged.flatMap(({ decision, because, now }) =>
      because === null ? [] : [{ posted: decision, because, now }],
    ),
  };
}

function conflictIn(
  decided: PostedDecision,
  now: string,
  { files, corrections }: Known,
): DecisionConflict['because'] | null {
  const { fileId, subject } = decided;
  if (fileId !== null && files.every(({ id }) => id !== fileId)) return 'file-gone';
  if (isInRowLeftOut(decided, corrections)) return 'row-out';
  return now === (subject.was ?? '') ? null : 'decided';
}

function isInRowLeftOut(
  { fileId, correction }: DraftCorrection,
  corrections: readonly DraftCorrection[],
): boolean {
  if (correction.kind !== 'place' && correction.kind !== 'point' && correction.kind !== 'accepted') {
    return false;
  }
  const row = rowKey(correction.at);
  return corrections.some(
    (other) =>
      other.correction.kind === 'leave-out' && other.fileId === fileId && rowKey(other.correction.at) === row,
  );
}

function rowKey({ sheet = '', table, row }: Parameters<typeof placeKey>[0]): string {
  return [sheet, String(table), String(row)].join('|');
}

/** What holds now of that on which a decision is. */
function valueNow({ fileId, correction }: DraftCorrection, { files, names, corrections }: Known): string {
  if (correction.kind === 'column') {
    const columns = files
      .filter(({ id }) => id === fileId)
      .flatMap(({ reading }) => reading.headings.flatMap((heading) => heading.columns));
    const here = columns.find(({ at }) => placeKey(at) === placeKey(correction.at));
    if (here !== undefined) return here.field ?? '';
  }
  if (correction.kind === 'unit' || correction.kind === 'post') {
    const known = correction.kind === 'unit' ? names.units : postsIn(names, correction.unitId);
    const chosen = known.find(({ written }) => written === correction.written)?.chosen;
    if (chosen !== undefined) return choiceValue(chosen);
  }
  const subject = subjectOf(correction);
  const decided = corrections.find(
    (other) => other.fileId === fileId && subjectOf(other.correction) === subject,
  );
  return decided === undefined ? '' : valueOf(decided.correction);
}

function postsIn({ posts }: Known['names'], unitId: number): Known['names']['posts'] {
  return posts.filter((post) => post.unitId === unitId);
}
