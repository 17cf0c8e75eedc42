import { LONGEST } from './longest.ts';
import type { RuleForm } from './rule-form.ts';

type Fields = RuleForm['fields'];

/** The rule's name as it was typed, else as the English title gives it. */
export function ruleName({ name = '', 'title-en': title = '' }: Fields): string {
  return name.trim() === '' ? nameFrom(title).replace(/^[0-9-]+/u, '') : name.trim();
}

/** The new clause's code as it was typed, else as its English reference gives it. */
export function clauseCode({
  'clause-code': code = '',
  'clause-reference-en': reference = '',
}: Fields): string {
  return code.trim() === '' ? nameFrom(reference) : code.trim();
}

/** A code made of English words; empty where there are none. */
export function nameFrom(words: string): string {
  const parts = words.toLowerCase().match(/[a-z0-9]+/gu) ?? [];
  return parts.join('-').slice(0, LONGEST.code).replace(/-$/u, '');
}
