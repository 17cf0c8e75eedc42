import type { Stage } from '../paths.ts';
import type { DraftFile } from './import-draft.ts';
import { findingWord } from './finding-word.ts';
import { isUnknownColumn } from './headings.ts';
import { lacksNameColumn } from './missing-name-column.ts';
import { openErrors, rowEntries, type RowEntry } from './row-entries.ts';
import type { DraftView } from './uploader.ts';
import { openValues } from './values-page.ts';

/** How many questions of each kind wait for a person. */
export interface OpenQuestions {
  readonly columns: number;
  /** Files in which no table was recognised. */
  readonly unrecognised: number;
  /** Files from which nothing was read, whatever the reason. */
  readonly unread: number;
  readonly values: number;
  readonly rows: number;
}

/** The first stage at which something is open. */
export function firstOpenStage(view: DraftView): Stage {
  const open = openQuestions(view, rowEntries(view, view.outcomes));
  if (open.columns + open.unrecognised + open.unread > 0) return 'columns';
  if (open.values > 0) return 'values';
  return open.rows > 0 ? 'rows' : 'commit';
}

/** Counts what is open at each stage. */
export function openQuestions(view: DraftView, entries: readonly RowEntry[]): OpenQuestions {
  const found = view.files.map(({ reading }) => reading.read.findings);
  const words = found.flat().filter((finding) => findingWord(finding) !== null).length;
  const unrecognised = view.files.filter(({ isCorrectable, reading }) => {
    return isCorrectable && reading.read.findings.some(({ code }) => code === 'not-recognised');
  }).length;
  return {
    columns: openColumns(view.files),
    unrecognised,
    unread: view.files.filter(isUnread).length,
    values: openValues(view),
    // Words are asked for at their own stage, and files without a table at the columns.
    rows: openErrors(entries) - words - unrecognised,
  };
}

/** Whether a file gave neither a form nor columns to choose from. */
export function isUnread({ reading: { headings, read } }: DraftFile): boolean {
  return headings.length === 0 && read.forms.length === 0;
}

/** How many columns nobody has understood, and lists whose rows lack the column of the name. */
function openColumns(files: readonly DraftFile[]): number {
  const open = files.flatMap(({ reading }) =>
    reading.headings.map((heading) => {
      const unknown = heading.columns.filter(isUnknownColumn).length;
      return unknown + (lacksNameColumn(heading, reading) ? 1 : 0);
    }),
  );
  return open.reduce((sum, columns) => sum + columns, 0);
}
