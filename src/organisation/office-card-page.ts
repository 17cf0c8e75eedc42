import type { Texts } from '../language/texts.ts';
import { cardFields, fieldId, type FormCard, type TypedForm } from '../web/form-card.ts';
import type { OfficeFault, OfficeForm } from './office-form.ts';

/** What was typed into one of the office's forms and refused, with each fault at its field. */
export function typedOffice(
  card: string,
  values: OfficeForm,
  faults: readonly OfficeFault[],
  text: Texts,
): TypedForm {
  return {
    card,
    values,
    faults: faults.map(({ field, code }) => ({
      field: field === 'guard' ? card : fieldId(card, field),
      message: text.organisation.faults[code],
    })),
  };
}

/** The form that closes something from a day on, or opens it again. */
export function closingCard(
  thing: { readonly activeTo: string | null; readonly guard: number },
  action: string,
  words: Texts['organisation']['closing'],
  typed: TypedForm | null,
): FormCard {
  const isOpen = thing.activeTo === null;
  const day = { kind: 'date', label: words.day, hint: words.dayHint } as const;
  return {
    id: 'closing',
    heading: isOpen ? words.close : words.reopen,
    intro: isOpen ? words.closeIntro : words.reopenIntro,
    action,
    guard: String(thing.guard),
    fields: isOpen ? cardFields('closing', { day }, typed) : [],
    submit: isOpen ? words.close : words.reopen,
    isDanger: isOpen,
  };
}
