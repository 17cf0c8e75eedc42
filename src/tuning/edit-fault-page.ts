import type { Texts } from '../language/texts.ts';
import type { EditFault } from './edit-fault.ts';

/**
 * What is wrong with a field of a change, as the page says it.
 * @param place what the field belongs to, where a form has several alike
 */
export function editFaultWords(
  { field, fault }: EditFault,
  { workbench }: Texts,
  place: string | null = null,
): string {
  const words = workbench.faults[fault](workbench.fields[field]);
  return place === null ? words : workbench.faultAt(place, words);
}
