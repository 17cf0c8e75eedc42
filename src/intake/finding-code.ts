import type { Texts } from '../language/texts.ts';

/** Stable name of what is wrong, such as `unknown-step`. */
export type FindingCode = keyof Texts['findings'];

/** What the words of a finding need to know; `{}` where they stand alone. */
export type FindingParameters<Code extends FindingCode = FindingCode> = Parameters<
  Texts['findings'][Code]
>[0];
