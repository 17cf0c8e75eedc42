import { findings as words } from '../language/zh/findings.ts';
import type { Finding, Position } from './read-form.ts';

export type FindingCode = keyof typeof words;

/** What the words of a finding need to know; `{}` where they stand alone. */
export type FindingParameters<Code extends FindingCode> = Parameters<(typeof words)[Code]>[0];

/** A field of the JSON that `read` prints; `null` when a finding is about the file or form as a whole. */
export type FindingField =
  | 'unit'
  | 'name'
  | 'post'
  | 'duties'
  | 'filledOn'
  | 'text'
  | 'measure'
  | 'probability'
  | 'harm'
  | 'grade'
  | 'domains'
  | null;

/** Puts a finding into words. */
export function finding<Code extends FindingCode>(
  severity: Finding['severity'],
  code: Code,
  parameters: FindingParameters<Code>,
  position: Position,
  field: FindingField = null,
): Finding {
  // Each code's words take exactly that code's parameters, which the compiler cannot follow through the table.
  const say = words[code] as (given: FindingParameters<Code>) => { message: string; fix: string };
  return { severity, position, field, code, ...say(parameters) };
}
