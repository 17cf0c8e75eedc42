import type { Condition, FactConstant, Rulebook } from '../rulebooks/rulebook.ts';
import { effectCode, effectOf } from './rule-effect.ts';
import { EMPTY_ROW, isGroup, type FormGroup, type FormNode, type RuleForm } from './rule-form.ts';
import { rulesIn, type RuleList } from './rule-list.ts';

/** The form of a rule that stands in the list; `null` where there is none of that name. */
export function formOfRule(rulebook: Rulebook, list: RuleList, name: string): RuleForm | null {
  const rules = rulesIn(rulebook, list) ?? [];
  const at = rules.findIndex((rule) => rule.name === name);
  const rule = rules[at];
  if (rule === undefined) return null;
  const fields = {
    effect: effectCode(effectOf(rule)),
    after: rules[at - 1]?.name ?? '',
    name,
    'title-zh': rule.title.zh,
    'title-en': rule.title.en,
    'reason-zh': rule.reason.zh,
    'reason-en': rule.reason.en,
    clause: rule.clause,
  };
  return { list, replaces: name, when: groupOf(rule.when), fields };
}

/** The form of a rule that is yet to be written; it would stand at the end of its list. */
export function emptyForm(rulebook: Rulebook, list: RuleList): RuleForm {
  const after = rulesIn(rulebook, list)?.at(-1)?.name ?? '';
  return {
    list,
    replaces: null,
    when: { join: 'all', parts: [EMPTY_ROW] },
    fields: { after, ...(list === 'reasons' ? { effect: 'reason' } : {}) },
  };
}

/** A condition as the group that the form begins with; `conditionOf` makes the same condition of it again. */
export function groupOf(condition: Condition): FormGroup {
  const node = nodeOf(condition);
  const isAllOfOne = isGroup(node) && node.join === 'all' && node.parts.length === 1;
  return isGroup(node) && !isAllOfOne ? node : { join: 'all', parts: [node] };
}

function nodeOf(condition: Condition): FormNode {
  if ('all' in condition) return { join: 'all', parts: condition.all.map(nodeOf) };
  if ('any' in condition) return { join: 'any', parts: condition.any.map(nodeOf) };
  if ('not' in condition) {
    const denied = nodeOf(condition.not);
    const isAnyOfMore = isGroup(denied) && denied.join === 'any' && denied.parts.length > 1;
    return { join: 'none', parts: isAnyOfMore ? denied.parts : [denied] };
  }
  const { fact, operator, value } = condition;
  return { fact, operator, values: value === undefined ? [] : typedOf(value) };
}

function typedOf(value: FactConstant): readonly string[] {
  return typeof value === 'object' ? value : [String(value)];
}
