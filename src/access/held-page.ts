import type { Texts } from '../language/texts.ts';
import type { HeldForm, PageModel } from '../web/page.ts';

export interface HeldPage extends PageModel {
  /** `null` when nothing waits. */
  readonly form: HeldForm | null;
  /** What people typed, to see that it is all there; codes and ids are left out. */
  readonly typed: readonly string[];
}

/** A form that could not be taken when it was posted, for its sender to send again. */
export function heldPage(form: HeldForm | null, text: Texts): HeldPage {
  const values = form?.fields.map(({ value }) => value.trim()) ?? [];
  return {
    title: form === null ? text.access.held.nothing : text.access.held.title,
    form,
    typed: values.filter((value) => value !== '' && !/^[\w.:@/-]*$/u.test(value)),
  };
}
