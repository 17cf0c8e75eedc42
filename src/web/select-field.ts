/** A choice in a filter form. */
export interface SelectField {
  readonly name: string;
  readonly label: string;
  readonly options: readonly SelectOption[];
}

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly isSelected: boolean;
}

/** A select whose first option narrows nothing. */
export function selectField(
  name: string,
  words: { readonly label: string; readonly any: string },
  choices: readonly (readonly [value: string, label: string])[],
  chosen: string | undefined,
): SelectField {
  const options = choices.map(([value, label]) => ({ value, label, isSelected: value === chosen }));
  const isAny = !options.some(({ isSelected }) => isSelected);
  return {
    name,
    label: words.label,
    options: [{ value: '', label: words.any, isSelected: isAny }, ...options],
  };
}
