import type { Texts } from '../../language/texts.ts';
import { findingWords } from '../finding.ts';
import { bringsNews, type ImportResult } from '../import-report.ts';
import { draftPath } from '../paths.ts';
import type { OpenQuestions } from './open-questions-page.ts';
import type { DraftView } from './uploader.ts';

export interface CommitPart {
  readonly blockers: readonly { readonly text: string; readonly href: string }[];
  /** What only trying it out has found. */
  readonly otherErrors: readonly string[];
  readonly figures: readonly { readonly name: string; readonly value: string }[];
  readonly warnings: string | null;
  readonly corrected: string | null;
  readonly mayCommit: boolean;
  /** What writing does, on the page and on its button. */
  readonly ready: string;
  readonly submit: string;
}

/** What stands in the way of an import, and what it would write. */
export function commitPart(
  view: DraftView,
  preview: ImportResult,
  open: OpenQuestions,
  text: Texts,
): CommitPart {
  const words = text.uploads.commit;
  const { count } = text.formats;
  const blockers = blockersOf(view.draft.id, open, text);
  const otherErrors = preview.files.flatMap(({ file, findings }) =>
    findings
      .filter(({ severity, code }) => severity === 'error' && !SAID_ELSEWHERE.includes(code))
      .map((finding) => {
        const { message, fix } = findingWords(finding, text);
        const place = text.formats.place(finding.position);
        return text.uploads.form.fault(place === '' ? file : `${file} · ${place}`, message, fix);
      }),
  );
  const warnings = view.files.flatMap(({ reading }) =>
    reading.read.findings.filter(({ severity }) => severity === 'warning'),
  ).length;
  const decided = view.corrections.length;
  const isNews = bringsNews(preview);
  return {
    blockers,
    otherErrors,
    figures: figuresOf(preview, text),
    warnings: warnings === 0 ? null : words.warnings(count(warnings)),
    corrected: decided === 0 ? null : words.corrected(count(decided)),
    ready: isNews ? words.ready : words.same,
    submit: isNews ? words.submit : words.finish,
    mayCommit: blockers.length === 0 && otherErrors.length === 0 && view.files.length > 0,
  };
}

function blockersOf(draftId: number, open: OpenQuestions, text: Texts): CommitPart['blockers'] {
  const { openColumns, openValues, openRows } = text.uploads.commit;
  const { count } = text.formats;
  const stages = [
    { stage: 'columns', questions: open.unrecognised, say: openColumns },
    { stage: 'values', questions: open.values, say: openValues },
    { stage: 'rows', questions: open.rows, say: openRows },
  ] as const;
  return stages
    .filter(({ questions }) => questions > 0)
    .map(({ stage, questions, say }) => ({ text: say(count(questions)), href: draftPath(draftId, stage) }));
}

/** These are asked for at their own stage. */
const SAID_ELSEWHERE: readonly string[] = ['ambiguous-point', 'name-undecided'];

function figuresOf(result: ImportResult, text: Texts): CommitPart['figures'] {
  const { counts } = text.uploads.commit;
  const points = (...kinds: readonly string[]): number =>
    result.outcomes.filter(({ kind }) => kinds.includes(kind)).length;
  const figures = [
    [counts.created, result.created],
    [counts.replaced, result.replaced],
    [counts.unchanged, result.unchanged],
    [counts.newPoints, points('new')],
    [counts.editedPoints, points('edited')],
    [counts.samePoints, points('same', 'moved')],
    [counts.withdrawnPoints, result.withdrawn],
    [counts.assessed, result.assessed],
    [counts.units, result.createdUnits.length],
    [counts.posts, result.createdPosts.length],
  ] as const;
  return figures.map(([name, value]) => ({ name, value: text.formats.count(value) }));
}
