import { faultOf, type FormFault } from './form-fault.ts';
import type { SelectOption } from './select-field.ts';

/** One field of a form as views/partials/form-card.ejs prints it. */
export interface FormField {
  /** Its name in the form; its id is the card's id and this. */
  readonly name: string;
  readonly id: string;
  readonly kind: 'text' | 'date' | 'number' | 'textarea' | 'select' | 'checkbox';
  readonly label: string;
  readonly hint: string | null;
  readonly why: string | null;
  /** Ids of the hint and of what is wrong. */
  readonly describedBy: string | null;
  readonly value: string;
  readonly isChecked: boolean;
  readonly options: readonly SelectOption[];
}

/** A form with its heading: what a page lets somebody change in one go. */
export interface FormCard {
  readonly id: string;
  readonly heading: string;
  readonly intro: string | null;
  readonly action: string;
  /** The version that the form was made from; `null` where it adds something. */
  readonly guard: string | null;
  readonly fields: readonly FormField[];
  readonly submit: string;
  readonly isDanger: boolean;
}

/** What was typed into one of a page's forms and refused. */
export interface TypedForm {
  readonly card: string;
  readonly values: Readonly<Record<string, string>>;
  readonly faults: readonly FormFault[];
}

interface FieldWords {
  readonly kind: FormField['kind'];
  readonly label: string;
  readonly hint?: string;
  /** As it stands now; what was typed and refused comes before it. */
  readonly value?: string;
  readonly options?: readonly (readonly [value: string, label: string])[];
}

/** The fields of a card, with what was typed into it when it was refused. */
export function cardFields(
  card: string,
  fields: Readonly<Record<string, FieldWords>>,
  typed: TypedForm | null,
): readonly FormField[] {
  const mine = typed?.card === card ? typed : null;
  return Object.entries(fields).map(([name, { kind, label, hint, value = '', options = [] }]) => {
    // A box that is not ticked is not sent.
    const unsent = kind === 'checkbox' ? '' : value;
    const shown = mine === null ? value : (mine.values[name] ?? unsent);
    const id = fieldId(card, name);
    const why = faultOf(mine?.faults ?? [], id);
    const described = [hint === undefined ? '' : `${id}-hint`, why === null ? '' : `${id}-why`];
    return {
      name,
      id,
      kind,
      label,
      hint: hint ?? null,
      why,
      describedBy: described.join(' ').trim() || null,
      value: shown,
      isChecked: shown === 'yes',
      options: options.map(([code, words]) => ({ value: code, label: words, isSelected: code === shown })),
    };
  });
}

/** How an error summary reaches a field of a card. */
export function fieldId(card: string, name: string): string {
  return `${card}-${name}`;
}
