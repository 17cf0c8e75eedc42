/** One choice of a select. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly isSelected: boolean;
}

/** Choices under a heading of their own. */
export interface ChoiceGroup {
  readonly label: string;
  readonly choices: readonly Choice[];
}

/** A control by which something is decided: a select, a line, or a text. */
export interface DecisionControl {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  /** Empty where people type. */
  readonly choices: readonly Choice[];
  readonly groups: readonly ChoiceGroup[];
  readonly value: string;
  readonly isLong: boolean;
}

/** A select that first says that nothing is chosen. */
export function selectControl(
  control: Pick<DecisionControl, 'id' | 'name' | 'label'>,
  unchosen: string,
  choices: readonly (readonly [value: string, label: string])[],
  chosen: string | null = null,
): DecisionControl {
  return {
    ...control,
    choices: [['', unchosen] as const, ...choices].map(([value, label]) => ({
      value,
      label,
      isSelected: value === (chosen ?? ''),
    })),
    groups: [],
    value: '',
    isLong: false,
  };
}

const LONG = 30;

/** A field to type in, with what stands there now. */
export function typedControl(
  control: Pick<DecisionControl, 'id' | 'name' | 'label'>,
  value: string,
  isLong = value.length > LONG,
): DecisionControl {
  return { ...control, choices: [], groups: [], value, isLong };
}
