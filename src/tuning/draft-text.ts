import { outlineOf } from '../rulebooks/json-outline.ts';
import type { Rulebook } from '../rulebooks/rulebook.ts';
import { LONGEST_RULEBOOK } from '../rulebooks/rulebook-schema.ts';
import type { Draft } from './draft.ts';

/** Why a text cannot be kept as a draft, although a draft may be unsound. */
export type DraftTextFault =
  | { readonly fault: 'too-long'; readonly limit: number }
  | { readonly fault: 'not-json'; readonly line: number }
  | { readonly fault: 'not-object' }
  | { readonly fault: 'other-rulebook'; readonly kind: string; readonly name: string };

/** A rulebook as the text of a draft, laid out for people. */
export function draftTextOf(rulebook: Rulebook): string {
  return `${JSON.stringify(rulebook, null, 2)}\n`;
}

/** What keeps a text from being this draft's: its length, no JSON, no object, or another rulebook; `null` if nothing. */
export function draftTextFault(
  text: string,
  { kind, name }: Pick<Draft, 'kind' | 'name'>,
): DraftTextFault | null {
  if (Buffer.byteLength(text) > LONGEST_RULEBOOK)
    return { fault: 'too-long', limit: LONGEST_RULEBOOK / 1024 };
  const json = text.replace(/^\uFEFF/u, '');
  const [first] = outlineOf(json).faults;
  if (first !== undefined) return { fault: 'not-json', line: first.line };
  const said: unknown = JSON.parse(json);
  if (typeof said !== 'object' || said === null || Array.isArray(said)) return { fault: 'not-object' };
  const isOurs = (!('kind' in said) || said.kind === kind) && (!('name' in said) || said.name === name);
  return isOurs ? null : { fault: 'other-rulebook', kind, name };
}
