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
  close: { readonly action: string; readonly heading: string; readonly intro: string },
  typed: TypedForm | null,
  text: Texts,
): FormCard {
  const words = text.organisation.closing;
  const isOpen = thing.activeTo === null;
  const day = { kind: 'date', label: words.day, hint: words.dayHint } as const;
  return {
    id: 'closing',
    heading: isOpen ? close.heading : words.reopen,
    intro: isOpen ? close.intro : words.reopenIntro,
    action: close.action,
    guard: String(thing.guard),
    fields: isOpen ? cardFields('closing', { day }, typed) : [],
    submit: isOpen ? close.heading : words.reopen,
    isDanger: isOpen,
  };
}
