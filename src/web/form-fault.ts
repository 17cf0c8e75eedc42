/** What is wrong with one field of a posted form; the error summary leads to the field of that id. */
export interface FormFault {
  readonly field: string;
  readonly message: string;
}

/** The first complaint about a field, to stand beside it; `null` when there is none. */
export function faultOf(faults: readonly FormFault[], field: string): string | null {
  return faults.find((fault) => fault.field === field)?.message ?? null;
}
