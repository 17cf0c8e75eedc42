import { faultOf, type FormFault } from '../web/form-fault.ts';
import { gradeChoices } from './choice-page.ts';
import type { Saying } from './saying.ts';

/** Who looks at the workbench, and what of a posted form was typed and refused. */
export interface BenchVisit {
  readonly mayTune: boolean;
  readonly faults: readonly FormFault[];
  readonly typed: Readonly<Record<string, string>>;
}

/** The form that adds a risk point as an example, with what was typed and refused. */
export interface PointForm {
  readonly typed: string;
  readonly why: string | null;
  readonly grades: readonly {
    readonly value: string;
    readonly label: string;
    readonly isSelected: boolean;
  }[];
}

/** That form, in the words of the draft. */
export function pointForm({ typed, faults }: BenchVisit, saying: Saying): PointForm {
  return {
    typed: typed['point'] ?? '',
    why: faultOf(faults, 'point-number'),
    grades: gradeChoices(saying).map(({ value, text }) => ({
      value,
      label: text,
      isSelected: value === typed['grade'],
    })),
  };
}
