import { nameKey } from '../../language/normalise.ts';
import type { ScaleValue } from '../../grading/case.ts';
import { KEY_DOMAINS, type KeyDomain } from '../../organisation/key-domain.ts';
import type { Grade, Scale } from '../../rulebooks/rulebook.ts';
import type { Position, Sourced } from '../read-form.ts';
import { readDate } from './dates.ts';
import type { FindingList } from './finding-list.ts';
import { allowedSteps, readDomains, readGrade, readStep } from './value-words.ts';
import { isBlank, saysNone, tidy, withoutGaps, withoutRules } from './wording.ts';

/** Words and the place they were read from. */
export interface Words {
  readonly text: string;
  readonly position: Position;
}

/** Who a form is of: a person, the unit itself, an empty post, or nobody that we know. */
export type Owner =
  | { readonly is: 'person'; readonly name: Sourced<string> }
  | { readonly is: 'unit' }
  | { readonly is: 'vacant' }
  | { readonly is: 'missing' };

const VACANT = /^(?:空缺|暂缺|空岗|缺编|缺员|待补)$/u;
const UNIT_ITSELF = /^(?:本?处室|本?单位|本?科室|本?部门|全处|全体|处室整体|集体)$/u;

/** A name of a unit or post: as written, without the gaps that stretch it. `null` when blank or a dash. */
export function namedValue(words: Words | null): Sourced<string> | null {
  const value = words === null ? '' : withoutRules(withoutGaps(words.text));
  if (words === null || isBlank(value) || saysNone(value)) return null;
  return sourced(value, words);
}

/** A text of duties, risks or measures; `null` when blank or only a dash. */
export function textValue(words: Words | null): Sourced<string> | null {
  const value = words === null ? '' : tidy(words.text);
  if (words === null || isBlank(value) || saysNone(value)) return null;
  return sourced(value, words);
}

/** Who stands in the place of a person's name: a division's own risk points have a dash or its own name there. */
export function ownerValue(words: Words | null, unit: string | null, findings: FindingList): Owner {
  const value = words === null ? '' : withoutRules(withoutGaps(words.text));
  if (words === null || isBlank(value)) return { is: 'missing' };
  const key = nameKey(value).replace(/[()]/gu, '');
  if (saysNone(value) || UNIT_ITSELF.test(key)) return { is: 'unit' };
  if (unit !== null && key === nameKey(unit).replace(/[()]/gu, '')) return { is: 'unit' };
  if (VACANT.test(key)) {
    findings.warning('vacant-post', { raw: value }, words.position, 'name');
    return { is: 'vacant' };
  }
  if (/[、，,；;]/u.test(value) || /\S\n\S/u.test(tidy(words.text))) {
    findings.error('several-names', { raw: value }, words.position, 'name');
  }
  return { is: 'person', name: sourced(value, words) };
}

export function dateValue(words: Words | null, findings: FindingList): Sourced<string> | null {
  const date = words === null ? 'blank' : readDate(words.text);
  if (words === null || date === 'blank') return null;
  if (date !== 'unreadable') return sourced(date.iso, words);
  findings.error('unreadable-date', { raw: tidy(words.text) }, words.position, 'filledOn');
  return null;
}

export function stepValue(
  words: Words | null,
  scale: Scale,
  field: 'probability' | 'harm',
  findings: FindingList,
): Sourced<ScaleValue> | null {
  const step = words === null || isBlank(words.text) ? null : readStep(words.text, scale);
  if (words === null || step === null) return null;
  if (step !== 'unknown') return sourced(step, words);
  const parameters = { field, raw: tidy(words.text), allowed: allowedSteps(scale) };
  findings.error('unknown-step', parameters, words.position, field);
  return null;
}

export function gradeValue(words: Words | null, findings: FindingList): Sourced<Grade> | null {
  const grade = words === null || isBlank(words.text) ? null : readGrade(words.text);
  if (words === null || grade === null) return null;
  if (grade !== 'unknown') return sourced(grade, words);
  findings.error('unknown-grade', { raw: tidy(words.text) }, words.position, 'grade');
  return null;
}

export function domainsValue(
  words: Words | null,
  findings: FindingList,
): Sourced<readonly KeyDomain[]> | null {
  if (words === null || isBlank(words.text) || saysNone(words.text)) return null;
  const { domains, unknown } = readDomains(words.text);
  for (const raw of unknown) {
    findings.error('unknown-domain', { raw, allowed: KEY_DOMAINS }, words.position, 'domains');
  }
  return domains.length === 0 ? null : sourced(domains, words);
}

function sourced<T>(value: T, { text, position }: Words): Sourced<T> {
  return { value, raw: text.trim(), position };
}
