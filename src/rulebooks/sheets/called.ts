import type { BothLanguages } from '../rulebook.ts';
import { Codebook } from './codebook.ts';

/** A code and what it is called in both languages. */
export function called<Code extends string>(
  code: Code,
  { zh: chinese, en: english }: BothLanguages,
  others: readonly string[] = [],
): { readonly code: Code; readonly names: readonly string[] } {
  return { code, names: [chinese, english, ...others] };
}

/** A codebook of the program's own words, by code. */
export function codebookOf<Code extends string>(
  chinese: Readonly<Record<Code, string>>,
  english: Readonly<Record<Code, string>>,
): Codebook<Code> {
  // The keys of a record are of its key type.
  const codes = Object.keys(chinese) as Code[];
  return new Codebook(codes.map((code) => ({ code, names: [chinese[code], english[code]] })));
}
