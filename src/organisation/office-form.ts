/** A form of the office as it was typed. */
export type OfficeForm = Readonly<Record<string, string>>;

export type OfficeFaultCode =
  | 'name-missing'
  | 'person-missing'
  | 'name-too-long'
  | 'name-taken'
  | 'person-taken'
  | 'merge-clash'
  | 'kind-unfit'
  | 'position-invalid'
  | 'date-invalid'
  | 'date-order'
  | 'has-open-posts'
  | 'has-open-units'
  | 'already-holds'
  | 'unit-closed'
  | 'post-closed'
  | 'duties-too-long'
  | 'confidential'
  | 'stale';

/** What is wrong with a field of an office's form. */
export interface OfficeFault {
  readonly field: string;
  readonly code: OfficeFaultCode;
}

const LONGEST_NAME = 60;
const LONGEST_DUTIES = 5000;
const LAST_POSITION = 9999;

export function written(form: OfficeForm, name: string): string {
  return (form[name] ?? '').trim();
}

export function nameFaults(form: OfficeForm, field = 'name', isPerson = false): readonly OfficeFault[] {
  const name = written(form, field);
  if (name === '') return [{ field, code: isPerson ? 'person-missing' : 'name-missing' }];
  return [...name].length > LONGEST_NAME ? [{ field, code: 'name-too-long' }] : [];
}

/** The place in the office's order; nothing typed is 0, and `null` is no number. */
export function positionIn(form: OfficeForm): number | null {
  const position = written(form, 'position');
  if (position === '') return 0;
  return /^[0-9]{1,4}$/u.test(position) && Number(position) <= LAST_POSITION ? Number(position) : null;
}

export function dutiesFaults(form: OfficeForm): readonly OfficeFault[] {
  const isTooLong = [...written(form, 'duties')].length > LONGEST_DUTIES;
  return isTooLong ? [{ field: 'duties', code: 'duties-too-long' }] : [];
}

/** 409 for what somebody else changed meanwhile, 422 for what was typed. */
export function statusOf(faults: readonly OfficeFault[]): number {
  return faults.some(({ code }) => code === 'stale') ? 409 : 422;
}
