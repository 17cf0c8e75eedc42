import type { Texts } from '../../language/texts.ts';
import { decisionName, valueOf } from './decision-fields.ts';
import { subjectWords, valueWords } from './decision-words-page.ts';
import type { DecisionConflict } from './judged-decisions.ts';
import type { DraftView } from './uploader.ts';

/** What came from a page that was out of date. */
export interface StaleChange {
  readonly what: 'draft' | 'decisions' | 'createAll';
  /** Decisions that were not taken. */
  readonly conflicts: readonly DecisionConflict[];
  /** How many others of the same form were taken. */
  readonly taken: number;
}

/** What the top of a draft's page says about such a change. */
export interface StalePart {
  readonly heading: string;
  readonly taken: string | null;
  readonly conflicts: readonly ConflictRow[];
}

interface ConflictRow {
  readonly id: string;
  readonly title: string;
  readonly now: string;
  readonly typed: string;
  /** The control that takes what was typed after all; `null` where it has no place any more. */
  readonly use: { readonly name: string; readonly value: string } | null;
}

/** Names both versions of each decision, and offers the one that was not taken. */
export function stalePart(stale: StaleChange | undefined, view: DraftView, text: Texts): StalePart | null {
  if (stale === undefined) return null;
  const words = text.uploads.stale;
  return {
    heading: words[stale.what],
    taken: stale.taken === 0 ? null : words.taken(text.formats.count(stale.taken)),
    conflicts: stale.conflicts.map((conflict, index) => conflictRow(conflict, index, view, text)),
  };
}

function conflictRow(conflict: DecisionConflict, index: number, view: DraftView, text: Texts): ConflictRow {
  const words = text.uploads.stale;
  const { posted, because, now } = conflict;
  const { correction, subject } = posted;
  const value = valueOf(correction);
  const held = now === '' ? words.undecided : valueWords(correction, now, view, text);
  const nows = { decided: words.now(held), 'file-gone': words.fileGone, 'row-out': words.rowOut };
  return {
    id: `stale-${String(index)}`,
    title: subjectWords(posted, view, text),
    now: nows[because],
    typed: words.typed(valueWords(correction, value, view, text)),
    use: because === 'decided' ? { name: decisionName({ ...subject, was: now }), value } : null,
  };
}
