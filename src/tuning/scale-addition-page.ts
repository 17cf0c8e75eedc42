import { GRADE_LOOKS } from '../risk-points/grade-look.ts';
import { faultOf } from '../web/form-fault.ts';
import { gradeChoices } from './choice-page.ts';
import { gradesOf, neighbourAt, otherAxis } from './scale-addition.ts';
import { STEPS, type ScaleFact } from './scale-change.ts';
import { LONGEST_STEP } from './scale-words.ts';
import { factTitleIn, type ScaleSheet, type ShownOption, type TypedWord } from './scale-sheet-page.ts';

/** The form of a new step, with the grades of its row or column. */
export interface AddCard {
  readonly fact: ScaleFact;
  readonly at: number;
  readonly heading: string;
  readonly words: readonly TypedWord[];
  /** `null` without a matrix. */
  readonly grades: {
    readonly legend: string;
    readonly note: string;
    readonly cells: readonly {
      readonly id: string;
      readonly label: string;
      readonly tone: string;
      readonly fault: string | null;
      readonly note: string | null;
      readonly choices: readonly ShownOption[];
    }[];
  } | null;
}

/** The form for a step at a place of a scale; `null` where there is no such place. */
export function addCard(
  sheet: ScaleSheet,
  { fact, at }: { readonly fact: ScaleFact; readonly at: number },
): AddCard | null {
  const { rulebook, saying, visit, faults } = sheet;
  const words = saying.text.workbench.scales;
  const { steps } = rulebook.scales[fact];
  const neighbour = neighbourAt(steps, at);
  if (neighbour === null || at < 0 || at > steps.length || steps.length >= STEPS.most) return null;
  const title = factTitleIn(sheet, fact);
  const near = neighbour[saying.language];
  return {
    fact,
    at,
    heading: at === 0 ? words.add.below(title, near) : words.add.above(title, near),
    words: (['zh', 'en'] as const).map((language) => ({
      id: language,
      label: words.name[language],
      value: visit.typed[language] ?? '',
      fault: faultOf(faults, language),
      lang: language,
      longest: LONGEST_STEP[language],
    })),
    grades: gradesView(sheet, fact, neighbour.code, near),
  };
}

function gradesView(
  { rulebook, saying, visit, faults }: ScaleSheet,
  fact: ScaleFact,
  neighbour: string,
  near: string,
): AddCard['grades'] {
  const { base, scales } = rulebook;
  const preset = gradesOf(rulebook, fact, neighbour);
  if (preset === null || !('cells' in base)) return null;
  const words = saying.text.workbench.scales.add;
  const other = scales[otherAxis(base, fact)];
  const cells = other.steps.map((step) => {
    const id = `grade/${step.code}`;
    const typed = visit.typed[id];
    const grade = preset.get(step.code) ?? 1;
    const chosen = typed ?? String(grade);
    return {
      id,
      label: step[saying.language],
      tone: GRADE_LOOKS[grade].tone,
      fault: faultOf(faults, id),
      note: typed === undefined ? words.preset(near) : null,
      choices: gradeChoices(saying).map(({ value, text }) => ({
        value,
        label: text,
        isSelected: value === chosen,
      })),
    };
  });
  return { legend: words.grades, note: words.note(near), cells: cells.toReversed() };
}
