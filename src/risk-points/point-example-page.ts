import type { Texts } from '../language/texts.ts';
import { rulebookPaths } from '../tuning/paths.ts';
import type { PointDetail } from './point-detail.ts';

export const EXAMPLE_FORM = 'must-be';

/** Buttons that make a point an example of the rules, one for each grade. */
export interface ExampleForm {
  readonly id: string;
  readonly action: string;
  readonly point: string;
  readonly grades: readonly { readonly value: string; readonly text: string }[];
}

/** `null` where the rules grade posts and not their points. */
export function exampleForm(point: PointDetail, text: Texts): ExampleForm | null {
  const { subject, grades } = point.rulebook.body;
  if (subject === 'post') return null;
  return {
    id: EXAMPLE_FORM,
    action: rulebookPaths.examples,
    point: String(point.id),
    grades: ([1, 2, 3] as const).map((grade) => ({
      value: String(grade),
      text: text.formats.inThisLanguage(grades[grade]),
    })),
  };
}
