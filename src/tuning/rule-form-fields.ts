import type { RuleList } from './rule-list.ts';
import { JOINS, RULE_FIELDS, type FormGroup, type FormNode, type RuleForm } from './rule-form.ts';
import { ROOT } from './rule-form-condition.ts';

type Choices = Readonly<Record<string, readonly string[]>>;

/** No form of ours goes deeper, and a form made up by others shall not take us deeper either. */
const DEEPEST_READ = 12;
const MOST_READ = 100;

/** The form of a rule as it was posted: `w/join` and `w-0/fact` of its groups and rows, and a field each of the rest. */
export function readRuleForm(choices: Choices, list: RuleList): RuleForm {
  const replaces = last(choices, 'replaces');
  const fields = RULE_FIELDS.map((field) => [field, last(choices, field).replaceAll('\r\n', '\n')] as const);
  return {
    list,
    replaces: replaces === '' ? null : replaces,
    when: readGroup(choices, ROOT, 1),
    fields: Object.fromEntries(fields),
  };
}

function readGroup(choices: Choices, key: string, depth: number): FormGroup {
  const join = JOINS.find((one) => one === last(choices, `${key}/join`)) ?? 'all';
  const parts: FormNode[] = [];
  for (let at = 0; at < MOST_READ; at += 1) {
    const part = readPart(choices, `${key}-${String(at)}`, depth + 1);
    if (part === null) break;
    parts.push(part);
  }
  return { join, parts };
}

function readPart(choices: Choices, key: string, depth: number): FormNode | null {
  if (choices[`${key}/join`] !== undefined && depth <= DEEPEST_READ) return readGroup(choices, key, depth);
  if (choices[`${key}/fact`] === undefined) return null;
  return {
    fact: last(choices, `${key}/fact`),
    operator: last(choices, `${key}/operator`),
    values: choices[`${key}/value`] ?? [],
  };
}

function last(choices: Choices, name: string): string {
  return choices[name]?.at(-1) ?? '';
}
