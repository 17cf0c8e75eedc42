import { en } from './en.ts';
import type { Texts } from './texts.ts';
import type { BothLanguages } from './words.ts';
import { zh } from './zh.ts';

/** What a rulebook calls its three grades, such as 一级, 高 or Ⅰ. */
export type GradeLabels = Readonly<Record<'1' | '2' | '3', BothLanguages>>;

/** The grades of the notice, for views of several bureaus that call theirs differently, and for papers. */
const NOTICE_GRADES: GradeLabels = {
  1: { zh: zh.terms.grades[1], en: en.terms.grades[1] },
  2: { zh: zh.terms.grades[2], en: en.terms.grades[2] },
  3: { zh: zh.terms.grades[3], en: en.terms.grades[3] },
};

/**
 * The words of a language in which every grade is called as a rulebook calls it.
 * Takes any language's texts, the labels and, for a page that compares two rulebooks, those before the change.
 * `null` stands for the notice's own 一级, 二级, 三级.
 */
export function callGrades(
  text: Texts,
  labels: GradeLabels | null,
  before: GradeLabels | null = labels,
): Texts {
  const grades = namesOf(labels, text);
  const gradesBefore = namesOf(before, text);
  return { ...text, terms: { ...text.terms, grades, gradesBefore } };
}

function namesOf(labels: GradeLabels | null, text: Texts): Texts['terms']['grades'] {
  const { inThisLanguage } = text.formats;
  const { 1: first, 2: second, 3: third } = labels ?? NOTICE_GRADES;
  return { 1: inThisLanguage(first), 2: inThisLanguage(second), 3: inThisLanguage(third) };
}
