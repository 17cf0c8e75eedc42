import type { Texts } from '../language/texts.ts';
import type { Words } from '../language/words.ts';
import type { FindingCode, FindingParameters } from './finding-code.ts';
import type { Finding, Position } from './read-form.ts';

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

/** Something found, to be said in whichever language it is shown in. */
export function finding<Code extends FindingCode>(
  severity: Finding['severity'],
  code: Code,
  parameters: FindingParameters<Code>,
  position: Position,
  field: FindingField = null,
): Finding {
  return { severity, position, field, code, parameters };
}

/** Puts a finding into words. */
export function findingWords({ code, parameters }: Finding, text: Texts): Words {
  // Findings are made above, where each code takes exactly its own parameters.
  const say = text.findings[code] as (given: unknown) => Words;
  return say(parameters);
}
