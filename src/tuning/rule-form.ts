import type { RuleList } from './rule-list.ts';

/** A comparison as a form holds it, finished or not; every value as it was typed. */
export interface FormRow {
  readonly fact: string;
  readonly operator: string;
  readonly values: readonly string[];
}

/** `none`: not one of its parts may hold. */
export const JOINS = ['all', 'any', 'none'] as const;

export interface FormGroup {
  readonly join: (typeof JOINS)[number];
  readonly parts: readonly FormNode[];
}

export type FormNode = FormRow | FormGroup;

/** What stands in one field each, beside the conditions. */
export const RULE_FIELDS = [
  'effect',
  'after',
  'name',
  'title-zh',
  'title-en',
  'reason-zh',
  'reason-en',
  'clause',
  'clause-code',
  'clause-reference-zh',
  'clause-reference-en',
  'clause-text-zh',
  'clause-text-en',
] as const;

export type RuleField = (typeof RULE_FIELDS)[number];

export interface RuleForm {
  readonly list: RuleList;
  /** The rule that is changed; `null` where one is added. */
  readonly replaces: string | null;
  readonly when: FormGroup;
  /** As it was typed; a field left out is empty. */
  readonly fields: Readonly<Partial<Record<RuleField, string>>>;
}

/** Chosen in place of a clause's code: the clause is written here. */
export const NEW_CLAUSE = '+';

export const EMPTY_ROW: FormRow = { fact: '', operator: '', values: [] };

export function isGroup(node: FormNode): node is FormGroup {
  return 'join' in node;
}
