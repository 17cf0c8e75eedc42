import { sentence, wordsOf, type SentencePart } from '../language/sentence.ts';
import type { Texts } from '../language/texts.ts';
import { pointsPath } from '../risk-points/paths.ts';
import type { PageModel } from '../web/page.ts';
import { numberLink, type NumberLink } from '../web/number-link.ts';
import type { BatchContent, BatchDetail, NamedForm } from './batch.ts';
import { batchPaths, undoPath } from './batch-paths.ts';

export interface BatchPage extends PageModel {
  readonly crumbs: readonly { readonly text: string; readonly href: string | null }[];
  readonly finding: readonly SentencePart[];
  readonly meta: string;
  /** What is to be known before all else: that it was undone, or cannot be. */
  readonly notice: readonly string[];
  readonly figures: readonly BatchFigure[];
  readonly files: readonly string[];
  readonly rows: readonly BatchRow[];
  readonly noForms: string | null;
  readonly units: readonly string[];
  readonly posts: readonly string[];
  readonly undoHref: string | null;
}

export interface BatchFigure {
  readonly name: string;
  readonly isHatched: false;
  readonly value: NumberLink;
  readonly suffix: null;
  readonly note: readonly SentencePart[];
}

export interface BatchRow {
  readonly unit: string;
  readonly person: string;
  readonly href: string;
  readonly label: string;
  readonly outcome: string;
}

/** What an import brought, and whether it can be taken back. */
export function batchPage({ batch, content, isRecorded }: BatchDetail, text: Texts): BatchPage {
  const words = text.batches;
  const { count, instant } = text.formats;
  const finding = sentence(words.finding, {
    id: { text: count(batch.id) },
    created: { text: count(content.formsCreated), isStrong: true },
    replaced: { text: count(content.formsReplaced), isStrong: true },
  });
  const { undone } = batch;
  const rows = formRows(content, batch.year, text);
  return {
    title: wordsOf(finding),
    crumbs: [
      { text: words.crumb, href: batchPaths.batches },
      { text: words.title(count(batch.id)), href: null },
    ],
    finding,
    meta: words.meta(text.audit.actorName(batch.actor), instant(batch.at), String(batch.year)),
    notice: noticeOf({ batch, content, isRecorded }, text),
    figures: figuresOf(content, text),
    files: content.files.map(({ name }) => name),
    rows,
    noForms: rows.length > 0 ? null : undone === null ? words.nothing : words.formsGone,
    units: content.units,
    posts: content.posts.map(({ unit, post }) => words.post(unit, post)),
    undoHref: undone === null && isRecorded ? undoPath(batch.id) : null,
  };
}

function noticeOf({ batch: { undone }, isRecorded }: BatchDetail, text: Texts): readonly string[] {
  const words = text.batches;
  if (undone !== null) {
    const by = text.audit.actorName(undone.by);
    return [words.undone(by, text.formats.instant(undone.at)), words.undoneReason(undone.reason)];
  }
  return isRecorded ? [] : [words.unrecorded];
}

function figuresOf(content: BatchContent, text: Texts): readonly BatchFigure[] {
  const { figures } = text.batches;
  const { count, clauses } = text.formats;
  const figure = (name: string, value: number, notes: readonly string[] = []): BatchFigure => ({
    name,
    isHatched: false,
    value: numberLink(count(value), null, name),
    suffix: null,
    note: notes.length === 0 ? [] : [{ text: clauses(notes), href: null, isStrong: false }],
  });
  return [
    figure(figures.files, content.files.length),
    figure(figures.created, content.formsCreated),
    figure(figures.replaced, content.formsReplaced),
    figure(figures.points, content.pointsCreated, [
      ...(content.pointsChanged === 0 ? [] : [figures.changed(count(content.pointsChanged))]),
      ...(content.pointsWithdrawn === 0 ? [] : [figures.withdrawn(count(content.pointsWithdrawn))]),
    ]),
  ];
}

function formRows({ created, replaced }: BatchContent, year: number, text: Texts): readonly BatchRow[] {
  const words = text.batches;
  const row = (form: NamedForm, outcome: string): BatchRow => {
    const person = form.person ?? words.unitsOwn;
    const href = pointsPath({ year, formId: form.formId });
    return { unit: form.unit, person, href, label: words.toPoints(person), outcome };
  };
  return [
    ...created.map((form) => row(form, words.outcomes.created)),
    ...replaced.map((form) => row(form, words.outcomes.replaced)),
  ];
}
