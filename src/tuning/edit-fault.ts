import type { Rulebook } from '../rulebooks/rulebook.ts';

/** Why a change cannot be made, by the field that is to blame. */
export interface EditFault {
  readonly field:
    | ('cell' | 'rule' | 'place' | 'name' | 'title' | 'reason' | 'clause' | 'when' | 'example' | 'list')
    | ('step' | 'step-zh' | 'step-en' | 'grade' | 'mapping' | 'point')
    | ('provision' | 'reference' | 'wording' | 'code' | 'base' | 'cell-reason');
  readonly fault:
    | ('missing' | 'taken' | 'gone' | 'unfit' | 'needed' | 'full' | 'few' | 'named' | 'turned' | 'unknown')
    | ('long' | 'unwritable' | 'cited' | 'alone');
  /** The field of the posted form, where one is to blame. */
  readonly at?: string;
}

export type EditResult = { readonly rulebook: Rulebook } | { readonly fault: EditFault };

/** A refusal that names the field. */
export function refuse(
  field: EditFault['field'],
  fault: EditFault['fault'],
  at?: string,
): { readonly fault: EditFault } {
  return { fault: { field, fault, ...(at === undefined ? {} : { at }) } };
}
