import type { Texts } from '../language/texts.ts';
import type { Grade } from '../rulebooks/rulebook.ts';

export type GradeOrUnassessed = Grade | 'unassessed';

/** Severest first; what is not assessed stands apart, last. */
export const GRADES_IN_ORDER: readonly GradeOrUnassessed[] = [1, 2, 3, 'unassessed'];

/** How a grade looks everywhere: never told by its colour alone. */
export interface GradeLook {
  /** The class of the style sheet. */
  readonly tone: 's1' | 's2' | 's3' | 's0';
  readonly shape: string;
  readonly fill: string;
  readonly ink: string;
  readonly line: string;
  readonly isHatched: boolean;
}

/** The same colours as in `views/assets/theme.css`; charts are drawn on a canvas, which no style sheet reaches. */
export const GRADE_LOOKS: Readonly<Record<GradeOrUnassessed, GradeLook>> = {
  1: { tone: 's1', shape: '■', fill: '#7a1020', ink: '#ffffff', line: '#7a1020', isHatched: false },
  2: { tone: 's2', shape: '▲', fill: '#cc7014', ink: '#111111', line: '#cc7014', isHatched: false },
  3: { tone: 's3', shape: '○', fill: '#eaf2fa', ink: '#111111', line: '#5b7fa6', isHatched: false },
  unassessed: { tone: 's0', shape: '—', fill: '#ffffff', ink: '#1f2329', line: '#868c95', isHatched: true },
};

/** A grade as a label. */
export interface GradeTag {
  readonly tone: GradeLook['tone'];
  readonly text: string;
}

export function gradeTag(grade: Grade | null, text: Texts): GradeTag {
  const { tone, shape } = GRADE_LOOKS[grade ?? 'unassessed'];
  return { tone, text: `${shape} ${gradeName(grade ?? 'unassessed', text)}` };
}

/** The grade that a paper said: its form has the notice's words. */
export function declaredTag(grade: Grade, text: Texts): GradeTag {
  const { tone, shape } = GRADE_LOOKS[grade];
  return { tone, text: `${shape} ${text.terms.declaredGrades[grade]}` };
}

/** A grade before a change of rules, as the rulebook before it calls it. */
export function gradeTagBefore(grade: Grade | null, text: Texts): GradeTag {
  return gradeTag(grade, asBefore(text));
}

/** What the rulebook before a change calls a grade, or 待评定. */
export function gradeNameBefore(grade: GradeOrUnassessed, text: Texts): string {
  return gradeName(grade, asBefore(text));
}

/** The severest grade inside a sentence, as the rulebook before a change calls it. */
export function topGradeBefore(text: Texts): string {
  return topGrade(asBefore(text));
}

function asBefore(text: Texts): Texts {
  return { ...text, terms: { ...text.terms, grades: text.terms.gradesBefore } };
}

/** The severest grade inside a sentence, as the rulebook in question calls it. */
export function topGrade(text: Texts): string {
  return text.formats.grade(text.terms.grades[1]);
}

/** What the rulebook in question calls a grade, or 待评定. */
export function gradeName(grade: GradeOrUnassessed, text: Texts): string {
  return grade === 'unassessed' ? text.terms.unassessed : text.terms.grades[grade];
}
