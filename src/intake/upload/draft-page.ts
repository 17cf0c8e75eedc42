import type { Texts } from '../../language/texts.ts';
import type { FormFault } from '../../web/form-fault.ts';
import type { PageModel } from '../../web/page.ts';
import { findingWords } from '../finding.ts';
import type { ImportResult } from '../import-report.ts';
import { draftAction, draftPath, importPaths, STAGES, type RowsShown, type Stage } from '../paths.ts';
import { confidentialNotice, type ConfidentialNotice } from './confidential-notice-page.ts';
import type { ColumnClash } from './column-clash.ts';
import { columnsPart, type ColumnsPart } from './columns-page.ts';
import { commitPart, type CommitPart } from './commit-page.ts';
import { stalePart, type StaleChange, type StalePart } from './decision-conflict-page.ts';
import { openQuestions, type OpenQuestions } from './open-questions-page.ts';
import { rowEntries } from './row-entries.ts';
import { rowsPart, type RowsPart } from './rows-page.ts';
import type { DraftView } from './uploader.ts';
import { ACCEPTED } from './upload-form-page.ts';
import { valuesPart, type ValuesPart } from './values-page.ts';

export interface DraftPage extends PageModel {
  readonly stages: readonly StageLink[];
  readonly stage: Stage;
  readonly guard: string;
  readonly files: readonly FileRow[];
  readonly columns: ColumnsPart | null;
  readonly values: ValuesPart | null;
  readonly rows: RowsPart | null;
  readonly commit: CommitPart | null;
  /** Where the form at this stage comes back to. */
  readonly shows: string;
  readonly pageNumber: string;
  readonly actions: Readonly<
    Record<'decisions' | 'addFiles' | 'removeFile' | 'commit' | 'discard' | 'problems', string>
  >;
  /** Whether there is a list of problems to send back. */
  readonly hasProblems: boolean;
  readonly listPath: string;
  readonly nextPath: string | null;
  /** Why the last attempt to write was refused; empty otherwise. */
  readonly refusal: string | null;
  /** What another page decided meanwhile. */
  readonly stale: StalePart | null;
  readonly confidential: ConfidentialNotice | null;
  readonly faults: readonly FormFault[];
  readonly accepted: string;
}

interface StageLink {
  readonly text: string;
  readonly state: string;
  readonly href: string;
  readonly isCurrent: boolean;
}

interface FileRow {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly isUnreadable: boolean;
  /** Why nothing was read, and what to do. */
  readonly reasons: readonly string[];
  readonly removeLabel: string;
}

/** What is said above a draft about what was just tried. */
export interface DraftNews {
  /** Whether writing it was refused. */
  readonly isRefused?: boolean;
  /** What came from a page that was out of date. */
  readonly stale?: StaleChange;
  /** Columns that were not taken for what they were said to be. */
  readonly clashes?: readonly ColumnClash[];
  /** Why files were not added. */
  readonly faults?: readonly FormFault[];
}

/** What a draft's page is made of. */
export interface ShownDraft {
  readonly view: DraftView;
  readonly stage: Stage;
  /** What trying the import found; only the last stage asks for it. */
  readonly preview: ImportResult | null;
  readonly rows: RowsShown;
  readonly news: DraftNews;
}

/** An upload at one of its stages. */
export function draftPage({ view, preview, stage, rows, news }: ShownDraft, text: Texts): DraftPage {
  const { id, year, guard } = view.draft;
  const entries = rowEntries(view, view.outcomes);
  const open = openQuestions(view, entries);
  const title = text.uploads.draft.title(String(year));
  const next = STAGES[STAGES.indexOf(stage) + 1];
  return {
    title: `${text.uploads.draft.stages[stage]} – ${title}`,
    stages: stageLinks(id, open, stage, text),
    stage,
    guard: String(guard),
    files: view.files.map((file) => fileRow(file, text)),
    columns: stage === 'columns' ? columnsPart(view.files, news.clashes ?? [], text) : null,
    values: stage === 'values' ? valuesPart(view, text) : null,
    rows: stage === 'rows' ? rowsPart(view, entries, rows, text) : null,
    commit: preview !== null ? commitPart(view, preview, open, text) : null,
    shows: rows.shows,
    pageNumber: String(rows.page),
    actions: {
      decisions: draftAction(id, 'decisions'),
      addFiles: draftAction(id, 'addFiles'),
      removeFile: draftAction(id, 'removeFile'),
      commit: draftAction(id, 'commit'),
      discard: draftAction(id, 'discard'),
      problems: draftAction(id, 'problems'),
    },
    hasProblems: view.files.some(({ reading }) => reading.read.findings.length > 0),
    listPath: importPaths.list,
    nextPath: next === undefined ? null : draftPath(id, next),
    refusal: news.isRefused === true ? text.uploads.commit.refused : null,
    stale: stalePart(news.stale, view, text),
    faults: news.faults ?? [],
    accepted: ACCEPTED,
    confidential: confidentialNotice(view.files, text),
  };
}

function stageLinks(id: number, open: OpenQuestions, current: Stage, text: Texts): readonly StageLink[] {
  const words = text.uploads.draft;
  const { count, clauses } = text.formats;
  const stateOf = (questions: number): string =>
    questions === 0 ? words.done : words.open(count(questions));
  const unread = open.unread === 0 ? [] : [words.openFiles(count(open.unread))];
  const states = {
    columns: clauses([
      ...(open.columns === 0 && unread.length > 0 ? [] : [stateOf(open.columns)]),
      ...unread,
    ]),
    values: stateOf(open.values),
    rows: stateOf(open.rows),
    commit: '',
  };
  return STAGES.map((stage, index) => {
    return {
      text: words.stage(String(index + 1), words.stages[stage]),
      state: states[stage],
      href: draftPath(id, stage),
      isCurrent: stage === current,
    };
  });
}

function fileRow({ id, name, reading }: DraftView['files'][number], text: Texts): FileRow {
  const words = text.uploads.draft;
  const { forms, format, findings } = reading.read;
  const risks = forms.reduce((sum, form) => sum + form.risks.length, 0);
  const { count } = text.formats;
  const isForgotten = findings.some(({ code }) => code === 'confidential-file');
  const nothing = isForgotten ? words.forgotten : words.unreadable;
  const isUnreadable = format === null || forms.length === 0;
  return {
    id: String(id),
    name,
    summary: isUnreadable ? nothing : words.fileSummary(count(forms.length), count(risks)),
    isUnreadable,
    reasons: isUnreadable ? reasonsIn(reading.read, text) : [],
    removeLabel: words.removeFile(name),
  };
}

function reasonsIn(
  { findings }: DraftView['files'][number]['reading']['read'],
  text: Texts,
): readonly string[] {
  return findings
    .filter(({ severity }) => severity === 'error')
    .map((finding) => {
      const { message, fix } = findingWords(finding, text);
      return `${message} ${fix}`;
    });
}
