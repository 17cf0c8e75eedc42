import { sentence, type SentencePart } from '../language/sentence.ts';
import type { Texts } from '../language/texts.ts';
import { unitCount } from '../coverage/coverage-finding.ts';
import { formsPath } from '../forms/paths.ts';
import { topGrade } from '../risk-points/grade-look.ts';
import { pointsPath } from '../risk-points/paths.ts';
import { factName } from '../risk-points/fact-words-page.ts';
import { numberLink, type NumberLink } from '../web/number-link.ts';
import type { Figures } from './board.ts';
import type { Scope } from './headline.ts';

/** One of the large figures at the top of a board. */
export interface Figure {
  readonly name: string;
  readonly value: NumberLink;
  /** Stands small behind the figure, such as `/ 67 份`. */
  readonly suffix: string;
  readonly note: readonly SentencePart[];
  /** Counted apart from the grades, and drawn so. */
  readonly isHatched: boolean;
}

/** Where the figures' notes lead, beside the lists behind the numbers. */
export interface FigureTargets {
  /** The gaps. */
  readonly href: string;
  /** Whether the gaps are of one division, on its own page. */
  readonly isOwn: boolean;
  /** Where the viewer may assess what is not assessed; left out for those who may not. */
  readonly assessHref?: string;
}

/** Forms in, grade 1, unassessed, gaps. */
export function figuresOf(
  figures: Figures,
  scope: Scope,
  targets: FigureTargets,
  text: Texts,
): readonly Figure[] {
  return [
    formsFigure(figures, scope, text),
    gradeOneFigure(figures, scope, text),
    unassessedFigure(figures, scope, targets, text),
    gapsFigure(figures, targets, text),
  ];
}

function formsFigure({ forms }: Figures, scope: Scope, text: Texts): Figure {
  const words = text.dashboards.figures;
  const { count } = text.formats;
  const submitted = count(forms.submitted);
  const missing = forms.expected - forms.submitted;
  const withoutAnnex1 = {
    text: count(forms.withoutAnnex1),
    href: formsPath({ ...scope, annex1: 'missing' }),
  };
  const notes = [
    missing > 0 ? words.late(count(missing)) : words.allIn,
    ...(forms.withoutAnnex1 > 0 ? [words.withoutAnnex1] : []),
  ];
  return {
    name: words.forms,
    value: numberLink(submitted, formsPath(scope), words.formsLabel(submitted)),
    suffix: words.ofExpected(count(forms.expected)),
    note: sentence(notes.join(words.separator), { withoutAnnex1 }),
    isHatched: false,
  };
}

function gradeOneFigure({ counts, gradeOneWithoutMeasure }: Figures, scope: Scope, text: Texts): Figure {
  const words = text.dashboards.figures;
  const { count, percent } = text.formats;
  const grade = topGrade(text);
  const points = count(counts[1]);
  const withoutMeasure = {
    text: count(gradeOneWithoutMeasure),
    href: pointsPath({ ...scope, grade: 1, measures: 'none' }),
  };
  const someNote = gradeOneWithoutMeasure > 0 ? words.gradeOneNote : words.gradeOneAllWithMeasure;
  const isNothingAssessed = counts.total === counts.unassessed;
  const noneNote = isNothingAssessed ? words.noGradeOneYet : words.noGradeOne(grade);
  return {
    name: words.gradeOne(grade),
    value: numberLink(points, pointsPath({ ...scope, grade: 1 }), words.gradeOneLabel(grade, points)),
    suffix: counts[1] === 0 ? '' : percent(counts[1], counts.total),
    note: sentence(counts[1] > 0 ? someNote : noneNote, { withoutMeasure }),
    isHatched: false,
  };
}

function unassessedFigure(
  { counts, rulebook }: Figures,
  scope: Scope,
  { assessHref }: FigureTargets,
  text: Texts,
): Figure {
  const words = text.dashboards.figures;
  const points = text.formats.count(counts.unassessed);
  const href = pointsPath({ ...scope, grade: 'unassessed' });
  const facts = words.or(rulebook.body.requires.map((fact) => factName(fact, rulebook.body, text)));
  const note = sentence(words.unassessedNote(facts), {});
  const separator = { text: words.separator, href: null, isStrong: false };
  const link = { text: text.assessment.linkAll, href: assessHref ?? null, isStrong: false };
  const assess = assessHref === undefined ? [] : [separator, link];
  return {
    name: words.unassessed,
    value: numberLink(points, href, words.unassessedLabel(points)),
    suffix: '',
    note: counts.unassessed > 0 ? [...note, ...assess] : sentence(words.allAssessed, {}),
    isHatched: counts.unassessed > 0,
  };
}

function gapsFigure({ coverage, gaps }: Figures, { href, isOwn }: FigureTargets, text: Texts): Figure {
  const words = text.dashboards.figures;
  const { count } = text.formats;
  const points = count(gaps);
  const units = count(unitCount(coverage.filter(({ status }) => status === 'gap')));
  const someNote = isOwn ? words.gapsOwnNote : words.gapsNote(units);
  const isAnyExpected = coverage.some(({ status }) => status === 'covered' || status === 'weak');
  const noneNote = isAnyExpected ? words.noGaps : words.noneExpected;
  return {
    name: words.gaps,
    value: numberLink(points, href, words.gapsLabel(points)),
    suffix: words.gapsUnit,
    note: sentence(gaps > 0 ? someNote : noneNote, {}),
    isHatched: false,
  };
}
