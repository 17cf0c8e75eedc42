import type { Rulebook } from '../rulebooks/rulebook.ts';

/** Why a change cannot be made, by the field that is to blame. */
export interface EditFault {
  readonly field:
    | ('cell' | 'rule' | 'place' | 'name' | 'title' | 'reason' | 'clause' | 'when' | 'example' | 'list')
    | ('step' | 'step-zh' | 'step-en' | 'grade' | 'mapping' | 'point')
    | 'provision'
    | `${'title' | 'reason' | 'reference' | 'wording'}-${'zh' | 'en'}`
    | ('code' | 'base' | 'cell-reason');
  readonly fault:
    | ('missing' | 'taken' | 'gone' | 'unfit' | 'needed' | 'full' | 'few' | 'named' | 'turned' | 'unknown')
    | ('long' | 'unwritable' | 'cited' | 'alone');
  /** The field of the posted form, where one is to blame. */
  readonly at?: string;
}

/** All that is wrong with one change, in the order of its fields. */
export type EditFaults = readonly [EditFault, ...EditFault[]];

export type EditResult = { readonly rulebook: Rulebook } | { readonly faults: EditFaults };

/** A refusal that names the one field that is to blame. */
export function refuse(
  field: EditFault['field'],
  fault: EditFault['fault'],
  at?: string,
): { readonly faults: EditFaults } {
  return { faults: [faultAt(field, fault, at)] };
}

/** What is wrong with one field. */
export function faultAt(field: EditFault['field'], fault: EditFault['fault'], at?: string): EditFault {
  return { field, fault, ...(at === undefined ? {} : { at }) };
}

/** Whether anything is wrong. */
export function isFaulty(faults: readonly EditFault[]): faults is EditFaults {
  return faults.length > 0;
}

/** What is wrong with the words of a field: `null` where they are there and not too long. */
export function lengthFault(
  field: EditFault['field'],
  said: string,
  longest: number,
  at: string,
): EditFault | null {
  if (said === '') return faultAt(field, 'missing', at);
  return [...said].length > longest ? faultAt(field, 'long', at) : null;
}

/** The faults among what may be none. */
export function faultsAmong(faults: readonly (EditFault | null)[]): readonly EditFault[] {
  return faults.filter((fault) => fault !== null);
}
