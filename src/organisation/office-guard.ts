import { written, type OfficeFault, type OfficeForm } from './office-form.ts';
import { KINDS_UNDER, type UnitKind } from './org-unit.ts';

/** What was changed by somebody else after the page was opened. */
export const STALE: readonly OfficeFault[] = [{ field: 'guard', code: 'stale' }];

/** The version that a form was made from. */
export function guardIn(form: OfficeForm): number {
  return Number(written(form, 'guard'));
}

/** The kind of a form; where a form has none, the one that stands. */
export function kindIn(form: OfficeForm, otherwise: UnitKind): UnitKind {
  const kinds = Object.values(KINDS_UNDER).flat();
  return kinds.find((kind) => kind === form['kind']) ?? otherwise;
}
