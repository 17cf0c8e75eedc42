import type { Rulebook } from '../rulebooks/rulebook.ts';

/** Why a change cannot be made, by the field that is to blame. */
export interface EditFault {
  readonly field:
    'cell' | 'rule' | 'place' | 'name' | 'title' | 'reason' | 'clause' | 'when' | 'example' | 'list';
  readonly fault: 'missing' | 'taken' | 'gone' | 'unfit' | 'needed';
}

export type EditResult = { readonly rulebook: Rulebook } | { readonly fault: EditFault };

/** A refusal that names the field. */
export function refuse(field: EditFault['field'], fault: EditFault['fault']): { readonly fault: EditFault } {
  return { fault: { field, fault } };
}
