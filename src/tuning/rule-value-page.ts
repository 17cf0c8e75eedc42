import { operatorsFor, type FactType } from '../rulebooks/fact-type.ts';
import type { SelectOption } from '../web/select-field.ts';
import type { FormRow } from './rule-form.ts';
import { valuesOf } from './rule-form-value.ts';
import { valueWords } from './rule-words.ts';
import type { Saying } from './saying.ts';

/** `words` are typed one a line; `boxes` may be ticked together. */
export interface ValueView {
  readonly kind: 'none' | 'number' | 'words' | 'choice' | 'boxes';
  readonly text: string;
  readonly unit: string | null;
  readonly options: readonly SelectOption[];
}

/** How the value of a row is asked for: as its fact and its comparison want it. */
export function valueView(
  { fact, operator, values }: FormRow,
  type: FactType | undefined,
  unit: string | null,
  saying: Saying,
): ValueView {
  const isKnown = type !== undefined && operatorsFor(type).some((one) => one === operator);
  const empty = { text: '', unit: null, options: [] };
  if (!isKnown || valuesOf(operator) === 'none') return { kind: 'none', ...empty };
  if (type.type === 'text') return { ...empty, kind: 'words', text: values.join('\n') };
  if (type.type === 'number') return { ...empty, kind: 'number', text: values.at(-1) ?? '', unit };
  const choices = codesOf(type).map((code) => [String(code), valueWords(fact, code, saying)] as const);
  if (valuesOf(operator) === 'many')
    return { ...empty, kind: 'boxes', options: choices.map((choice) => option(choice, values)) };
  const { chooseValue } = saying.text.workbench.rule.when;
  return { ...empty, kind: 'choice', options: options(choices, values.at(-1) ?? '', chooseValue) };
}

function codesOf(
  type: Exclude<FactType, { readonly type: 'text' | 'number' }>,
): readonly (string | boolean)[] {
  switch (type.type) {
    case 'scale':
      return type.steps;
    case 'choice':
      return type.options;
    case 'boolean':
      return [true, false];
  }
}

/** Choices behind a first one that says that something is to be chosen. */
export function options(
  choices: readonly (readonly [value: string, label: string])[],
  chosen: string,
  toChoose: string,
): readonly SelectOption[] {
  const known = choices.map((choice) => option(choice, [chosen]));
  return [{ value: '', label: toChoose, isSelected: !known.some(({ isSelected }) => isSelected) }, ...known];
}

function option([value, label]: readonly [string, string], chosen: readonly string[]): SelectOption {
  return { value, label, isSelected: chosen.includes(value) };
}
